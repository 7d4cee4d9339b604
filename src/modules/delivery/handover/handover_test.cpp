#include <modules/delivery/handover/handover_rules.h>

#include <gtest/gtest.h>

using namespace forecourt;
using namespace forecourt::delivery;

namespace {

Situation ready() {
    Situation s;
    s.delivery.state = DeliveryState::preparing;
    s.delivery.inspected_at = Instant{1};
    s.delivery.prepared_at = Instant{2};
    s.delivery.accepted_at = Instant{3};
    s.paid_up = true;
    return s;
}

std::string told(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "free"; }

TEST(Delivery, no_key_leaves_for_a_car_with_a_fault_unsigned_or_unpaid) {
    EXPECT_EQ(told(may_deliver(ready())), "free");
    auto s = ready();
    s.delivery.state = DeliveryState::delivered;
    EXPECT_EQ(told(may_deliver(s)), "delivery_is_over");
    EXPECT_EQ(told(may_inspect(s)), "delivery_is_over");
    s = ready();
    s.delivery.inspected_at.reset();
    EXPECT_EQ(told(may_deliver(s)), "car_is_not_inspected");
    EXPECT_EQ(told(may_prepare(s)), "car_is_not_inspected");
    s = ready();
    s.open_faults = 1;
    EXPECT_EQ(told(may_deliver(s)), "faults_are_open");
    EXPECT_EQ(told(may_accept(s)), "faults_are_open");
    s = ready();
    s.delivery.prepared_at.reset();
    EXPECT_EQ(told(may_accept(s)), "delivery_is_not_prepared");
    s = ready();
    s.delivery.accepted_at.reset();
    EXPECT_EQ(told(may_deliver(s)), "customer_has_not_accepted");
    s = ready();
    s.paid_up = false;
    EXPECT_EQ(told(may_deliver(s)), "deal_is_not_paid");
    s = ready();
    s.insurance_expected_on = parse_date("2026-03-05");
    EXPECT_EQ(told(may_deliver(s)), "car_is_not_insured");
    EXPECT_EQ(told(may_accept(s)), "free");
}

TEST(Delivery, a_preparation_with_a_fault_is_incomplete) {
    using checklists::Verdict;
    EXPECT_EQ(told(is_complete({{.item = "wash", .verdict = Verdict::ok}})), "free");
    EXPECT_EQ(told(is_complete({{.item = "gift", .verdict = Verdict::not_applicable}})), "free");
    EXPECT_EQ(told(is_complete({{.item = "fuel", .verdict = Verdict::fault}})), "preparation_is_incomplete");
}

TEST(Delivery, what_the_hand_over_books_sums_to_zero) {
    const Amounts cases[] = {
        {.customer_id = 1,
         .car_price = yuan(159900),
         .car_cost = yuan(130000),
         .car_vat_basis_points = 1300,
         .goods_vat_basis_points = 1300,
         .services_vat_basis_points = 600},
        {.customer_id = 1,
         .car_price = Money{15990033},
         .accessories = Money{123457},
         .fees = Money{50001},
         .passed_on = Money{2111111},
         .trade_in = yuan(40000),
         .car_cost = Money{13123457},
         .car_vat_basis_points = 1300,
         .goods_vat_basis_points = 1300,
         .services_vat_basis_points = 600},
        // Another day's rates.
        {.customer_id = 1,
         .car_price = yuan(116000),
         .fees = yuan(106),
         .car_vat_basis_points = 1600,
         .goods_vat_basis_points = 1600,
         .services_vat_basis_points = 600},
        // A used car, with film on it: half a per cent in its price, thirteen in the film's.
        {.customer_id = 1,
         .car_price = yuan(80'400),
         .accessories = yuan(1'130),
         .car_cost = yuan(71'000),
         .car_vat_basis_points = 50,
         .goods_vat_basis_points = 1300,
         .services_vat_basis_points = 600},
        // Paid for before the contract became cheaper.
        {.customer_id = 1,
         .car_price = yuan(159900),
         .car_cost = yuan(130000),
         .overpaid = yuan(900),
         .car_vat_basis_points = 1300,
         .goods_vat_basis_points = 1300,
         .services_vat_basis_points = 600},
    };
    for (const auto& amounts : cases) {
        Money sum;
        for (const auto& posting : postings_of(amounts)) sum += posting.amount;
        EXPECT_EQ(sum.fen, 0);
    }
    // 159,900.00 with VAT is 141,504.42 and 18,395.58.
    const auto postings = postings_of(cases[0]);
    EXPECT_EQ(postings[2].amount.fen, -14150442);
    EXPECT_EQ(postings[4].amount.fen, -1839558);
    EXPECT_EQ(postings_of(cases[2])[4].amount, -yuan(16006));
    EXPECT_EQ(postings_of(cases[3])[2].amount, -yuan(80'000));
    EXPECT_EQ(postings_of(cases[3])[4].amount, -yuan(400 + 130));
    EXPECT_EQ(postings_of(cases[4])[0].amount, yuan(160'800));
    EXPECT_EQ(postings_of(cases[4])[8].amount, -yuan(900));
}

TEST(Delivery, a_new_car_has_no_journey_behind_it) {
    EXPECT_EQ(told(check_mileage(1'000, false)), "free");
    EXPECT_EQ(told(check_mileage(1'001, false)), "delivery_mileage_out_of_range");
    EXPECT_EQ(told(check_mileage(-1, false)), "delivery_mileage_out_of_range");
    EXPECT_EQ(told(check_mileage(86'000, true)), "free");
    EXPECT_EQ(told(check_mileage(-1, true)), "delivery_mileage_out_of_range");
}

TEST(Delivery, a_contract_signed_again_is_accepted_anew_and_another_car_inspected_anew) {
    DeliveryRow stopped = ready().delivery;
    stopped.state = DeliveryState::cancelled;
    stopped.car_id = {5};
    stopped.acceptance_signature = "abc";
    const auto same = taken_up(stopped, {5});
    EXPECT_EQ(same.state, DeliveryState::preparing);
    EXPECT_TRUE(same.inspected_at && same.prepared_at);
    EXPECT_FALSE(same.accepted_at);
    EXPECT_TRUE(same.acceptance_signature.empty());
    const auto other = taken_up(stopped, {6});
    EXPECT_EQ(other.car_id.value, 6);
    EXPECT_FALSE(other.inspected_at || other.prepared_at || other.accepted_at);
}

}  // namespace
