#include <modules/leads/timeliness/timeliness.h>

#include <db/rows.h>
#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/lead/name_book.h>
#include <modules/leads/timeliness/leads_timeliness.sql.h>

namespace forecourt::leads {
namespace {

namespace statements = sql::leads_timeliness;

struct OverdueCount {
    Id<User> consultant_id;
    std::int64_t open{};
    std::int64_t overdue{};
    std::int64_t escalated{};
    std::optional<Instant> oldest_due_at;
};
FORECOURT_STRUCT(OverdueCount, consultant_id, open, overdue, escalated, oldest_due_at)

struct ContactCount {
    Id<User> user_id;
    std::int64_t contacts{};
    std::int64_t late{};
};
FORECOURT_STRUCT(ContactCount, user_id, contacts, late)

struct MinuteCount {
    std::int64_t minutes_taken{};
    std::int64_t leads{};
};
FORECOURT_STRUCT(MinuteCount, minutes_taken, leads)

struct ResponseCount {
    Id<User> consultant_id;
    std::int64_t leads{};
    std::int64_t in_time{};
    std::int64_t too_late{};
    std::int64_t waiting{};
    std::int64_t missed{};
};
FORECOURT_STRUCT(ResponseCount, consultant_id, leads, in_time, too_late, waiting, missed)

Result<Overdue> run_overdue(Context& context, const OverdueIn& in) {
    NameBook names(context);
    Overdue answer;
    const auto contacts =
        db::all<ContactCount>(context.db(), statements::contacts_by_person,
                              {{"store_id", context.store_id()}, {"since", context.now() - days(30)}});
    const auto counted =
        db::all<OverdueCount>(context.db(), statements::overdue_by_consultant,
                              db::Params::of(in, {{"store_id", context.store_id()}, {"now", context.now()}}));
    for (const auto& one : counted) {
        OverdueRow row{.consultant_id = one.consultant_id,
                       .consultant_name = names.person(one.consultant_id),
                       .open = one.open,
                       .overdue = one.overdue,
                       .escalated = one.escalated,
                       .oldest_due_at = one.oldest_due_at,
                       .contacts = 0,
                       .late = 0};
        for (const auto& done : contacts) {
            if (done.user_id != one.consultant_id) continue;
            row.contacts = done.contacts;
            row.late = done.late;
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

Result<ResponseTimes> run_response_times(Context& context, const ResponseTimesIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    const auto params = db::Params::of(in, {{"store_id", context.store_id()},
                                            {"now", context.now()},
                                            {"from_at", local_instant(period->from_date)},
                                            {"before", local_instant(period->to_date + 1)}});
    const auto table = limits::in_force(context, lead_limits);
    ResponseTimes answer{.from_date = period->from_date,
                         .to_date = period->to_date,
                         .limit_minutes = table.first_response_minutes,
                         .steps = {},
                         .unanswered = 0,
                         .rows = {}};
    std::vector<std::pair<std::int64_t, std::int64_t>> by_minutes;
    for (const auto& one : db::all<MinuteCount>(context.db(), statements::response_minutes, params)) {
        by_minutes.emplace_back(one.minutes_taken, one.leads);
    }
    answer.steps = steps_of(table.response_steps_minutes, by_minutes);
    NameBook names(context);
    for (const auto& one :
         db::all<ResponseCount>(context.db(), statements::responses_by_consultant, params)) {
        answer.unanswered += one.waiting + one.missed;
        answer.rows.push_back({.consultant_id = one.consultant_id,
                               .consultant_name = names.person(one.consultant_id),
                               .leads = one.leads,
                               .in_time = one.in_time,
                               .too_late = one.too_late,
                               .waiting = one.waiting,
                               .missed = one.missed});
    }
    return answer;
}

}  // namespace

std::vector<ResponseStep> steps_of(
    const std::vector<std::int64_t>& steps_minutes,
    const std::vector<std::pair<std::int64_t, std::int64_t>>& leads_by_minutes) {
    std::vector<ResponseStep> steps;
    for (const auto step : steps_minutes) steps.push_back({.up_to_minutes = step, .leads = 0});
    steps.push_back({.up_to_minutes = {}, .leads = 0});
    for (const auto& [taken, leads] : leads_by_minutes) {
        std::size_t at = 0;
        while (at < steps_minutes.size() && taken >= steps_minutes[at]) ++at;
        steps[at].leads += leads;
    }
    return steps;
}

const View<OverdueIn, Overdue> overdue{
    {.name = "leads.overdue", .needs = lead_read, .refuses = {}, .run = run_overdue}};

const View<ResponseTimesIn, ResponseTimes> response_times{{.name = "leads.response_times",
                                                           .needs = lead_read,
                                                           .refuses = {period_upside_down, period_too_long},
                                                           .run = run_response_times}};

}  // namespace forecourt::leads
