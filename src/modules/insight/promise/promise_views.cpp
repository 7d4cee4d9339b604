#include <modules/insight/promise/promise_views.h>

#include <modules/customers/api.h>
#include <modules/insight/promise/insight_promise.sql.h>

#include <map>

namespace forecourt::insight {
namespace {

namespace q = sql::insight_promise;

struct Days {
    Date from;
    Date until;
};

Days days_of(const std::optional<Date>& from, const std::optional<Date>& until, Instant now) {
    Days days{.from = {}, .until = until.value_or(local_date(now))};
    days.from = from.value_or(days.until + -29);
    return days;
}

/// What the list is asked for, as parameters: days become instants.
struct ListParams {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<PromiseKind> kind;
    std::optional<PromiseCase> case_type;
    std::optional<PromiseOutcome> outcome;
    std::optional<std::int64_t> from_value;
    std::optional<std::int64_t> until_value;
    std::optional<bool> settled_only;
    Instant from_at;
    Instant until_at;
};
FORECOURT_STRUCT(ListParams, limit, after, sort, kind, case_type, outcome, from_value, until_value,
                 settled_only, from_at, until_at)

std::string name_of_customer(Context& context, std::int64_t id) {
    return id == 0 ? std::string() : customers::customer_name(context.db(), context.store_id(), {id});
}

Result<Page<PromiseListRow>> run_list(Context& context, const PromiseListInput& in) {
    const auto days = days_of(in.from_day, in.until_day, context.now());
    const ListParams asked{
        .limit = in.limit,
        .after = in.after,
        .sort = in.sort,
        .kind = in.kind,
        .case_type = in.case_type,
        .outcome = in.outcome,
        .from_value = in.from_value,
        .until_value = in.until_value,
        .settled_only = in.settled_only.value_or(false) ? std::optional<bool>(true) : std::nullopt,
        .from_at = local_instant(days.from),
        .until_at = local_instant(days.until + 1)};
    const auto found = list_page<PromiseRow>(context, q::list_promises, asked, "-made_at");
    if (!found) return found.refused();
    Page<PromiseListRow> page{.rows = {}, .next = found->next};
    for (const auto& row : found->rows) {
        page.rows.push_back({.id = row.id,
                             .case_type = row.case_type,
                             .case_id = row.case_id,
                             .kind = row.kind,
                             .subject = row.subject,
                             .number = row.number,
                             .customer_id = row.customer_id,
                             .customer_name = name_of_customer(context, row.customer_id),
                             .person = row.person,
                             .made_at = row.made_at,
                             .first_amount = row.first_amount,
                             .amount = row.amount,
                             .first_time = row.first_time,
                             .time = row.time,
                             .became_amount = row.became_amount,
                             .became_time = row.became_time,
                             .outcome = row.outcome,
                             .difference = row.difference,
                             .changes = row.changes});
    }
    return page;
}

struct OutcomeRow {
    PromiseCase case_type{};
    PromiseKind kind{};
    PromiseOutcome outcome{};
    std::int64_t cases{};
    std::int64_t changed{};
};
FORECOURT_STRUCT(OutcomeRow, case_type, kind, outcome, cases, changed)

struct DifferenceRow {
    PromiseCase case_type{};
    PromiseKind kind{};
    std::int64_t difference{};
};
FORECOURT_STRUCT(DifferenceRow, case_type, kind, difference)

Result<PromiseSummary> run_summary(Context& context, const SummaryInput& in) {
    const auto days = days_of(in.from_day, in.until_day, context.now());
    const db::Params params{{"store_id", context.store_id()},
                            {"from_at", local_instant(days.from)},
                            {"until_at", local_instant(days.until + 1)},
                            {"case_type", in.case_type}};
    std::map<std::pair<PromiseCase, PromiseKind>, PromiseFigures> figures;
    for (const auto& row : db::all<OutcomeRow>(context.db(), q::count_by_outcome, params)) {
        auto& one = figures[{row.case_type, row.kind}];
        one.case_type = row.case_type;
        one.kind = row.kind;
        one.made += row.cases;
        one.changed += row.changed;
        one.outcomes.push_back({.outcome = row.outcome, .cases = row.cases});
    }
    std::map<std::pair<PromiseCase, PromiseKind>, std::vector<std::int64_t>> differences;
    for (const auto& row : db::all<DifferenceRow>(context.db(), q::differences, params)) {
        differences[{row.case_type, row.kind}].push_back(row.difference);
    }
    PromiseSummary summary{.from_day = days.from, .until_day = days.until, .figures = {}};
    for (auto& [key, one] : figures) {
        if (one.kind != PromiseKind::extra) one.bars = spread(one.kind, differences[key]);
        std::sort(one.outcomes.begin(), one.outcomes.end(),
                  [](const auto& a, const auto& b) { return a.outcome < b.outcome; });
        summary.figures.push_back(std::move(one));
    }
    return summary;
}

Result<CasePromises> run_case(Context& context, const CasePromisesInput& in) {
    CasePromises answer;
    for (const auto& row : db::all<PromiseRow>(
             context.db(), q::promises_of_case,
             {{"store_id", context.store_id()}, {"case_type", in.case_type}, {"case_id", in.case_id}})) {
        answer.number = row.number;
        answer.customer_id = row.customer_id;
        answer.promises.push_back(
            {.promise = row,
             .changes = db::all<ChangeRow>(context.db(), q::changes_of_promise,
                                           {{"store_id", context.store_id()}, {"promise_id", row.id}})});
    }
    if (answer.promises.empty()) return nothing_promised;
    answer.customer_name = name_of_customer(context, answer.customer_id);
    return answer;
}

}  // namespace

const View<PromiseListInput, Page<PromiseListRow>> promise_list{
    {.name = "insight.promise_list",
     .needs = figures_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_list}};
const View<SummaryInput, PromiseSummary> promise_summary{
    {.name = "insight.promise_summary", .needs = figures_read, .refuses = {}, .run = run_summary}};
const View<CasePromisesInput, CasePromises> case_promises{
    {.name = "insight.case_promises", .needs = promise_read, .refuses = {nothing_promised}, .run = run_case}};

}  // namespace forecourt::insight
