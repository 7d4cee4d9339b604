#include <modules/parts/part/part_rules.h>

#include <gtest/gtest.h>

namespace forecourt::parts {
namespace {

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

TEST(parts_part, leaves_the_catalogue_only_with_an_empty_shelf) {
    PartRow part;
    EXPECT_EQ(name_of_refusal(may_withdraw(part, {})), "allowed");
    EXPECT_EQ(
        name_of_refusal(may_withdraw(part, {.part_id = {1}, .on_hand = {1}, .reserved = {}, .value = {}})),
        "part_is_on_hand");
    part.withdrawn_at = Instant{1};
    EXPECT_EQ(name_of_refusal(may_withdraw(part, {})), "part_is_withdrawn");
    EXPECT_EQ(name_of_refusal(may_change(part)), "part_is_withdrawn");
}

TEST(parts_part, may_cost_nothing_but_not_less) {
    EXPECT_EQ(name_of_refusal(may_price({0})), "allowed");
    EXPECT_EQ(name_of_refusal(may_price({-1})), "part_price_negative");
}

}  // namespace
}  // namespace forecourt::parts
