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
    return {{.name = "arrived",
             .not_before = {},
             .due_at = {},
             .reached_at = arrived_at,
             .actor_name = {},
             .verdict = {},
             .times = 1},
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
        EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10), Role::sales, nothing)),
                  Verdict::without_evidence)
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

TEST(Standard, every_fault_is_told_with_how_far_the_time_was_off) {
    const auto m = greeted();
    const auto late = faults_of(m, after_arrival(), greeting(seconds(75), Role::cashier, "{}"));
    ASSERT_EQ(late.size(), 3u);
    EXPECT_EQ(late[0], (Fault{Verdict::wrong_role, 0}));
    EXPECT_EQ(late[1], (Fault{Verdict::without_evidence, 0}));
    EXPECT_EQ(late[2], (Fault{Verdict::too_late, 15}));
    EXPECT_EQ(faults_of(m, after_arrival(), greeting(seconds(2))),
              (std::vector{Fault{Verdict::too_early, 3}}));
    auto again = after_arrival();
    again[1].reached_at = arrived_at + seconds(10);
    EXPECT_TRUE(faults_of(m, again, greeting(hours(1))).empty());
}

TEST(Standard, a_checklist_that_was_not_filled_in_is_missing_evidence) {
    auto m = greeted();
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10)), {.checklist_filled = false}),
              Verdict::on_time);
    m.checklist = "walk_round";
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10)), {.checklist_filled = true}), Verdict::on_time);
    EXPECT_EQ(judge(m, after_arrival(), greeting(seconds(10)), {.checklist_filled = false}),
              Verdict::without_evidence);
}

Standard reception() {
    Standard s{.process = "reception",
               .about = "visit",
               .title = {"接待", "Reception"},
               .ended_by = {},
               .milestones = {}};
    s.milestones = {{.name = "arrived", .title = {"到店", "Arrived"}, .event = "e"}, greeted()};
    return s;
}

TEST(Standard, what_was_passed_over_is_missing_unless_it_is_optional) {
    auto s = reception();
    EXPECT_EQ(missing_milestones(s, after_arrival()), (std::vector<std::string>{"greeted"}));
    s.milestones[1].optional = true;
    EXPECT_TRUE(missing_milestones(s, after_arrival()).empty());
}

struct Mistake {
    const char* told;
    void (*make)(Standard&);
};

TEST(Standard, a_version_with_mistakes_is_told_where_they_are) {
    const Mistake mistakes[] = {
        {"", [](Standard&) {}},
        {"/milestones standard_needs_milestones", [](Standard& s) { s.milestones.clear(); }},
        {"/milestones/1/name milestone_needs_name", [](Standard& s) { s.milestones[1].title.zh = ""; }},
        {"/milestones/1/name milestone_twice", [](Standard& s) { s.milestones[1].name = "arrived"; }},
        {"/milestones/1/event event_unknown", [](Standard& s) { s.milestones[1].event = "never"; }},
        {"/ended_by/0 event_unknown", [](Standard& s) { s.ended_by = {"never"}; }},
        {"/milestones/1/checklist checklist_of_standard_unknown",
         [](Standard& s) { s.milestones[1].checklist = "never"; }},
        {"", [](Standard& s) { s.milestones[1].checklist = "walk_round"; }},
        {"/milestones/1/after milestone_unknown", [](Standard& s) { s.milestones[1].after = "never"; }},
        {"/milestones/1/needs/0 milestone_unknown", [](Standard& s) { s.milestones[1].needs = {"never"}; }},
        {"/milestones/1/after milestones_in_a_circle",
         [](Standard& s) { s.milestones[1].needs = {"greeted"}; }},
        {"/milestones/0/needs first_milestone_waits",
         [](Standard& s) { std::swap(s.milestones[0], s.milestones[1]); }},
        {"/milestones/1/after times_need_a_start", [](Standard& s) { s.milestones[1].after.reset(); }},
        {"/milestones/1/not_before_s target_not_positive",
         [](Standard& s) { s.milestones[1].not_before_s = 0; }},
        {"/milestones/1/within_s target_not_positive",
         [](Standard& s) {
             s.milestones[1].within_s = 0;
             s.milestones[1].not_before_s.reset();
         }},
        {"/milestones/1/not_before_s lower_over_upper",
         [](Standard& s) { s.milestones[1].not_before_s = 60; }},
        {"", [](Standard& s) { s.milestones[1].not_before_s = 59; }},
    };
    const Vocabulary vocabulary{.events = {"e", "reception.visitor_greeted"}, .checklists = {"walk_round"}};
    for (const auto& mistake : mistakes) {
        auto s = reception();
        mistake.make(s);
        const auto problems = problems_of(s, vocabulary);
        EXPECT_EQ(problems.empty() ? "" : problems.front().path + " " + problems.front().code, mistake.told);
    }
}

TEST(Standard, milestones_that_wait_for_each_other_are_found) {
    auto s = reception();
    s.milestones.push_back({.name = "a", .title = {"甲", "A"}, .event = "e", .needs = {"b"}});
    s.milestones.push_back({.name = "b", .title = {"乙", "B"}, .event = "e", .needs = {"arrived"}});
    EXPECT_TRUE(problems_of(s).empty()) << "the order in the list does not matter";
    s.milestones[3].needs = {"a"};
    EXPECT_EQ(problems_of(s).at(0).code, "milestones_in_a_circle");
}

}  // namespace
