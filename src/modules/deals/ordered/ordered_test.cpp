#include <gtest/gtest.h>
#include <modules/deals/ordered/ordered.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

const vehicles::OrderOfDeal built{.number = "FO261126-0001", .car_id = Id<vehicles::Car>{9}};

TEST(OrderFromFactory, is_for_a_quote_without_a_car) {
    struct Row {
        Deal deal;
        std::optional<vehicles::OrderOfDeal> order;
        const char* wanted;
    };
    const Row rows[] = {
        {{.state = DealState::draft}, {}, "ok"},
        {{.state = DealState::offered}, {}, "ok"},
        {{.state = DealState::draft}, built, "deal_has_order"},
        {{.state = DealState::draft, .car_id = Id<vehicles::Car>{3}}, {}, "deal_has_car"},
        {{.state = DealState::draft, .used = true}, {}, "used_car_needs_own_quote"},
        {{.state = DealState::awaiting_approval}, {}, "discount_is_waiting"},
        {{.state = DealState::contract_drafted}, {}, "contract_is_drafted"},
        {{.state = DealState::contract_signed}, {}, "contract_is_signed"},
        {{.state = DealState::delivered}, {}, "deal_is_delivered"},
        {{.state = DealState::cancelled}, {}, "deal_is_cancelled"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(name_or_ok(may_order(row.deal, row.order)), row.wanted) << name_of(row.deal.state);
    EXPECT_EQ(name_or_ok(may_give_up({.state = DealState::draft}, built)), "ok");
    EXPECT_EQ(name_or_ok(may_give_up({.state = DealState::draft}, {})), "deal_has_no_order");
    EXPECT_EQ(name_or_ok(may_give_up({.state = DealState::contract_signed}, built)), "contract_is_signed");
}

TEST(OrderFromFactory, only_for_what_does_not_stand_here) {
    const std::vector<vehicles::CarFacts> free{{.vin = {"LSVAA4182E2100001"}, .colour = "极地白"}};
    EXPECT_EQ(name_or_ok(check_none_free({}, "极地白")), "ok");
    EXPECT_EQ(name_or_ok(check_none_free(free, "曜石黑")), "ok");
    EXPECT_EQ(name_or_ok(check_none_free(free, "极地白")), "free_car_is_there");
}

TEST(OrderedCar, is_the_one_that_the_deal_takes) {
    EXPECT_EQ(name_or_ok(check_choice({}, {3})), "ok");
    EXPECT_EQ(name_or_ok(check_choice(built, {9})), "ok");
    EXPECT_EQ(name_or_ok(check_choice(built, {3})), "deal_has_order");
    EXPECT_TRUE(takes_ordered_car({.state = DealState::draft}, {9}));
    EXPECT_TRUE(
        takes_ordered_car({.state = DealState::contract_signed, .car_id = Id<vehicles::Car>{9}}, {9}));
    EXPECT_FALSE(takes_ordered_car({.state = DealState::offered, .car_id = Id<vehicles::Car>{3}}, {9}));
    EXPECT_FALSE(takes_ordered_car({.state = DealState::cancelled}, {9}));
    EXPECT_FALSE(takes_ordered_car({.state = DealState::delivered, .car_id = Id<vehicles::Car>{9}}, {9}));
}

}  // namespace
}  // namespace forecourt::deals
