#include <modules/people/calendar/calendar.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/calendar/people_calendar.sql.h>

#include <algorithm>

namespace forecourt::people {
namespace {

std::vector<OpeningDay> exceptions_of(db::Connection& db, Id<Store> store, Date month) {
    const auto days = days_of_month(month);
    return db::all<OpeningDay>(db, sql::people_calendar::exceptions,
                               {{"store_id", store}, {"from_day", days.from}, {"until_day", days.until}});
}

Result<Nothing> run_set_opening_day(Tx& tx, const SetOpeningDay& in) {
    if (in.day < local_date(tx.now())) return opening_day_is_past;
    const OpeningDay row{.day = in.day,
                         .is_open = in.is_open,
                         .reason = in.reason.text,
                         .set_by = tx.actor().name,
                         .set_at = tx.now()};
    db::send(tx.db(), sql::people_calendar::set_day, db::Params::of(row, {{"store_id", tx.store_id()}}));
    tx.emit("people.opening_day_set", {{"store", tx.store_id()}}, row);
    return Nothing{};
}

Result<OpeningDays> run_opening_days(Context& context, const MonthIn& in) {
    const auto today = local_date(context.now());
    OpeningDays answer{
        .month = month_of(in.month.value_or(today)), .days = {}, .rows = {}, .allowed_actions = {}};
    answer.rows = exceptions_of(context.db(), context.store_id(), answer.month);
    answer.days = count_days(answer.month, today, answer.rows);
    allow(answer.allowed_actions, context, set_opening_day, std::nullopt);
    return answer;
}

}  // namespace

MonthDays count_days(Date month, Date today, const std::vector<OpeningDay>& exceptions) {
    MonthDays days;
    const auto span = days_of_month(month);
    for (Date day = span.from; day < span.until; day = day + 1) {
        const auto found = std::find_if(exceptions.begin(), exceptions.end(),
                                        [&](const OpeningDay& one) { return one.day == day; });
        if (found != exceptions.end() && !found->is_open) continue;
        ++days.total;
        ++(day <= today ? days.gone : days.left);
    }
    return days;
}

MonthDays days_of(db::Connection& db, Id<Store> store, Date month, Date today) {
    return count_days(month, today, exceptions_of(db, store, month));
}

const Action<SetOpeningDay, Nothing> set_opening_day{{.name = "people.set_opening_day",
                                                      .needs = target_write,
                                                      .refuses = {opening_day_is_past},
                                                      .run = run_set_opening_day}};

const View<MonthIn, OpeningDays> opening_days{
    {.name = "people.opening_days", .needs = own_read, .refuses = {}, .run = run_opening_days}};

}  // namespace forecourt::people
