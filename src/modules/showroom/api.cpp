#include <modules/showroom/api.h>
#include <modules/showroom/test_drive/test_drive_store.h>

namespace forecourt::showroom {

std::optional<TestDriveFacts> find_test_drive(db::Connection& db, Id<Store> store, Id<TestDrive> id) {
    const auto drive = load_test_drive(db, store, id);
    if (!drive) return std::nullopt;
    return TestDriveFacts{.id = drive->id,
                          .number = drive->number,
                          .customer_id = drive->customer_id,
                          .car_id = drive->car_id,
                          .consultant_id = drive->consultant_id,
                          .starts_at = drive->starts_at,
                          .ends_at = drive->ends_at,
                          .state = drive->state};
}

bool car_is_promised(db::Connection& db, Id<Store> store, Id<vehicles::Car> car, Instant from, Instant to) {
    for (const auto& taken : taken_times(db, store, {from, to})) {
        if (taken.car_id == car) return true;
    }
    return false;
}

}  // namespace forecourt::showroom
