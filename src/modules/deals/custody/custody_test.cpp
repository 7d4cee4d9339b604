#include <gtest/gtest.h>
#include <modules/deals/custody/custody.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Custody, is_lent_returned_and_destroyed_in_its_time) {
    using enum CustodyState;
    const Date until = date_of({2036, 3, 2});
    EXPECT_EQ(retain_until(local_instant(date_of({2026, 3, 2}), 10)), until);
    struct Row {
        CustodyState state;
        const char *lend, *give_back, *destroy_on_the_day, *destroy_after;
    };
    const Row rows[] = {
        {shelved, "ok", "contract_not_lent", "contract_is_retained", "ok"},
        {lent, "contract_is_lent", "ok", "contract_is_lent", "contract_is_lent"},
        {destroyed, "contract_is_destroyed", "contract_is_destroyed", "contract_is_destroyed",
         "contract_is_destroyed"},
    };
    for (const auto& row : rows) {
        const Custody custody{.state = row.state, .retain_until = until};
        EXPECT_EQ(name_or_ok(check_lend(custody, {.back_by = until}, until)), row.lend) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_return(custody)), row.give_back) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_destroy(custody, until)), row.destroy_on_the_day) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_destroy(custody, until + 1)), row.destroy_after) << name_of(row.state);
    }
    EXPECT_EQ(name_or_ok(check_lend({.state = shelved}, {.back_by = until + -1}, until)), "back_by_past");
}

}  // namespace
}  // namespace forecourt::deals
