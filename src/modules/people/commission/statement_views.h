#pragma once
#include <action/view.h>
#include <modules/people/commission/statement.h>

namespace forecourt::people {

struct StatementListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<Date> month;
    std::optional<Id<User>> user_id;
    std::optional<StatementState> state;
};
FORECOURT_STRUCT(StatementListIn, limit, after, sort, month, user_id, state)

struct StatementListRow {
    Id<CommissionStatement> id;
    std::string number;
    Date month;
    Id<User> user_id;
    std::string name;
    StatementState state{};
    std::optional<std::int64_t> score_hundredths;
    std::int64_t cars{};
    Money total;
    std::int64_t open_disputes{};
    Instant shown_at;
    Instant confirm_by;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> issued_at;
};
FORECOURT_STRUCT(StatementListRow, id, number, month, user_id, name, state, score_hundredths, cars, total,
                 open_disputes, shown_at, confirm_by, confirmed_at, issued_at)

struct StatementIn {
    Id<CommissionStatement> statement_id;
};
FORECOURT_STRUCT(StatementIn, statement_id)

/// A line with where it comes from: the deal, the rule, what it was taken of.
struct StatementLineShown {
    Id<StatementLine> id;
    std::int64_t line_no{};
    LineKind kind{};
    std::optional<Id<deals::Deal>> deal_id;
    std::string deal_number;
    std::string model_name;
    std::int64_t basis{};
    std::int64_t rate{};
    std::int64_t rule_from{};
    Money amount;
    std::string words;
    std::optional<DisputeRow> dispute;
};
FORECOURT_STRUCT(StatementLineShown, id, line_no, kind, deal_id, deal_number, model_name, basis, rate,
                 rule_from, amount, words, dispute)

struct StatementRecord {
    StatementRow statement;
    std::string name;
    std::int64_t rules_number{};
    Date rules_since;
    TierReach tier_reach{};
    std::vector<StatementLineShown> lines;
    std::int64_t open_disputes{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(StatementRecord, statement, name, rules_number, rules_since, tier_reach, lines,
                 open_disputes, allowed_actions)

extern const View<StatementListIn, Page<StatementListRow>> statement_list;
extern const View<StatementIn, StatementRecord> statement_record;

}  // namespace forecourt::people
