#include <gtest/gtest.h>
#include <modules/people/target/target_rules.h>

#include <numeric>

namespace forecourt::people {
namespace {

using Numbers = std::vector<std::int64_t>;

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(Target, shares_sum_to_the_whole_by_largest_remainder) {
    struct Case {
        std::int64_t whole;
        Numbers weights;
        Numbers parts;
    };
    const Case cases[] = {
        {10, {1, 1, 1}, {4, 3, 3}},        // equal remainders: the earlier gets it
        {10, {1, 1, 1, 1}, {3, 3, 2, 2}},  //
        {7, {3, 2, 1}, {4, 2, 1}},         // 3.5, 2.33, 1.17
        {100, {1, 0, 1}, {50, 0, 50}},     // no weight, no part
        {5, {0, 0, 0}, {0, 0, 0}},         // nothing to share by
        {0, {1, 2}, {0, 0}},               //
        {1, {1, 1000}, {0, 1}},            //
        {9'000'000'000'000, {3'000'000'000'000, 1}, {8'999'999'999'997, 3}},  // beyond 64 bits on the way
    };
    for (const auto& one : cases) {
        EXPECT_EQ(share_by_largest_remainder(one.whole, one.weights), one.parts) << one.whole;
    }
}

Sharing sharing_of(std::int64_t whole, ShareHow how) {
    return {.measure = Measure::orders,
            .whole = whole,
            .how = how,
            .receivers = {11, 12, 13},
            .weights = {6, 3, 0},
            .by_hand = {}};
}

TEST(Target, is_shared_equally_by_the_last_months_or_by_hand) {
    const auto amounts = [](const Result<std::vector<SharePart>>& parts) {
        Numbers numbers;
        if (parts) {
            for (const auto& part : *parts) numbers.push_back(part.amount);
        }
        return numbers;
    };
    EXPECT_EQ(amounts(decide_sharing(sharing_of(10, ShareHow::equal))), (Numbers{4, 3, 3}));
    EXPECT_EQ(amounts(decide_sharing(sharing_of(10, ShareHow::by_last_months))), (Numbers{7, 3, 0}));
    auto money = sharing_of(100'000'050, ShareHow::equal);
    money.measure = Measure::revenue;  // in hundreds of yuan, what is left over goes to the first
    EXPECT_EQ(amounts(decide_sharing(money)), (Numbers{33'340'050, 33'330'000, 33'330'000}));
}

TEST(Target, sharing_is_refused_by_name) {
    const auto refused = [](const Sharing& sharing) {
        const auto parts = decide_sharing(sharing);
        return parts ? std::string("yes") : std::string(parts.refused().name());
    };
    auto nobody = sharing_of(10, ShareHow::equal);
    nobody.receivers.clear();
    EXPECT_EQ(refused(nobody), "nobody_to_share_to");
    auto new_team = sharing_of(10, ShareHow::by_last_months);
    new_team.weights = {0, 0, -1};
    EXPECT_EQ(refused(new_team), "no_history_to_share_by");
    struct Case {
        std::vector<SharePart> parts;
        const char* expected;
    };
    const Case cases[] = {
        {{{11, 5}, {12, 5}}, "yes"},
        {{{11, 5}, {12, 4}}, "parts_do_not_sum"},
        {{{11, 5}, {12, 6}}, "parts_do_not_sum"},
        {{{11, 5}, {11, 5}}, "part_not_expected"},
        {{{11, 5}, {99, 5}}, "part_not_expected"},
        {{{11, 11}, {12, -1}}, "target_is_negative"},
    };
    for (const auto& one : cases) {
        auto sharing = sharing_of(10, ShareHow::by_hand);
        sharing.by_hand = one.parts;
        EXPECT_EQ(refused(sharing), one.expected);
    }
}

TEST(Target, goes_down_from_the_store_and_never_up) {
    struct Case {
        TargetScope from;
        ShareTo to;
        bool may;
    };
    const Case cases[] = {
        {TargetScope::store, ShareTo::teams, true},   {TargetScope::store, ShareTo::people, true},
        {TargetScope::store, ShareTo::models, true},  {TargetScope::team, ShareTo::teams, false},
        {TargetScope::team, ShareTo::people, true},   {TargetScope::team, ShareTo::models, true},
        {TargetScope::person, ShareTo::teams, false}, {TargetScope::person, ShareTo::people, false},
        {TargetScope::person, ShareTo::models, true},
    };
    for (const auto& one : cases) EXPECT_EQ(may_share(one.from, one.to), one.may);
}

TEST(Target, names_whom_it_is_of) {
    SetTarget in{
        .month = {}, .scope = TargetScope::store, .measure = Measure::orders, .amount = 0, .reason = {}};
    EXPECT_EQ(answer(check_target(in)), "yes");
    in.user_id = Id<User>{7};
    EXPECT_EQ(answer(check_target(in)), "target_of_nobody");
    in.scope = TargetScope::person;
    EXPECT_EQ(answer(check_target(in)), "yes");
    in.amount = -1;
    EXPECT_EQ(answer(check_target(in)), "target_is_negative");
    in.amount = 1;
    in.measure = Measure::satisfaction_points;
    EXPECT_EQ(answer(check_target(in)), "measure_has_no_target");
    in.scope = TargetScope::team;
    EXPECT_EQ(answer(check_target(in)), "target_of_nobody");
}

TEST(Target, forecast_goes_on_at_the_pace_so_far) {
    struct Case {
        MonthDays days;
        std::int64_t actual;
        std::int64_t target;
        std::int64_t forecast;
        std::optional<std::int64_t> needed_thousandths;
        Pace pace;
    };
    const Case cases[] = {
        {{10, 20, 30}, 10, 30, 30, 1000, Pace::on_track},
        {{10, 20, 30}, 9, 30, 27, 1050, Pace::close_behind},  // 90 % exactly
        {{10, 20, 30}, 8, 30, 24, 1100, Pace::behind},        //
        {{10, 20, 30}, 30, 30, 90, {}, Pace::reached},        //
        {{30, 0, 30}, 29, 30, 29, {}, Pace::close_behind},    // the month is over
        {{0, 30, 30}, 0, 30, 0, 1000, Pace::behind},          // it has not begun
        {{3, 27, 30}, 1, 30, 10, 1074, Pace::behind},         // 29 in 27 days
        {{10, 20, 30}, -1, 3, -3, 200, Pace::behind},         // more cancelled than signed
        {{7, 23, 30}, 0, 0, 0, {}, Pace::reached},            // a target of nothing
    };
    for (const auto& one : cases) {
        const auto cell = cell_of(Measure::orders, one.actual, one.target, one.days);
        EXPECT_EQ(cell.forecast, one.forecast) << one.actual;
        EXPECT_EQ(cell.needed_per_day_thousandths, one.needed_thousandths) << one.actual;
        EXPECT_EQ(name_of(cell.pace), name_of(one.pace)) << one.actual;
    }
    EXPECT_EQ(name_of(cell_of(Measure::orders, 5, {}, {10, 20, 30}).pace), "no_target");
}

TEST(Calendar, counts_the_days_of_opening) {
    const Date march = date_of({2026, 3, 1});
    const Date tenth = date_of({2026, 3, 10});
    const auto plain = count_days(march, tenth, {});
    EXPECT_EQ(plain.gone, 10);
    EXPECT_EQ(plain.left, 21);
    EXPECT_EQ(plain.total, 31);
    const std::vector<OpeningDay> closed{
        {.day = tenth, .is_open = false, .reason = "盘点", .set_by = "", .set_at = {}},
        {.day = tenth + 1, .is_open = false, .reason = "", .set_by = "", .set_at = {}},
        {.day = tenth + 2, .is_open = true, .reason = "", .set_by = "", .set_at = {}}};
    const auto holidays = count_days(march, tenth, closed);
    EXPECT_EQ(holidays.gone, 9);
    EXPECT_EQ(holidays.left, 20);
    EXPECT_EQ(count_days(march, date_of({2026, 2, 28}), {}).gone, 0);
    EXPECT_EQ(count_days(march, date_of({2026, 4, 1}), {}).left, 0);
}

}  // namespace
}  // namespace forecourt::people
