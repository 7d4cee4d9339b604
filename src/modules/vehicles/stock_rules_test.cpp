#include <gtest/gtest.h>
#include <modules/vehicles/claim/claim.h>
#include <modules/vehicles/count/count.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/order/order.h>
#include <modules/vehicles/transfer/transfer_rules.h>

namespace forecourt::vehicles {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(DamageClaim, goes_from_the_carrier_to_its_end) {
    struct Case {
        DamageClaimState state;
        const char* send;
        const char* answered;
        const char* close;
    };
    const Case cases[] = {
        {DamageClaimState::found, "yes", "claim_was_not_sent", "yes"},
        {DamageClaimState::claimed, "claim_was_sent", "yes", "claim_is_not_answered"},
        {DamageClaimState::accepted, "claim_was_sent", "yes", "yes"},
        {DamageClaimState::refused, "claim_was_sent", "yes", "yes"},
        {DamageClaimState::closed, "claim_is_closed", "claim_is_closed", "claim_is_closed"},
    };
    for (const auto& c : cases) {
        ClaimRow claim;
        claim.state = c.state;
        EXPECT_EQ(answer(may_send_claim(claim)), c.send) << name_of(c.state);
        EXPECT_EQ(answer(may_answer_claim(claim)), c.answered) << name_of(c.state);
        EXPECT_EQ(answer(may_close_claim(claim)), c.close) << name_of(c.state);
    }
    ClaimRow claim;
    claim.claimed = yuan(100);
    claim.accepted = yuan(80);
    EXPECT_EQ(answer(check_claimed(Money{0})), "claim_amount_not_positive");
    EXPECT_EQ(answer(check_claimed(Money{1})), "yes");
    EXPECT_EQ(answer(check_accepted(claim, yuan(100))), "yes");
    EXPECT_EQ(answer(check_accepted(claim, yuan(100) + Money{1})), "claim_amount_too_high");
    EXPECT_EQ(answer(check_accepted(claim, Money{-1})), "claim_amount_not_positive");
    EXPECT_EQ(answer(check_received(claim, yuan(80))), "yes");
    EXPECT_EQ(answer(check_received(claim, yuan(80) + Money{1})), "claim_amount_too_high");
}

TEST(Custody, a_key_is_in_one_hand) {
    struct Case {
        ItemState state;
        const char* issue;
        const char* give_back;
    };
    const Case cases[] = {
        {ItemState::here, "yes", "item_is_here"},
        {ItemState::at_bank, "item_is_at_bank", "yes"},
        {ItemState::out, "item_is_out", "yes"},
        {ItemState::handed_over, "item_is_handed_over", "item_is_handed_over"},
    };
    for (const auto& c : cases) {
        ItemRow item;
        item.state = c.state;
        EXPECT_EQ(answer(may_issue(item)), c.issue) << name_of(c.state);
        EXPECT_EQ(answer(may_return(item)), c.give_back) << name_of(c.state);
    }
    ItemRow certificate;
    certificate.kind = ItemKind::conformity_certificate;
    EXPECT_EQ(answer(check_papers({certificate})), "yes");
    certificate.state = ItemState::at_bank;
    EXPECT_EQ(answer(check_papers({certificate})), "certificate_with_bank");
}

TEST(FactoryOrder, a_car_for_a_deal_is_dispatched_with_its_cost) {
    OrderedCarRow car;
    EXPECT_EQ(answer(check_dispatch(car, {})), "yes");
    EXPECT_EQ(answer(check_dispatch(car, {.cost = Money{-1}})), "car_cost_negative");
    car.deal_id = Id<deals::Deal>{7};
    EXPECT_EQ(answer(check_dispatch(car, {})), "car_cost_missing");
    EXPECT_EQ(answer(check_dispatch(car, {.cost = yuan(90'000)})), "yes");
    car.cost = yuan(88'000);
    EXPECT_EQ(answer(check_dispatch(car, {})), "yes");
}

TEST(Transfer, takes_only_what_is_free) {
    CarRow car;
    car.state = CarState::in_stock;
    EXPECT_EQ(answer(may_give(car)), "yes");
    car.used = true;
    EXPECT_EQ(answer(may_give(car)), "used_car_stays_here");
    car.used = false;
    car.deal_id = Id<deals::Deal>{7};
    EXPECT_EQ(answer(may_give(car)), "car_not_available");
    car.deal_id.reset();
    for (const auto state : {CarState::in_transit, CarState::locked, CarState::demo, CarState::sold}) {
        car.state = state;
        EXPECT_EQ(answer(may_give(car)), "car_not_available") << name_of(state);
    }
    car.state = CarState::in_stock;
    car.leaves_by_transfer_id = Id<Transfer>{1};
    EXPECT_EQ(answer(may_give(car)), "car_goes_to_another_store");
    car.removed_at = Instant{1};
    EXPECT_EQ(answer(may_give(car)), "car_has_left");
}

TEST(Transfer, is_sent_once_and_by_the_store_that_has_the_car) {
    struct Case {
        TransferState state;
        const char* send;
        const char* withdraw;
    };
    const Case cases[] = {
        {TransferState::requested, "transfer_not_approved", "yes"},
        {TransferState::approved, "yes", "yes"},
        {TransferState::sent, "transfer_is_on_its_way", "transfer_is_on_its_way"},
        {TransferState::arrived, "transfer_is_settled", "transfer_is_settled"},
        {TransferState::declined, "transfer_is_settled", "transfer_is_settled"},
        {TransferState::withdrawn, "transfer_is_settled", "transfer_is_settled"},
    };
    for (const auto& c : cases) {
        Transfer transfer;
        transfer.store_id = {1};
        transfer.to_store_id = {2};
        transfer.state = c.state;
        EXPECT_EQ(answer(may_send(transfer, {1})), c.send) << name_of(c.state);
        EXPECT_EQ(answer(may_withdraw(transfer)), c.withdraw) << name_of(c.state);
    }
    Transfer approved;
    approved.store_id = {1};
    approved.state = TransferState::approved;
    EXPECT_EQ(answer(may_send(approved, {2})), "transfer_is_theirs_to_send");
}

TEST(StockCount, ends_when_every_difference_is_explained) {
    CountRow count;
    std::vector<CountLine> lines(3);
    lines[0].result = StockCountResult::found;
    lines[1].result = StockCountResult::missing;
    lines[2].result = StockCountResult::unexpected;
    EXPECT_EQ(unexplained(lines), 2);
    EXPECT_EQ(answer(may_close_count(count, lines)), "count_has_differences");
    lines[1].reason = "外出展示";
    EXPECT_EQ(answer(may_close_count(count, lines)), "count_has_differences");
    lines[2].reason = "客户旧车";
    EXPECT_EQ(answer(may_close_count(count, lines)), "yes");
    EXPECT_EQ(answer(may_explain(lines[0])), "count_line_is_no_difference");
    count.state = StockCountState::closed;
    EXPECT_EQ(answer(may_close_count(count, lines)), "count_is_closed");
    EXPECT_EQ(answer(may_scan(count)), "count_is_closed");
}

TEST(StockCount, reads_what_the_scanner_gives) {
    struct Case {
        const char* code;
        const char* whole;
        const char* tail;
    };
    const Case cases[] = {
        {"LATPAB071W1005301", "LATPAB071W1005301", ""},
        {"latpab071w1005301 ", "LATPAB071W1005301", ""},
        {"*LATPAB071W1005301*", "LATPAB071W1005301", ""},
        {"ILATPAB071W1005301", "LATPAB071W1005301", ""},
        {"005301", "", "005301"},
    };
    for (const auto& c : cases) {
        const auto read = read_code(c.code);
        ASSERT_TRUE(read) << c.code;
        EXPECT_EQ(read->whole, c.whole) << c.code;
        EXPECT_EQ(read->tail, c.tail) << c.code;
    }
    for (const char* code : {"", "05301", "LATPAB072W1005301", "LATPAB071W100530"}) {
        EXPECT_FALSE(read_code(code)) << code;
    }
}

TEST(FactoryOrder, names_cars_that_can_be_built) {
    const Date today = *parse_date("2026-03-02");
    PlaceOrder order{.lines = {{.model_id = {1}, .colour = {"白"}, .cars = 1, .cost = yuan(1)}},
                     .expected_on = today,
                     .note = {}};
    EXPECT_EQ(answer(check_order(order, today)), "yes");
    EXPECT_EQ(answer(check_order(order, today + 1)), "expected_date_is_past");
    order.lines[0].cars = 100;
    EXPECT_EQ(answer(check_order(order, today)), "yes");
    order.lines[0].cars = 101;
    EXPECT_EQ(answer(check_order(order, today)), "order_count_out_of_range");
    order.lines[0].cars = 0;
    EXPECT_EQ(answer(check_order(order, today)), "order_count_out_of_range");
    order.lines[0].cars = 1;
    order.lines[0].cost = Money{-1};
    EXPECT_EQ(answer(check_order(order, today)), "car_cost_negative");
    order.lines.clear();
    EXPECT_EQ(answer(check_order(order, today)), "order_has_no_cars");
    OrderedCarRow car;
    EXPECT_EQ(answer(may_change_ordered(car)), "yes");
    car.state = OrderedCarState::dispatched;
    EXPECT_EQ(answer(may_change_ordered(car)), "ordered_car_is_settled");
}

}  // namespace
}  // namespace forecourt::vehicles
