#include <modules/workshop/appointment/appointment_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

const Date day{20'700};
const Instant eight = local_instant(day, 8, 0);

Instant at(int hour, int minute = 0) { return local_instant(day, hour, minute); }

DayPlan plan_of(std::vector<TakenPlace> taken) {
    return {.day = day,
            .capacity = {.opens_minute = 540,
                         .closes_minute = 1020,
                         .slot_minutes = 30,
                         .walk_in_bays = 1,
                         .days_ahead = 14},
            .bays = {{1}, {2}, {3}},
            .advisors = {{11}, {12}},
            .taken = std::move(taken)};
}

std::string_view answer_to(const DayPlan& plan, Instant starts_at, std::int64_t minutes = 60,
                           std::optional<Id<User>> advisor = {}, Instant now = eight) {
    const auto place = find_place(plan, {starts_at, minutes, advisor}, now);
    return place ? "free" : place.refused().name();
}

TEST(workshop_appointment, takes_a_slot_of_the_day_and_nothing_beside_it) {
    const auto plan = plan_of({});
    EXPECT_EQ(answer_to(plan, at(9)), "free");
    EXPECT_EQ(answer_to(plan, at(8, 30)), "slot_not_offered");
    EXPECT_EQ(answer_to(plan, at(9, 15)), "slot_not_offered");
    EXPECT_EQ(answer_to(plan, at(16)), "free");
    EXPECT_EQ(answer_to(plan, at(16, 30)), "slot_not_offered");  // would end at half past five
    EXPECT_EQ(answer_to(plan, at(10), 60, {}, at(10)), "slot_not_offered");
    EXPECT_EQ(answer_to(plan, at(10), 60, {}, at(9, 59)), "free");
    EXPECT_EQ(answer_to(plan, at(9), 14), "appointment_minutes_out_of_range");
    EXPECT_EQ(answer_to(plan, at(9), 15), "free");
    EXPECT_EQ(answer_to(plan, at(9), 480), "free");
    EXPECT_EQ(answer_to(plan, at(9), 481), "appointment_minutes_out_of_range");
}

TEST(workshop_appointment, is_booked_so_many_days_ahead_and_no_more) {
    const auto plan = plan_of({});
    EXPECT_EQ(answer_to(plan, at(9), 60, {}, local_instant(day + -14, 12)), "free");
    EXPECT_EQ(answer_to(plan, at(9), 60, {}, local_instant(day + -15, 12)), "slot_too_far_ahead");
    EXPECT_TRUE(free_slots(plan, 60, local_instant(day + -15, 12)).empty());
}

TEST(workshop_appointment, needs_a_bay_for_its_whole_time_and_keeps_one_for_walk_ins) {
    const TakenPlace first{at(9), at(11), {1}, {11}};
    EXPECT_EQ(answer_to(plan_of({first}), at(9)), "free");
    const TakenPlace second{at(10), at(11), {2}, {12}};
    EXPECT_EQ(answer_to(plan_of({first, second}), at(9)), "free");              // over at ten
    EXPECT_EQ(answer_to(plan_of({first, second}), at(9), 61), "slot_is_full");  // one minute into both
    EXPECT_EQ(answer_to(plan_of({first, second}), at(10, 30), 30), "slot_is_full");
    EXPECT_EQ(answer_to(plan_of({first, second}), at(11), 30), "free");
    const auto place = find_place(plan_of({first}), {at(9, 30), 60, {}}, eight);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->bay_id, Id<Bay>{2});
}

TEST(workshop_appointment, needs_an_advisor_who_receives_nobody_else_then) {
    const TakenPlace first{at(9), at(10), {1}, {11}};
    EXPECT_EQ(answer_to(plan_of({first}), at(9), 60, Id<User>{11}), "slot_is_full");
    EXPECT_EQ(answer_to(plan_of({first}), at(9), 60, Id<User>{12}), "free");
    EXPECT_EQ(answer_to(plan_of({first}), at(9, 30), 30, Id<User>{11}), "free");
    // Who has fewer cars that day comes first.
    EXPECT_EQ(find_place(plan_of({first}), {at(14), 60, {}}, eight)->advisor_id, Id<User>{12});
}

TEST(workshop_appointment, shows_the_shape_of_the_day) {
    const auto slots =
        free_slots(plan_of({{at(9), at(10), {1}, {11}}, {at(9), at(9, 30), {2}, {12}}}), 60, eight);
    ASSERT_EQ(slots.size(), 15U);
    EXPECT_EQ(slots[0].starts_at, at(9));
    EXPECT_EQ(slots[0].free, 0);
    EXPECT_EQ(slots[1].free, 1);  // one bay is still taken until ten
    EXPECT_EQ(slots[2].free, 2);
    EXPECT_EQ(slots.back().starts_at, at(16));
}

TEST(workshop_appointment, ends_once_and_is_missed_after_half_an_hour) {
    AppointmentRow row;
    row.state = AppointmentState::booked;
    row.starts_at = at(9);
    EXPECT_FALSE(may_end(row));
    EXPECT_EQ(may_mark_missed(row, at(9, 29))->name(), "appointment_not_missed_yet");
    EXPECT_FALSE(may_mark_missed(row, at(9, 30)));
    row.state = AppointmentState::cancelled;
    EXPECT_EQ(may_end(row)->name(), "appointment_is_over");
    EXPECT_EQ(may_mark_missed(row, at(9, 30))->name(), "appointment_is_over");
}

TEST(workshop_appointment, capacity_must_make_sense) {
    EXPECT_FALSE(may_set({}));
    EXPECT_EQ(may_set({.opens_minute = 600, .closes_minute = 600})->name(), "capacity_not_valid");
    EXPECT_EQ(may_set({.slot_minutes = 4})->name(), "capacity_not_valid");
    EXPECT_FALSE(may_set({.slot_minutes = 5}));
    EXPECT_EQ(may_set({.days_ahead = 366})->name(), "capacity_not_valid");
}

}  // namespace
}  // namespace forecourt::workshop
