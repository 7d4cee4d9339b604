#pragma once
#include <modules/insight/promise/promise_rules.h>

namespace forecourt::insight {

/// Whoever deals with customers sees what one of them was promised.
inline constexpr Right promise_read{"insight.promise_read"};
/// The store's figures are for those who lead.
inline constexpr Right figures_read{"insight.figures_read"};

struct PromiseListInput {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<PromiseKind> kind;
    std::optional<PromiseCase> case_type;
    std::optional<PromiseOutcome> outcome;
    std::optional<std::int64_t> from_value;  // of the difference: fen or minutes
    std::optional<std::int64_t> until_value;
    std::optional<bool> settled_only;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(PromiseListInput, limit, after, sort, kind, case_type, outcome, from_value, until_value,
                 settled_only, from_day, until_day)

struct PromiseListRow {
    Id<Promise> id;
    PromiseCase case_type{};
    std::int64_t case_id{};
    PromiseKind kind{};
    std::string subject;
    std::string number;
    std::int64_t customer_id{};
    std::string customer_name;
    std::string person;
    Instant made_at;
    std::optional<Money> first_amount;
    std::optional<Money> amount;
    std::optional<Instant> first_time;
    std::optional<Instant> time;
    std::optional<Money> became_amount;
    std::optional<Instant> became_time;
    PromiseOutcome outcome{};
    std::optional<std::int64_t> difference;
    std::int64_t changes{};
};
FORECOURT_STRUCT(PromiseListRow, id, case_type, case_id, kind, subject, number, customer_id, customer_name,
                 person, made_at, first_amount, amount, first_time, time, became_amount, became_time, outcome,
                 difference, changes)

struct SummaryInput {
    std::optional<PromiseCase> case_type;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(SummaryInput, case_type, from_day, until_day)

struct OutcomeCount {
    PromiseOutcome outcome{};
    std::int64_t cases{};
};
FORECOURT_STRUCT(OutcomeCount, outcome, cases)

/// All promises of one kind that one kind of case made.
struct PromiseFigures {
    PromiseCase case_type{};
    PromiseKind kind{};
    std::int64_t made{};
    std::int64_t changed{};
    std::vector<OutcomeCount> outcomes;
    std::vector<SpreadBar> bars;
};
FORECOURT_STRUCT(PromiseFigures, case_type, kind, made, changed, outcomes, bars)
struct PromiseSummary {
    Date from_day;
    Date until_day;
    std::vector<PromiseFigures> figures;
};
FORECOURT_STRUCT(PromiseSummary, from_day, until_day, figures)

struct CasePromisesInput {
    PromiseCase case_type{};
    std::int64_t case_id{};
};
FORECOURT_STRUCT(CasePromisesInput, case_type, case_id)

struct PromiseShown {
    PromiseRow promise;
    std::vector<ChangeRow> changes;
};
FORECOURT_STRUCT(PromiseShown, promise, changes)
struct CasePromises {
    std::string number;
    std::int64_t customer_id{};
    std::string customer_name;
    std::vector<PromiseShown> promises;
};
FORECOURT_STRUCT(CasePromises, number, customer_id, customer_name, promises)

inline constexpr Refusal nothing_promised{"nothing_promised", RefusalKind::not_found};

extern const View<PromiseListInput, Page<PromiseListRow>> promise_list;
extern const View<SummaryInput, PromiseSummary> promise_summary;
extern const View<CasePromisesInput, CasePromises> case_promises;

}  // namespace forecourt::insight
