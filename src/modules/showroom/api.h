#pragma once
#include <action/context.h>

#include <optional>

namespace forecourt::customers {
struct Customer;
}
namespace forecourt::vehicles {
struct Car;
}

namespace forecourt::showroom {

struct TestDrive;

enum class TestDriveState { booked, agreed, driving, finished, cancelled };
FORECOURT_ENUM(TestDriveState, booked, agreed, driving, finished, cancelled)

/// What other modules may know of a test drive.
struct TestDriveFacts {
    Id<TestDrive> id;
    std::string number;
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Id<User> consultant_id;
    Instant starts_at;
    Instant ends_at;
    TestDriveState state{};
};
FORECOURT_STRUCT(TestDriveFacts, id, number, customer_id, car_id, consultant_id, starts_at, ends_at, state)

std::optional<TestDriveFacts> find_test_drive(db::Connection& db, Id<Store> store, Id<TestDrive> id);

/// Whether a car is promised to a test drive at some moment of [from, to).
bool car_is_promised(db::Connection& db, Id<Store> store, Id<vehicles::Car> car, Instant from, Instant to);

}  // namespace forecourt::showroom
