#include <modules/people/activity/activity_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/activity/people_activity.sql.h>

namespace forecourt::people {
namespace {

namespace statements = sql::people_activity;

db::Params between(Id<Store> store, const Days& days) {
    return {{"store_id", store}, {"from_day", days.from}, {"until_day", days.until}};
}

}  // namespace

void insert_case(Tx& tx, const CaseRow& row) {
    const auto params = db::Params::of(row, {{"store_id", tx.store_id()}});
    db::send(tx.db(), statements::insert_case, params);
    db::send(tx.db(), statements::add_to_day, params);
}

std::vector<Counted> counted_of(db::Connection& db, Id<Store> store, const Count& count) {
    return db::all<Counted>(db, statements::counted_of,
                            {{"store_id", store},
                             {"object_type", count.object_type},
                             {"object_id", count.object_id},
                             {"measure", count.measure}});
}

void drop_counted(Tx& tx) {
    db::send(tx.db(), statements::drop_cases, {{"store_id", tx.store_id()}});
    db::send(tx.db(), statements::drop_days, {{"store_id", tx.store_id()}});
}

bool history_is_counted(db::Connection& db, Id<Store> store) {
    return db::number(db, statements::find_counting, {{"store_id", store}}).has_value();
}

void set_history_counted(Tx& tx, std::int64_t events) {
    db::send(tx.db(), statements::insert_counting,
             {{"store_id", tx.store_id()}, {"counted_at", tx.now()}, {"events", events}});
}

std::vector<PersonSum> person_sums(db::Connection& db, Id<Store> store, const Days& days,
                                   std::optional<Id<User>> user) {
    return db::all<PersonSum>(db, statements::person_sums, between(store, days).add({"user_id", user}));
}

std::vector<DaySum> day_sums(db::Connection& db, Id<Store> store, const Days& days,
                             std::optional<Id<User>> user) {
    return db::all<DaySum>(db, statements::day_sums, between(store, days).add({"user_id", user}));
}

std::vector<CaseRow> cases_of(db::Connection& db, Id<Store> store, const Days& days, Id<User> user,
                              Measure measure) {
    return db::all<CaseRow>(db, statements::cases_of,
                            {{"store_id", store},
                             {"user_id", user},
                             {"measure", measure},
                             {"from_at", local_instant(days.from)},
                             {"until_at", local_instant(days.until)}});
}

}  // namespace forecourt::people
