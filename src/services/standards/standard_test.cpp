#include <services/standards/standard.h>

#include <gtest/gtest.h>

using namespace forecourt;
using namespace forecourt::standards;

namespace {

const Instant arrived_at{1'000'000};

Milestone greeted() {
    return {.name = "greeted",
            .title = {"接待", "Greeted"},
            .event = "reception.visitor_greeted",
            .roles = {Role::sales},
            .after = "arrived",
            .within_s = 60,
            .not_before_s = 5,
            .needs = {"arrived"},
            .evidence = {"photo"},
            .on_miss = OnMiss::block,
            .ends = {}};
}

std::vector<Progress> after_arrival() {
    return {{.name = "arrived", .not_before = {}, .due_at = {}, .reached_at = arrived_at, .actor_name = {},
             .verdict = {}, .times = 1},
            {.name = "greeted",
             .not_before = arrived_at + seconds(5),
             .due_at = arrived_at + seconds(60),
             .reached_at = {},
             .actor_name = {},
             .verdict = {},
             .times = 0}};
}

Event greeting(Duration after, Role role = Role::sales, std::string data = R"({"photo":"x"})") {
    return {.id = 1,
            .store_id = {1},
            .at = arrived_at + after,
            .name = "reception.visitor_greeted",
            .actor_name = "",
            .user_id = 1,
            .roles = {role},
            .objects = {},
            .data = std::move(data)};
}

TEST(Standard, a_milestone_is_judged_by_order_role_evidence_and_both_sides_of_time) {
    const auto m = greeted();
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(5))), Verdict::on_time);
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(60))), Verdict::on_time);
    EXPECT_EQ(judge(m, after_arrival(), greeting(Duration{60'001})), Verdict::too_late);
    EXPECT_EQ(judge(m, after_arrival(), greeting(Duration{4'999})), Verdict::too_early);
    EXPECT_EQ(judge(m, {}, greeting(seconds(10))), Verdict::out_of_order);
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10), Role::cashier)), Verdict::wrong_role);
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10), Role::system)), Verdict::on_time);
    for (const char* nothing : {"{}", R"({"photo":null})", R"({"photo":""})", R"({"photo":[]})"}) {
        EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10), Role::sales, nothing)), Verdict::without_evidence)
            << nothing;
    }
}

TEST(Standard, only_what_could_have_been_avoided_stops_an_action_and_only_where_the_norm_blocks) {
    auto m = greeted();
    EXPECT_TRUE(stops(m, Verdict::out_of_order));
    EXPECT_TRUE(stops(m, Verdict::wrong_role));
    EXPECT_TRUE(stops(m, Verdict::without_evidence));
    EXPECT_FALSE(stops(m, Verdict::too_late));
    EXPECT_FALSE(stops(m, Verdict::too_early));
    EXPECT_FALSE(stops(m, Verdict::on_time));
    for (const auto lenient : {OnMiss::warn, OnMiss::measure}) {
        m.on_miss = lenient;
        EXPECT_FALSE(stops(m, Verdict::out_of_order));
    }
}

TEST(Standard, a_version_with_mistakes_is_told_where_they_are) {
    Standard s{.process = "reception", .about = "visit", .title = {"接待", "Reception"}, .ended_by = {}, .milestones = {}};
    EXPECT_EQ(problems_of(s).at(0).code, "standard_needs_milestones");
    s.milestones = {greeted()};
    std::string told;
    for (const auto& error : problems_of(s)) told += error.path + ":" + error.code + " ";
    EXPECT_EQ(told, "/milestones/0/after:milestone_must_come_before /milestones/0/needs/0:milestone_must_come_before ");
    s.milestones.insert(s.milestones.begin(), {.name = "arrived", .title = {"到店", "Arrived"}, .event = "e"});
    EXPECT_TRUE(problems_of(s).empty());
    s.milestones[1].not_before_s = 60;
    EXPECT_EQ(problems_of(s).at(0).code, "lower_side_must_be_under_the_upper");
    s.milestones[1].name = "arrived";
    EXPECT_EQ(problems_of(s).at(0).code, "milestone_name_is_taken");
}

}  // namespace
