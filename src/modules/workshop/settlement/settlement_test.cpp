#include <modules/workshop/settlement/settlement_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

LineRow line_of(LineKind kind, Payer payer, std::int64_t fen, LineState state = LineState::approved) {
    LineRow line;
    line.id = {fen};
    line.kind = kind;
    line.payer = payer;
    line.state = state;
    line.amount = {fen};
    line.name = "更换机油";
    return line;
}

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

Money sum_of(const std::vector<ledger::Posting>& postings) {
    Money sum;
    for (const auto& posting : postings) sum += posting.amount;
    return sum;
}

TEST(workshop_settlement, splits_the_bill_by_payer_and_kind) {
    const auto bill = bill_of(
        {line_of(LineKind::labour, Payer::customer, 30'000), line_of(LineKind::part, Payer::customer, 10'055),
         line_of(LineKind::outside, Payer::insurer, 5'000), line_of(LineKind::part, Payer::warranty, 2'000),
         line_of(LineKind::labour, Payer::internal, 1'130),
         line_of(LineKind::part, Payer::customer, 99'999, LineState::declined)},
        {55}, RoundTo::yuan);
    EXPECT_EQ(bill.labour_total, Money{31'130});
    EXPECT_EQ(bill.parts_total, Money{12'055});
    EXPECT_EQ(bill.outside_total, Money{5'000});
    EXPECT_EQ(bill.customer_total, Money{40'000});
    EXPECT_EQ(bill.rounding_off, Money{0});
    EXPECT_EQ(bill.warranty_total, Money{2'000});
    EXPECT_EQ(bill.insurer_total, Money{5'000});
    EXPECT_EQ(bill.internal_total, Money{1'000});  // without VAT
}

TEST(workshop_settlement, rounds_down_what_the_customer_pays_and_nothing_else) {
    const std::vector<LineRow> lines{line_of(LineKind::labour, Payer::customer, 12'399),
                                     line_of(LineKind::part, Payer::warranty, 555)};
    EXPECT_EQ(bill_of(lines, {}, RoundTo::fen).customer_total, Money{12'399});
    EXPECT_EQ(bill_of(lines, {}, RoundTo::jiao).customer_total, Money{12'390});
    EXPECT_EQ(bill_of(lines, {}, RoundTo::yuan).customer_total, Money{12'300});
    EXPECT_EQ(bill_of(lines, {}, RoundTo::yuan).rounding_off, Money{99});
    EXPECT_EQ(bill_of(lines, {}, RoundTo::yuan).warranty_total, Money{555});
    EXPECT_EQ(bill_of(lines, {}, RoundTo::yuan).tax, bill_of(lines, {}, RoundTo::fen).tax);
}

TEST(workshop_settlement, always_balances) {
    const Payer payers[] = {Payer::customer, Payer::warranty, Payer::insurer, Payer::internal};
    const LineKind kinds[] = {LineKind::labour, LineKind::part, LineKind::outside};
    std::int64_t seed = 7;
    for (int round = 0; round < 500; ++round) {
        std::vector<LineRow> lines;
        for (int i = 0; i < 6; ++i) {
            seed = (seed * 1'103'515'245 + 12'345) % 2'147'483'648;
            lines.push_back(line_of(kinds[seed % 3], payers[seed / 7 % 4], seed / 31 % 90'000));
        }
        const Money discount = share_half_up(customer_gross(lines), seed % 1000);
        const auto bill = bill_of(lines, discount, static_cast<RoundTo>(round % 3));
        EXPECT_EQ(sum_of(postings_of(bill, {round * 10}, {5})), Money{0});
        EXPECT_EQ(bill.customer_total + bill.discount + bill.rounding_off, customer_gross(lines));
    }
}

TEST(workshop_settlement, sets_a_deposit_off) {
    const auto bill = bill_of({line_of(LineKind::labour, Payer::customer, 10'000)}, {}, RoundTo::fen);
    const auto postings = postings_of(bill, {3'000}, {5});
    EXPECT_EQ(postings[0].account, ledger::Account::customer_receivable);
    EXPECT_EQ(postings[0].amount, Money{7'000});
    EXPECT_EQ(postings[0].customer_id, 5);
    EXPECT_EQ(postings[1].amount, Money{3'000});
}

TEST(workshop_settlement, bills_nothing_beyond_the_consent) {
    const std::vector<LineRow> lines{line_of(LineKind::labour, Payer::customer, 10'000),
                                     line_of(LineKind::part, Payer::customer, 77, LineState::planned)};
    EXPECT_EQ(name_of_refusal(may_bill(lines, {{{10'000}, {10'000}}})), "allowed");
    EXPECT_EQ(name_of_refusal(may_bill(lines, {{{10'000}, {9'999}}})), "bill_beyond_consent");
    EXPECT_EQ(name_of_refusal(may_bill(lines, {{{1}, {10'000}}})), "bill_beyond_consent");
}

TEST(workshop_settlement, comes_after_the_last_check_and_once) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_settle(order)), "quality_not_passed");
    order.passed_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_settle(order)), "allowed");
    order.settled_at = Instant{2};
    EXPECT_EQ(name_of_refusal(may_settle(order)), "order_is_settled");
    order.cancelled_at = Instant{3};
    EXPECT_EQ(name_of_refusal(may_settle(order)), "order_is_over");
}

TEST(workshop_settlement, is_taken_back_before_anything_was_paid_on_it) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_cancel_settlement(order, {}, {})), "order_not_settled");
    order.settled_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_cancel_settlement(order, {500}, {500})), "allowed");
    EXPECT_EQ(name_of_refusal(may_cancel_settlement(order, {501}, {500})), "order_has_payment");
    order.handed_back_at = Instant{2};
    EXPECT_EQ(name_of_refusal(may_cancel_settlement(order, {}, {})), "order_is_over");
}

TEST(workshop_settlement, hands_back_what_is_checked_settled_and_paid) {
    OrderRow order;
    order.mileage_km = 1000;
    EXPECT_EQ(name_of_refusal(may_hand_back(order, true, 1000)), "quality_not_passed");
    order.passed_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_hand_back(order, true, 1000)), "order_not_settled");
    order.settled_at = Instant{2};
    EXPECT_EQ(name_of_refusal(may_hand_back(order, false, 1000)), "order_not_paid");
    EXPECT_EQ(name_of_refusal(may_hand_back(order, true, 999)), "mileage_out_below_in");
    EXPECT_EQ(name_of_refusal(may_hand_back(order, true, 1000)), "allowed");
}

TEST(workshop_settlement, asks_for_a_deposit_before_the_bill) {
    OrderRow order;
    EXPECT_EQ(name_of_refusal(may_ask_deposit(order, {0})), "deposit_not_positive");
    EXPECT_EQ(name_of_refusal(may_ask_deposit(order, {1})), "allowed");
    order.settled_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_ask_deposit(order, {1})), "order_is_settled");
}

}  // namespace
}  // namespace forecourt::workshop
