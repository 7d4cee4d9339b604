#include <modules/workshop/order/order_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

LineRow line_of(LineKind kind, LineState state, Work work = Work::waiting, std::int64_t fen = 100) {
    LineRow line;
    line.kind = kind;
    line.state = state;
    line.work = work;
    line.amount = {fen};
    return line;
}

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

TEST(workshop_order, comes_as_far_as_its_facts_say) {
    using enum LineState;
    OrderRow order;
    EXPECT_EQ(state_of(order, {}), OrderState::received);
    EXPECT_EQ(state_of(order, {line_of(LineKind::labour, planned)}), OrderState::received);
    EXPECT_EQ(state_of(order, {line_of(LineKind::labour, asked)}), OrderState::awaiting_consent);
    EXPECT_EQ(state_of(order, {line_of(LineKind::labour, declined)}), OrderState::received);
    const auto approved_line = line_of(LineKind::labour, approved);
    EXPECT_EQ(state_of(order, {approved_line, line_of(LineKind::part, asked)}), OrderState::approved);
    order.started_at = Instant{1};
    EXPECT_EQ(state_of(order, {approved_line}), OrderState::in_work);
    const auto done = line_of(LineKind::labour, approved, Work::done);
    EXPECT_EQ(state_of(order, {done, approved_line}), OrderState::in_work);
    EXPECT_EQ(state_of(order, {done, line_of(LineKind::part, approved)}), OrderState::quality_check);
    EXPECT_EQ(state_of(order, {done, line_of(LineKind::outside, approved)}), OrderState::in_work);
    order.passed_at = Instant{2};
    EXPECT_EQ(state_of(order, {done}), OrderState::ready);
    order.settled_at = Instant{3};
    EXPECT_EQ(state_of(order, {done}), OrderState::settled);
    order.handed_back_at = Instant{4};
    EXPECT_EQ(state_of(order, {done}), OrderState::handed_back);
    OrderRow gone;
    gone.cancelled_at = Instant{1};
    EXPECT_EQ(state_of(gone, {}), OrderState::cancelled);
}

TEST(workshop_order, plan_is_open_until_the_last_check) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_change_plan(order)), "allowed");
    order.passed_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_change_plan(order)), "order_is_past_work");
    order.handed_back_at = Instant{2};
    EXPECT_EQ(name_of_refusal(may_change_plan(order)), "order_is_over");
    EXPECT_EQ(name_of_refusal(may_touch(order)), "order_is_over");
}

TEST(workshop_order, promises_only_the_future) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_promise(order, {101}, {100})), "allowed");
    EXPECT_EQ(name_of_refusal(may_promise(order, {100}, {100})), "promise_in_the_past");
}

TEST(workshop_order, is_marked_on_the_outline_of_the_car) {
    const auto mark = [](std::int64_t x, std::int64_t y) {
        return OutlineMark{.view = OutlineSide::left, .x = x, .y = y};
    };
    EXPECT_EQ(name_of_refusal(may_mark({})), "allowed");
    EXPECT_EQ(name_of_refusal(may_mark({mark(0, 0), mark(1000, 1000)})), "allowed");
    EXPECT_EQ(name_of_refusal(may_mark({mark(0, 0), mark(1001, 0)})), "mark_beside_the_car");
    EXPECT_EQ(name_of_refusal(may_mark({mark(0, -1)})), "mark_beside_the_car");
}

TEST(workshop_order, is_washed_when_the_work_is_done) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_wash(order, {})), "work_not_done");
    EXPECT_EQ(name_of_refusal(may_wash(order, {line_of(LineKind::labour, LineState::approved)})),
              "work_not_done");
    EXPECT_EQ(name_of_refusal(may_wash(order, {line_of(LineKind::labour, LineState::approved, Work::done)})),
              "allowed");
}

TEST(workshop_order, ends_without_a_bill_only_before_work_and_parts) {
    OrderRow order;
    const auto approved = line_of(LineKind::labour, LineState::approved);
    EXPECT_EQ(name_of_refusal(may_cancel(order, {approved}, {})), "allowed");
    parts::LineParts part;
    EXPECT_EQ(name_of_refusal(may_cancel(order, {approved}, {part})), "allowed");
    part.issued = {1};
    EXPECT_EQ(name_of_refusal(may_cancel(order, {approved}, {part})), "order_has_work");
    EXPECT_EQ(
        name_of_refusal(may_cancel(order, {line_of(LineKind::outside, LineState::approved, Work::done)}, {})),
        "order_has_work");
    order.started_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_cancel(order, {}, {})), "order_has_work");
    order.settled_at = Instant{2};
    EXPECT_EQ(name_of_refusal(may_cancel(order, {}, {})), "order_is_past_work");
    order.cancelled_at = Instant{3};
    EXPECT_EQ(name_of_refusal(may_cancel(order, {}, {})), "order_is_over");
}

TEST(workshop_order, sums_what_is_still_wanted) {
    const auto totals = totals_of({line_of(LineKind::labour, LineState::approved, Work::waiting, 1000),
                                   line_of(LineKind::part, LineState::asked, Work::waiting, 200),
                                   line_of(LineKind::part, LineState::declined, Work::waiting, 30),
                                   line_of(LineKind::part, LineState::removed, Work::waiting, 4)});
    EXPECT_EQ(totals.planned, Money{1200});
    EXPECT_EQ(totals.approved, Money{1000});
}

TEST(workshop_order, is_guaranteed_by_its_class) {
    EXPECT_EQ(guarantee_of(RepairClass::whole_repair).km, 20'000);
    EXPECT_EQ(guarantee_of(RepairClass::assembly_repair).days, 100);
    EXPECT_EQ(guarantee_of(RepairClass::second_service).km, 5'000);
    EXPECT_EQ(guarantee_of(RepairClass::second_service).days, 30);
    EXPECT_EQ(guarantee_of(RepairClass::minor_repair).km, 2'000);
    EXPECT_EQ(guarantee_of(RepairClass::first_service).days, 10);
}

TEST(workshop_order, is_expected_when_the_open_hours_are_worked) {
    EXPECT_EQ(expected_at({.hours_open = {1500}, .clocked = {}, .people = 0}, {0}), Instant{} + minutes(90));
    EXPECT_EQ(expected_at({.hours_open = {1500}, .clocked = minutes(30), .people = 1}, {0}),
              Instant{} + hours(1));
    EXPECT_EQ(expected_at({.hours_open = {2000}, .clocked = {}, .people = 2}, {0}), Instant{} + hours(1));
    // Overrun: a tenth of the standard is still counted.
    EXPECT_EQ(expected_at({.hours_open = {1000}, .clocked = hours(3), .people = 1}, {0}),
              Instant{} + minutes(6));
    EXPECT_EQ(expected_at({.hours_open = {0}, .clocked = {}, .people = 1, .checks_open = true}, {0}),
              Instant{} + minutes(20));
}

}  // namespace
}  // namespace forecourt::workshop
