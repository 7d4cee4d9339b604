#include <gtest/gtest.h>
#include <modules/vehicles/car/car_rules.h>

namespace forecourt::vehicles {
namespace {

constexpr Id<deals::Deal> ours{7};
constexpr Id<deals::Deal> theirs{8};

CarRow car_in(CarState state, bool arrived) {
    CarRow car;
    car.state = state;
    if (arrived) car.arrived_at = Instant{1};
    if (state == CarState::locked) car.deal_id = ours;
    return car;
}

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(Car, says_what_may_happen_to_it_in_each_state) {
    struct Case {
        CarState state;
        bool arrived;
        const char* lock;
        const char* lock_for_another;
        const char* sell;
        const char* arrive;
        const char* move;
        const char* make_demo;
        const char* end_demo;
    };
    const Case cases[] = {
        {CarState::in_transit, false, "yes", "yes", "car_not_available", "yes", "car_not_in_house",
         "car_not_in_stock", "car_is_not_demo"},
        {CarState::in_stock, true, "yes", "yes", "yes", "car_has_arrived", "yes", "yes", "car_is_not_demo"},
        {CarState::locked, false, "yes", "car_not_available", "car_not_available", "yes", "car_not_in_house",
         "car_not_in_stock", "car_is_not_demo"},
        {CarState::locked, true, "yes", "car_not_available", "yes", "car_has_arrived", "yes",
         "car_not_in_stock", "car_is_not_demo"},
        {CarState::sold, true, "car_not_available", "car_not_available", "car_not_available",
         "car_has_arrived", "car_not_in_house", "car_not_in_stock", "car_is_not_demo"},
        {CarState::demo, true, "car_not_available", "car_not_available", "car_not_available",
         "car_has_arrived", "yes", "car_not_in_stock", "yes"},
        {CarState::customer, false, "car_not_available", "car_not_available", "car_not_available",
         "car_not_in_house", "car_not_in_house", "car_not_in_stock", "car_is_not_demo"},
    };
    for (const auto& one : cases) {
        const auto car = car_in(one.state, one.arrived);
        const auto name = name_of(one.state);
        EXPECT_EQ(answer(may_lock(car, ours)), one.lock) << name;
        EXPECT_EQ(answer(may_lock(car, theirs)), one.lock_for_another) << name;
        EXPECT_EQ(answer(may_sell(car)), one.sell) << name;
        EXPECT_EQ(answer(may_accept_arrival(car)), one.arrive) << name;
        EXPECT_EQ(answer(may_move(car)), one.move) << name;
        EXPECT_EQ(answer(may_make_demo(car)), one.make_demo) << name;
        EXPECT_EQ(answer(may_end_demo(car)), one.end_demo) << name;
    }
}

TEST(Car, is_back_where_it_was_when_a_promise_is_taken_back) {
    EXPECT_EQ(state_when_released(car_in(CarState::locked, true)), CarState::in_stock);
    EXPECT_EQ(state_when_released(car_in(CarState::locked, false)), CarState::in_transit);
}

TEST(Car, that_was_built_for_a_deal_is_nobody_elses) {
    for (const bool arrived : {false, true}) {
        auto car = car_in(arrived ? CarState::in_stock : CarState::in_transit, arrived);
        car.deal_id = ours;
        EXPECT_EQ(answer(may_lock(car, ours)), "yes");
        EXPECT_EQ(answer(may_lock(car, theirs)), "car_not_available");
        EXPECT_EQ(answer(may_make_demo(car)), "car_not_in_stock");
    }
}

TEST(Car, comes_back_as_a_used_one_only_from_its_owner) {
    for (const auto state : {CarState::sold, CarState::customer})
        EXPECT_EQ(answer(may_take_used(car_in(state, true))), "yes") << name_of(state);
    for (const auto state : {CarState::in_transit, CarState::in_stock, CarState::locked, CarState::demo})
        EXPECT_EQ(answer(may_take_used(car_in(state, true))), "car_is_ours_already") << name_of(state);
}

TEST(Car, mileage_only_grows) {
    EXPECT_EQ(answer(check_mileage(100, 100)), "yes");
    EXPECT_EQ(answer(check_mileage(100, 99)), "mileage_goes_backwards");
    EXPECT_EQ(answer(check_mileage(0, -1)), "mileage_out_of_range");
    EXPECT_EQ(answer(check_mileage(0, 2'000'000)), "yes");
    EXPECT_EQ(answer(check_mileage(0, 2'000'001)), "mileage_out_of_range");
}

TEST(Car, damage_at_arrival_must_be_seen) {
    AcceptArrival arrival;
    EXPECT_EQ(answer(check_arrival(arrival)), "yes");
    arrival.damage = "  ";
    EXPECT_EQ(answer(check_arrival(arrival)), "yes");
    arrival.damage = "左前门划痕";
    EXPECT_EQ(answer(check_arrival(arrival)), "arrival_damage_needs_photo");
    arrival.photos.push_back({std::string(64, 'a')});
    EXPECT_EQ(answer(check_arrival(arrival)), "yes");
}

TEST(Car, is_called_by_its_last_six) { EXPECT_EQ(vin_tail({"LATPAB071W1005301"}), "005301"); }

}  // namespace
}  // namespace forecourt::vehicles
