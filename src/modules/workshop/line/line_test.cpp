#include <modules/workshop/line/line_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

LineRow line_of(LineState state) {
    LineRow line;
    line.kind = LineKind::part;
    line.state = state;
    line.quantity = pieces(2);
    line.unit_price = {5000};
    line.amount = {10000};
    return line;
}

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

TEST(workshop_line, costs_quantity_times_price_less_discount) {
    EXPECT_EQ(amount_of({1500}, {12'001}, {0}), Money{18'002});  // 18001.5 rounded half up
    EXPECT_EQ(amount_of(pieces(2), {5000}, {10'000}), Money{0});
    EXPECT_THROW(amount_of(pieces(2), {5000}, {10'001}), BrokenInvariant);
}

TEST(workshop_line, leaves_the_plan_before_work_and_parts) {
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::planned), {})), "allowed");
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::asked), {})), "line_is_asked");
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::declined), {})), "line_is_gone");
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::removed), {})), "line_is_gone");
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::approved), {})), "allowed");
    EXPECT_EQ(name_of_refusal(may_remove(line_of(LineState::approved), {1})), "line_has_work");
    auto working = line_of(LineState::approved);
    working.work = Work::paused;
    EXPECT_EQ(name_of_refusal(may_remove(working, {})), "line_has_work");
}

TEST(workshop_line, shrinks_by_what_came_back) {
    struct Case {
        Quantity quantity;
        Money unit_price, discount;
        Quantity returned;
        Quantity left;
        Money discount_left, amount_left;
    };
    for (const auto& row : {
             Case{pieces(2), {5000}, {0}, pieces(1), pieces(1), {0}, {5000}},
             Case{pieces(3), {5000}, {900}, pieces(1), pieces(2), {600}, {9400}},
             Case{{1500}, {333}, {0}, {500}, pieces(1), {0}, {333}},
             Case{pieces(2), {1}, {2}, pieces(1), pieces(1), {1}, {0}},
             // Rounded by itself the half would cost a fen though the whole was free; and less than nothing.
             Case{{3000}, {1}, {3}, {500}, {2500}, {3}, {0}},
             Case{{1000}, {1}, {1}, {600}, {400}, {0}, {0}},
         }) {
        auto line = line_of(LineState::approved);
        line.quantity = row.quantity;
        line.unit_price = row.unit_price;
        line.discount = row.discount;
        line.amount = amount_of(row.quantity, row.unit_price, row.discount);
        const auto left = without_returned(line, row.returned);
        EXPECT_EQ(left.state, LineState::approved);
        EXPECT_EQ(left.quantity, row.left);
        EXPECT_EQ(left.discount, row.discount_left);
        EXPECT_EQ(left.amount, row.amount_left);
    }
    const auto gone = without_returned(line_of(LineState::approved), pieces(2));
    EXPECT_EQ(gone.state, LineState::removed);
    EXPECT_EQ(gone.quantity, pieces(2));
    EXPECT_THROW(without_returned(line_of(LineState::approved), {2001}), BrokenInvariant);
}

TEST(workshop_line, is_let_go_up_to_the_limit_of_the_role) {
    Actor advisor, gm;
    advisor.roles = {Role::advisor};
    gm.roles = {Role::gm};
    EXPECT_EQ(discount_limit_basis_points(advisor), 1000);
    EXPECT_EQ(discount_limit_basis_points(gm), 10'000);
    EXPECT_EQ(name_of_refusal(may_discount({10'000}, {1000}, 1000)), "allowed");
    EXPECT_EQ(name_of_refusal(may_discount({10'000}, {1001}, 1000)), "service_discount_beyond_limit");
    EXPECT_EQ(name_of_refusal(may_discount({10'000}, {10'000}, 10'000)), "allowed");
    EXPECT_EQ(name_of_refusal(may_discount({10'000}, {10'001}, 10'000)), "discount_beyond_amount");
    EXPECT_EQ(name_of_refusal(may_discount({10'000}, {-1}, 10'000)), "discount_beyond_amount");
}

TEST(workshop_line, is_drawn_from_a_promise_while_the_customer_would_pay_it) {
    struct Case {
        LineState state;
        Payer payer;
        const char* answer;
    };
    const Case cases[] = {
        {LineState::planned, Payer::customer, "allowed"},
        {LineState::approved, Payer::customer, "allowed"},
        {LineState::asked, Payer::customer, "line_is_asked"},
        {LineState::declined, Payer::customer, "line_is_gone"},
        {LineState::removed, Payer::customer, "line_is_gone"},
        {LineState::approved, Payer::warranty, "line_is_not_customers"},
        {LineState::approved, Payer::internal, "line_is_not_customers"},
    };
    for (const auto& one : cases) {
        auto line = line_of(one.state);
        line.payer = one.payer;
        EXPECT_EQ(name_of_refusal(may_be_promised(line)), one.answer);
    }
}

TEST(workshop_line, only_becomes_cheaper_after_the_customer_said_yes) {
    auto line = line_of(LineState::approved);
    line.discount = {500};
    EXPECT_EQ(name_of_refusal(may_discount_line(line, {500}, 1000)), "allowed");
    EXPECT_EQ(name_of_refusal(may_discount_line(line, {499}, 1000)), "line_is_approved");
    EXPECT_EQ(name_of_refusal(may_discount_line(line, {1001}, 1000)), "service_discount_beyond_limit");
    EXPECT_EQ(name_of_refusal(may_discount_line(line_of(LineState::asked), {1}, 1000)), "line_is_asked");
    EXPECT_EQ(name_of_refusal(may_discount_line(line_of(LineState::declined), {1}, 1000)), "line_is_gone");
}

TEST(workshop_line, gives_parts_out_for_approved_lines_only) {
    EXPECT_EQ(name_of_refusal(may_issue_for(line_of(LineState::approved))), "allowed");
    for (const auto state : {LineState::planned, LineState::asked, LineState::declined, LineState::removed}) {
        EXPECT_EQ(name_of_refusal(may_issue_for(line_of(state))), "line_not_approved");
    }
    auto own = line_of(LineState::approved);
    own.customer_supplied = true;
    EXPECT_EQ(name_of_refusal(may_issue_for(own)), "part_is_customers_own");
    auto labour = line_of(LineState::approved);
    labour.kind = LineKind::labour;
    EXPECT_EQ(name_of_refusal(may_issue_for(labour)), "line_is_not_part");
}

}  // namespace
}  // namespace forecourt::workshop
