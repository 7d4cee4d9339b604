#pragma once
#include <modules/deals/api.h>
#include <modules/people/evaluation/evaluation.h>
#include <services/documents/api.h>

namespace forecourt::people {

/// Closes a month, which makes its statements.
inline constexpr Right month_close{"people.month_close"};
/// Everybody's statements.
inline constexpr Right statement_all{"people.statement_all"};
/// Answers what a person disputes.
inline constexpr Right dispute_answer{"people.dispute_answer"};
/// Issues a statement: the paper that payroll pays by.
inline constexpr Right statement_issue{"people.statement_issue"};

struct CommissionStatement;
struct StatementLine;
struct Dispute;

enum class StatementState { open, confirmed, issued };
FORECOURT_ENUM(StatementState, open, confirmed, issued)

enum class LineKind {
    per_car,
    model_bonus,
    accessories_share,
    services_share,
    insurance_share,
    insurance_commission_share,
    loan_bonus,
    quality_factor,
    correction,
};
FORECOURT_ENUM(LineKind, per_car, model_bonus, accessories_share, services_share, insurance_share,
               insurance_commission_share, loan_bonus, quality_factor, correction)

struct StatementLineRow {
    Id<StatementLine> id;
    std::int64_t line_no{};
    LineKind kind{};
    std::optional<Id<deals::Deal>> deal_id;
    std::string deal_number;
    std::int64_t model_id{};
    std::int64_t basis{};      // fen, or cars
    std::int64_t rate{};       // basis points of the basis, or fen per car
    std::int64_t rule_from{};  // the tier's first car, or the score in hundredths from which the factor holds
    Money amount;
    std::string words;  // of a correction
};
FORECOURT_STRUCT(StatementLineRow, id, line_no, kind, deal_id, deal_number, model_id, basis, rate, rule_from,
                 amount, words)

struct StatementRow {
    Id<CommissionStatement> id;
    std::string number;
    Date month;
    Id<User> user_id;
    StatementState state{};
    Id<RuleBook> rules_id;
    std::optional<std::int64_t> score_hundredths;
    std::int64_t cars{};
    Money total;
    Instant shown_at;
    Instant confirm_by;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> issued_at;
    std::optional<std::string> issued_by;
    std::optional<Id<documents::ArchivedDocument>> document_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(StatementRow, id, number, month, user_id, state, rules_id, score_hundredths, cars, total,
                 shown_at, confirm_by, confirmed_at, issued_at, issued_by, document_id, version)

struct DisputeRow {
    Id<Dispute> id;
    Id<CommissionStatement> statement_id;
    Id<StatementLine> line_id;
    std::string reason;
    Instant raised_at;
    std::optional<Instant> answered_at;
    std::optional<std::string> answered_by;
    std::optional<bool> accepted;
    std::string answer;
    std::optional<Id<StatementLine>> correction_line_id;
};
FORECOURT_STRUCT(DisputeRow, id, statement_id, line_id, reason, raised_at, answered_at, answered_by, accepted,
                 answer, correction_line_id)

struct CloseMonth {
    Date month;
};
FORECOURT_STRUCT(CloseMonth, month)

struct MonthClosed {
    std::int64_t statements{};
    Money total;
};
FORECOURT_STRUCT(MonthClosed, statements, total)

struct StatementAtVersion {
    Id<CommissionStatement> statement_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(StatementAtVersion, statement_id, version)

struct DisputeLine {
    Id<CommissionStatement> statement_id;
    Id<StatementLine> line_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(DisputeLine, statement_id, line_id, reason, version)

/// Accepted: with the amount that comes on top, or off when it is negative. Refused: without.
struct AnswerDispute {
    Id<CommissionStatement> statement_id;
    Id<Dispute> dispute_id;
    bool accepted{};
    std::optional<Money> correction;
    FilledText words;
    std::int64_t version{};
};
FORECOURT_STRUCT(AnswerDispute, statement_id, dispute_id, accepted, correction, words, version)

struct StatementChanged {
    Id<CommissionStatement> statement_id;
    StatementState state{};
    Money total;
    std::int64_t version{};
};
FORECOURT_STRUCT(StatementChanged, statement_id, state, total, version)

inline constexpr Refusal month_not_over{"month_not_over"};
inline constexpr Refusal formula_not_in_force{"formula_not_in_force"};
inline constexpr Refusal rules_not_in_force{"rules_not_in_force"};
inline constexpr Refusal statement_not_found{"statement_not_found", RefusalKind::not_found};
inline constexpr Refusal statement_line_not_found{"statement_line_not_found", RefusalKind::not_found};
inline constexpr Refusal dispute_not_found{"dispute_not_found", RefusalKind::not_found};
inline constexpr Refusal not_your_statement{"not_your_statement", RefusalKind::forbidden};
inline constexpr Refusal own_statement{"own_statement", RefusalKind::forbidden};
inline constexpr Refusal statement_is_confirmed{"statement_is_confirmed"};
inline constexpr Refusal statement_is_issued{"statement_is_issued"};
inline constexpr Refusal statement_waits_for_person{"statement_waits_for_person"};
inline constexpr Refusal dispute_is_open{"dispute_is_open"};
inline constexpr Refusal line_is_disputed{"line_is_disputed"};
inline constexpr Refusal dispute_is_answered{"dispute_is_answered"};
inline constexpr Refusal correction_missing{"correction_missing", RefusalKind::unprocessable};
inline constexpr Refusal correction_not_wanted{"correction_not_wanted", RefusalKind::unprocessable};

}  // namespace forecourt::people
