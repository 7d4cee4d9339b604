#include <db/send.h>
#include <modules/showroom/test_drive/showroom_test_drive.sql.h>
#include <modules/showroom/test_drive/test_drive_store.h>

namespace forecourt::showroom {

namespace statements = sql::showroom_test_drive;

std::optional<TestDrive> load_test_drive(db::Connection& db, Id<Store> store, Id<TestDrive> id) {
    return db::first<TestDrive>(db, statements::find_test_drive, {{"store_id", store}, {"id", id}});
}

std::vector<TakenTime> taken_times(db::Connection& db, Id<Store> store, const TimeSpan& time) {
    // No drive is longer, so nothing that began before can reach into this time; the index walk stays short.
    return db::all<TakenTime>(db, statements::taken_times,
                              {{"store_id", store},
                               {"from", time.from},
                               {"until", time.until},
                               {"earliest", time.from - longest_drive}});
}

bool is_car_out(db::Connection& db, Id<Store> store, Id<vehicles::Car> car) {
    return db::number(db, statements::count_out, {{"store_id", store}, {"car_id", car}}) != 0;
}

void insert_test_drive(Tx& tx, const TestDrive& drive) {
    db::send(tx.db(), statements::insert_test_drive, db::Params::of(drive, {{"store_id", tx.store_id()}}));
}

void update_test_drive(Tx& tx, const TestDrive& drive) {
    db::execute_one(tx.db(), statements::update_test_drive,
                    db::Params::of(drive, {{"store_id", tx.store_id()}}));
}

void count_booking(Tx& tx, Id<vehicles::Car> car, Id<User> consultant) {
    db::send(tx.db(), statements::count_booking,
             {{"store_id", tx.store_id()}, {"kind", "car"}, {"object_id", car}});
    db::send(tx.db(), statements::count_booking,
             {{"store_id", tx.store_id()}, {"kind", "person"}, {"object_id", consultant}});
}

std::optional<Feedback> feedback_of(db::Connection& db, Id<Store> store, Id<TestDrive> drive) {
    return db::first<Feedback>(db, statements::feedback_of, {{"store_id", store}, {"test_drive_id", drive}});
}

void insert_feedback(Tx& tx, const RecordFeedback& feedback) {
    db::send(tx.db(), statements::insert_feedback,
             db::Params::of(feedback, {{"id", tx.new_number()},
                                       {"store_id", tx.store_id()},
                                       {"recorded_by", tx.actor().user_id},
                                       {"recorded_at", tx.now()}}));
}

std::vector<Incident> incidents_of(db::Connection& db, Id<Store> store, Id<TestDrive> drive) {
    return db::all<Incident>(db, statements::incidents_of, {{"store_id", store}, {"test_drive_id", drive}});
}

Id<Incident> insert_incident(Tx& tx, const ReportIncident& incident) {
    const auto id = tx.new_id<Incident>();
    db::send(tx.db(), statements::insert_incident,
             db::Params::of(incident, {{"id", id},
                                       {"store_id", tx.store_id()},
                                       {"photos", JsonText{reflect::to_json(incident.photos)}},
                                       {"reported_by", tx.actor().user_id},
                                       {"reported_at", tx.now()}}));
    return id;
}

}  // namespace forecourt::showroom
