#pragma once
#include <action/view.h>
#include <modules/people/target/target.h>

namespace forecourt::people {

/// Drafts, publishes and drops versions of the evaluation formula and the commission rules.
inline constexpr Right rules_write{"people.rules_write"};
/// Statements and the rules they follow; a consultant sees only the own ones.
inline constexpr Right statement_see{"people.statement_see"};

struct RuleBook;

enum class BookKind { evaluation, commission };
FORECOURT_ENUM(BookKind, evaluation, commission)

enum class BookState { draft, published, dropped };
FORECOURT_ENUM(BookState, draft, published, dropped)

/// What a person is measured by: counts, and shares and averages made of them.
enum class Figure {
    leads_opened,
    contacts_made,
    needs_asked,
    test_drives,
    quotes,
    orders,
    cars_delivered,
    revenue,
    accessories,
    insurance,
    insurance_commission,
    services,
    loans,
    visitors_greeted,
    order_rate,          // orders per lead opened, in basis points
    test_drive_rate,     // test drives per lead opened, in basis points
    satisfaction,        // the average answer, in hundredths of a point
    late_contact_share,  // late contacts of all, in basis points; less is better
    lost_lead_share,     // leads lost of those opened in the time, in basis points; less is better
    complaints,          // less is better
};
FORECOURT_ENUM(Figure, leads_opened, contacts_made, needs_asked, test_drives, quotes, orders, cars_delivered,
               revenue, accessories, insurance, insurance_commission, services, loans, visitors_greeted,
               order_rate, test_drive_rate, satisfaction, late_contact_share, lost_lead_share, complaints)

/// Where the figure's target comes from: the person's target of the month, a fixed one, or the team's
/// average.
enum class TargetSource { own_target, fixed, team_average };
FORECOURT_ENUM(TargetSource, own_target, fixed, team_average)

struct FormulaLine {
    Figure figure{};
    std::int64_t weight{};       // percent; all lines sum to 100
    std::int64_t cap_percent{};  // no more than so much of the target counts
    TargetSource source{};
    std::int64_t fixed_target{};  // in the figure's unit; only with a fixed source
};
FORECOURT_STRUCT(FormulaLine, figure, weight, cap_percent, source, fixed_target)

struct FormulaContents {
    std::vector<FormulaLine> lines;
};
FORECOURT_STRUCT(FormulaContents, lines)

enum class RuleKind {
    per_car,            // an amount per car delivered, by the number of cars in the month
    model_bonus,        // an amount more for each car of a model
    accessories_share,  // of what the accessories of the deal cost
    services_share,
    insurance_share,             // of the premiums
    insurance_commission_share,  // of what the insurers owe us for the policies
    loan_bonus,                  // an amount for each deal whose lender has paid
    quality_factor,              // by the score: all lines together are multiplied with it
};
FORECOURT_ENUM(RuleKind, per_car, model_bonus, accessories_share, services_share, insurance_share,
               insurance_commission_share, loan_bonus, quality_factor)

/// Whether a tier's amount is paid for every car of the month or only for the cars from there on.
enum class TierReach { every_car, cars_beyond };
FORECOURT_ENUM(TierReach, every_car, cars_beyond)

struct CommissionRule {
    RuleKind kind{};
    std::optional<Id<vehicles::Model>> model_id;  // of a model bonus
    std::int64_t from{};  // the first car of a tier; the score in hundredths from which a factor holds
    Money amount;         // per car
    std::int64_t basis_points{};  // of a share or factor
};
FORECOURT_STRUCT(CommissionRule, kind, model_id, from, amount, basis_points)

struct CommissionContents {
    TierReach tier_reach{};
    std::vector<CommissionRule> rules;
};
FORECOURT_STRUCT(CommissionContents, tier_reach, rules)

struct BookRow {
    Id<RuleBook> id;
    BookKind kind{};
    std::int64_t number{};
    BookState state{};
    JsonText contents;
    std::optional<Date> start_month;
    std::string reason;
    std::string drafted_by;
    Instant drafted_at;
    std::optional<std::string> published_by;
    std::optional<Instant> published_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(BookRow, id, kind, number, state, contents, start_month, reason, drafted_by, drafted_at,
                 published_by, published_at, version)

/// The draft as it is to be from now on; there is one of each kind at most.
struct SaveFormulaDraft {
    std::vector<FormulaLine> lines;
    std::optional<std::int64_t> version;  // of the draft there is
};
FORECOURT_STRUCT(SaveFormulaDraft, lines, version)

struct SaveRulesDraft {
    TierReach tier_reach{};
    std::vector<CommissionRule> rules;
    std::optional<std::int64_t> version;
};
FORECOURT_STRUCT(SaveRulesDraft, tier_reach, rules, version)

struct DraftSaved {
    Id<RuleBook> rule_book_id;
    std::int64_t number{};
    std::int64_t version{};
};
FORECOURT_STRUCT(DraftSaved, rule_book_id, number, version)

struct PublishBook {
    Id<RuleBook> rule_book_id;
    Date start_month;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(PublishBook, rule_book_id, start_month, reason, version)

struct DropDraft {
    Id<RuleBook> rule_book_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(DropDraft, rule_book_id, version)

inline constexpr Refusal book_not_found{"book_not_found", RefusalKind::not_found};
inline constexpr Refusal book_is_no_draft{"book_is_no_draft"};
inline constexpr Refusal book_is_empty{"book_is_empty", RefusalKind::unprocessable};
inline constexpr Refusal weights_do_not_sum{"weights_do_not_sum"};
inline constexpr Refusal weight_out_of_range{"weight_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal cap_out_of_range{"cap_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal figure_twice{"figure_twice", RefusalKind::unprocessable};
inline constexpr Refusal figure_has_no_own_target{"figure_has_no_own_target", RefusalKind::unprocessable};
inline constexpr Refusal fixed_target_missing{"fixed_target_missing", RefusalKind::unprocessable};
inline constexpr Refusal rule_amount_out_of_range{"rule_amount_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal rule_twice{"rule_twice", RefusalKind::unprocessable};
inline constexpr Refusal first_tier_missing{"first_tier_missing"};
inline constexpr Refusal bonus_without_model{"bonus_without_model", RefusalKind::unprocessable};
inline constexpr Refusal start_month_is_past{"start_month_is_past"};
inline constexpr Refusal month_has_begun{"month_has_begun"};

}  // namespace forecourt::people
