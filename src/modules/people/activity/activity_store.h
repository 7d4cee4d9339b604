#pragma once
#include <modules/people/activity/counting.h>
#include <services/log/api.h>

namespace forecourt::people {

/// Writes the case and adds it to its day.
void insert_case(Tx& tx, const CaseRow& row);
/// What the object of this count has counted so far, by person and model.
std::vector<Counted> counted_of(db::Connection& db, Id<Store> store, const Count& count);
void drop_counted(Tx& tx);
bool history_is_counted(db::Connection& db, Id<Store> store);
void set_history_counted(Tx& tx, std::int64_t events);

std::vector<PersonSum> person_sums(db::Connection& db, Id<Store> store, const Days& days,
                                   std::optional<Id<User>> user = {});
/// By day, of one person or of the whole store.
std::vector<DaySum> day_sums(db::Connection& db, Id<Store> store, const Days& days,
                             std::optional<Id<User>> user = {});
/// The cases of somebody's month of one measure, the oldest first.
std::vector<CaseRow> cases_of(db::Connection& db, Id<Store> store, const Days& days, Id<User> user,
                              Measure measure);

}  // namespace forecourt::people
