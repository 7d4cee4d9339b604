#include <gtest/gtest.h>
#include <modules/deals/menu/menu.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Menu, is_answered_offer_by_offer_and_once) {
    const MenuOffers menu{{{.name = "a", .title = "A"}, {.name = "b", .title = "B"}}};
    EXPECT_EQ(name_or_ok(check_menu(menu, {{"a", true}, {"b", false}})), "ok");
    EXPECT_EQ(name_or_ok(check_menu(menu, {{"a", true}})), "menu_incomplete");
    EXPECT_EQ(name_or_ok(check_menu(menu, {{"a", true}, {"a", false}, {"b", true}})), "menu_incomplete");
    EXPECT_EQ(name_or_ok(check_menu(menu, {{"a", true}, {"b", true}, {"c", true}})), "menu_incomplete");
    EXPECT_EQ(name_or_ok(may_answer_menu({.state = DealState::draft}, false)), "ok");
    EXPECT_EQ(name_or_ok(may_answer_menu({.state = DealState::draft}, true)), "menu_is_answered");
    EXPECT_EQ(name_or_ok(may_answer_menu({.state = DealState::contract_signed}, false)),
              "contract_is_signed");
    EXPECT_FALSE(menu_offers().offers.empty());
}

}  // namespace
}  // namespace forecourt::deals
