#include <modules/leads/funnel/funnel.h>

#include <db/rows.h>
#include <modules/leads/funnel/funnel_store.h>
#include <modules/leads/funnel/leads_funnel.sql.h>
#include <modules/leads/lead/name_book.h>

namespace forecourt::leads {

Result<Period> period_of(Instant now, const std::optional<Date>& from, const std::optional<Date>& to) {
    const Date last = to.value_or(local_date(now));
    const Date first = from.value_or(last + -29);
    if (last < first) return period_upside_down;
    if (last - first > 366) return period_too_long;
    return Period{.from_date = first, .to_date = last};
}

namespace {

const db::Sql& statement_of(FunnelBy by) {
    switch (by) {
        case FunnelBy::consultant:
            return sql::leads_funnel::by_consultant;
        case FunnelBy::model:
            return sql::leads_funnel::by_model;
        case FunnelBy::channel:
            return sql::leads_funnel::by_channel;
        case FunnelBy::day:
            return sql::leads_funnel::by_day;
    }
    return sql::leads_funnel::by_day;
}

std::string label_of(NameBook& names, FunnelBy by, const std::string& key) {
    if (key == "0") return {};
    if (by == FunnelBy::consultant) return names.person({std::stoll(key)});
    if (by == FunnelBy::model) return names.model(Id<vehicles::Model>{std::stoll(key)});
    return {};
}

Result<Funnel> run_funnel(Context& context, const FunnelIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    Funnel answer{.from_date = period->from_date, .to_date = period->to_date, .total = {}, .bars = {}};
    answer.bars = db::all<FunnelBar>(context.db(), statement_of(in.by),
                                     db::Params::of(in, {{"store_id", context.store_id()},
                                                         {"from_date", period->from_date},
                                                         {"to_date", period->to_date}}));
    NameBook names(context);
    for (auto& bar : answer.bars) {
        bar.label = label_of(names, in.by, bar.key);
        answer.total.came += bar.came;
        answer.total.kept += bar.kept;
        answer.total.drove += bar.drove;
        answer.total.quoted += bar.quoted;
        answer.total.ordered += bar.ordered;
    }
    return answer;
}

std::string name_of_case(Context& context, const StoredCase& row) {
    if (row.lead_id) {
        if (const auto lead = find_lead(context.db(), context.store_id(), *row.lead_id)) {
            return customers::customer_name(context.db(), context.store_id(), lead->customer_id);
        }
    }
    if (row.visit_id) {
        if (const auto visit = reception::find_visit(context.db(), context.store_id(), *row.visit_id)) {
            return visit->visitor_name;
        }
    }
    return {};
}

Result<Page<FunnelCaseRow>> run_funnel_cases(Context& context, const FunnelCasesIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    const auto stored = list_page<StoredCase>(context, sql::leads_funnel::list_cases, in, "-came_at",
                                              {{"came_from", local_instant(period->from_date)},
                                               {"came_before", local_instant(period->to_date + 1)}});
    if (!stored) return stored.refused();
    Page<FunnelCaseRow> page{.rows = {}, .next = stored->next};
    NameBook names(context);
    for (const auto& row : stored->rows) {
        page.rows.push_back({.id = row.id,
                             .visit_id = row.visit_id,
                             .lead_id = row.lead_id,
                             .name = name_of_case(context, row),
                             .came_at = row.came_at,
                             .channel = row.channel,
                             .consultant_name = row.consultant_id ? names.person(row.consultant_id) : "",
                             .model_name = row.model_id ? names.model(row.model_id) : "",
                             .kept_at = row.kept_at,
                             .drove_at = row.drove_at,
                             .quoted_at = row.quoted_at,
                             .ordered_at = row.ordered_at});
    }
    return page;
}

}  // namespace

const View<FunnelIn, Funnel> funnel{{.name = "leads.funnel",
                                     .needs = lead_read,
                                     .refuses = {period_upside_down, period_too_long},
                                     .run = run_funnel}};

const View<FunnelCasesIn, Page<FunnelCaseRow>> funnel_cases{
    {.name = "leads.funnel_cases",
     .needs = lead_read,
     .refuses = {period_upside_down, period_too_long, cursor_not_understood, sort_not_offered},
     .run = run_funnel_cases}};

}  // namespace forecourt::leads
