#include <services/standards/draft/differences.h>

#include <gtest/gtest.h>

namespace forecourt::standards {
namespace {

Standard reception() {
    Standard s{.process = "reception",
               .about = "visit",
               .title = {"接待", "Reception"},
               .ended_by = {},
               .milestones = {}};
    s.milestones = {{.name = "arrived", .title = {"到店", "Arrived"}, .event = "e"},
                    {.name = "greeted",
                     .title = {"迎接", "Greeted"},
                     .event = "g",
                     .roles = {Role::sales},
                     .after = "arrived",
                     .within_s = 120,
                     .needs = {"arrived"}},
                    {.name = "seen_off", .title = {"送别", "Seen off"}, .event = "o", .needs = {"greeted"}}};
    return s;
}

std::string kinds_of(const std::vector<Difference>& list) {
    std::string text;
    for (const auto& one : list) {
        text += (text.empty() ? "" : " ") + std::string(name_of(one.kind)) +
                (one.milestone.empty() ? "" : ":" + one.milestone);
    }
    return text;
}

struct Edit {
    const char* told;
    void (*make)(Standard&);
};

TEST(Differences, each_change_of_a_standard_is_told_once) {
    const Edit edits[] = {
        {"", [](Standard&) {}},
        {"title", [](Standard& s) { s.title.zh = "展厅接待"; }},
        {"ended_by", [](Standard& s) { s.ended_by = {"o"}; }},
        {"milestone_title:greeted", [](Standard& s) { s.milestones[1].title.en = "Met"; }},
        {"event:greeted", [](Standard& s) { s.milestones[1].event = "x"; }},
        {"roles:greeted", [](Standard& s) { s.milestones[1].roles = {Role::host}; }},
        {"start:seen_off", [](Standard& s) { s.milestones[2].after = "arrived"; }},
        {"within:greeted", [](Standard& s) { s.milestones[1].within_s = 60; }},
        {"not_before:greeted", [](Standard& s) { s.milestones[1].not_before_s = 10; }},
        {"needs:seen_off",
         [](Standard& s) {
             s.milestones[2].needs = {"arrived", "greeted"};
         }},
        {"evidence:greeted", [](Standard& s) { s.milestones[1].evidence = {"photo"}; }},
        {"checklist:greeted", [](Standard& s) { s.milestones[1].checklist = "appearance"; }},
        {"on_miss:greeted", [](Standard& s) { s.milestones[1].on_miss = OnMiss::warn; }},
        {"optional:greeted", [](Standard& s) { s.milestones[1].optional = true; }},
        {"", [](Standard& s) { s.milestones[1].optional = false; }},
        {"ends:seen_off", [](Standard& s) { s.milestones[2].ends = true; }},
        {"milestone_added:tea",
         [](Standard& s) {
             s.milestones.insert(s.milestones.begin() + 1, {.name = "tea", .title = {"茶", "Tea"}});
         }},
        {"needs:seen_off milestone_removed:greeted",
         [](Standard& s) {
             s.milestones.erase(s.milestones.begin() + 1);
             s.milestones[1].needs.clear();
         }},
        {"milestone_moved:seen_off milestone_moved:greeted",
         [](Standard& s) { std::swap(s.milestones[1], s.milestones[2]); }},
    };
    for (const auto& edit : edits) {
        auto after = reception();
        edit.make(after);
        EXPECT_EQ(kinds_of(differences(reception(), after)), edit.told);
    }
}

TEST(Differences, both_sides_of_a_time_are_told) {
    auto after = reception();
    after.milestones[1].within_s = 60;
    const auto list = differences(reception(), after);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].before.seconds, 120);
    EXPECT_EQ(list[0].after.seconds, 60);
    EXPECT_EQ(list[0].milestone_title.zh, "迎接");
}

}  // namespace
}  // namespace forecourt::standards
