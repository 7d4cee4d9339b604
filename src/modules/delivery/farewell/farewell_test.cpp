#include <gtest/gtest.h>
#include <modules/delivery/farewell/farewell_rules.h>

namespace forecourt::delivery {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(GatePass, only_for_what_is_paid_and_handed_over) {
    struct Row {
        DeliveryState state;
        bool paid, items, has_pass;
        const char* wanted;
    };
    const Row rows[] = {
        {DeliveryState::delivered, true, true, false, "ok"},
        {DeliveryState::delivered, true, true, true, "gate_pass_is_there"},
        {DeliveryState::delivered, false, true, false, "deal_is_not_paid"},
        {DeliveryState::preparing, true, true, false, "car_is_not_handed_over"},
        {DeliveryState::delivered, true, false, false, "items_not_handed_over"},
        {DeliveryState::cancelled, true, true, false, "delivery_is_stopped"},
    };
    for (const auto& row : rows) {
        const Situation now{.delivery = {.state = row.state}, .paid_up = row.paid};
        EXPECT_EQ(name_or_ok(may_issue_gate_pass(now, row.items, row.has_pass)), row.wanted);
    }
    EXPECT_EQ(name_or_ok(may_let_out({})), "ok");
    EXPECT_EQ(name_or_ok(may_let_out({.left_at = Instant{1}})), "gate_pass_is_used");
}

TEST(HandedItems, are_all_counted_once) {
    const ItemNorms norms{{{"keys", "钥匙", 2}, {"manual", "说明书", 1}}};
    const std::vector<ItemCount> good{{"keys", 2, ""}, {"manual", 0, ""}};
    EXPECT_EQ(name_or_ok(check_items(norms, good)), "ok");
    EXPECT_EQ(name_or_ok(check_items(norms, std::vector<ItemCount>{{"keys", 2, ""}})), "items_incomplete");
    EXPECT_EQ(name_or_ok(check_items(
                  norms, std::vector<ItemCount>{{"keys", 2, ""}, {"keys", 2, ""}, {"manual", 1, ""}})),
              "items_incomplete");
    EXPECT_EQ(name_or_ok(check_items(
                  norms, std::vector<ItemCount>{{"keys", 2, ""}, {"manual", 1, ""}, {"cat", 1, ""}})),
              "items_incomplete");
    EXPECT_EQ(name_or_ok(check_items(norms, std::vector<ItemCount>{{"keys", -1, ""}, {"manual", 1, ""}})),
              "items_incomplete");
    DeliveryRow delivery{.state = DeliveryState::preparing};
    EXPECT_EQ(name_or_ok(may_hand_over_items(delivery, false)), "customer_has_not_accepted");
    delivery.accepted_at = Instant{1};
    EXPECT_EQ(name_or_ok(may_hand_over_items(delivery, false)), "ok");
    EXPECT_EQ(name_or_ok(may_hand_over_items(delivery, true)), "items_are_handed_over");
    delivery.state = DeliveryState::cancelled;
    EXPECT_EQ(name_or_ok(may_hand_over_items(delivery, false)), "delivery_is_stopped");
    EXPECT_GE(handover_items().items.size(), 5U);
}

TEST(Ceremony, belongs_to_a_delivery_that_runs) {
    EXPECT_EQ(name_or_ok(may_celebrate({.state = DeliveryState::preparing})), "ok");
    EXPECT_EQ(name_or_ok(may_celebrate({.state = DeliveryState::delivered})), "delivery_is_over");
    EXPECT_EQ(name_or_ok(may_celebrate({.state = DeliveryState::cancelled})), "delivery_is_stopped");
}

TEST(Rating, is_given_once_after_the_hand_over) {
    EXPECT_EQ(name_or_ok(may_rate({.state = DeliveryState::delivered}, false)), "ok");
    EXPECT_EQ(name_or_ok(may_rate({.state = DeliveryState::delivered}, true)), "delivery_is_rated");
    EXPECT_EQ(name_or_ok(may_rate({.state = DeliveryState::preparing}, false)), "car_is_not_handed_over");
    struct Row {
        std::int64_t score, explained;
        const char* wanted;
    };
    const Row rows[] = {{1, 5, "ok"},
                        {5, 1, "ok"},
                        {0, 5, "score_out_of_range"},
                        {6, 5, "score_out_of_range"},
                        {5, 0, "score_out_of_range"},
                        {5, 6, "score_out_of_range"}};
    for (const auto& row : rows) {
        EXPECT_EQ(name_or_ok(check_rating({.score = row.score, .explained = row.explained})), row.wanted);
    }
}

TEST(Inspection, is_that_of_the_car) {
    EXPECT_EQ(inspection_for(vehicles::Fuel::electric), "pre_delivery_inspection_electric");
    EXPECT_EQ(inspection_for(vehicles::Fuel::plug_in_hybrid), "pre_delivery_inspection_electric");
    EXPECT_EQ(inspection_for(vehicles::Fuel::petrol), "pre_delivery_inspection");
}

}  // namespace
}  // namespace forecourt::delivery
