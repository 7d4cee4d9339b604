#include <services/standards/conformance/conformance_views.h>
#include <services/standards/conformance/timing.h>
#include <services/standards/engine.h>

#include <testing/engine_test.h>

namespace forecourt::standards {
namespace {

TEST(Timing, quantiles_are_values_that_were_there) {
    EXPECT_EQ(quantile({}, 50), std::nullopt);
    EXPECT_EQ(quantile({7}, 50), 7);
    EXPECT_EQ(quantile({4, 1, 3, 2}, 50), 2);
    EXPECT_EQ(quantile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90), 9);
    EXPECT_EQ(quantile({1, 2, 3}, 100), 3);
}

TEST(Timing, a_case_without_one_of_the_two_is_left_out) {
    const std::vector<CasePath> paths{{.case_id = 1, .reached = {{"a", {0}}, {"b", {90'000}}}},
                                      {.case_id = 2, .reached = {{"a", {0}}}},
                                      {.case_id = 3, .reached = {{"b", {5}}}}};
    EXPECT_EQ(elapsed_s(paths, "a", "b"), (std::vector<std::int64_t>{90}));
}

TEST(Timing, no_bar_lies_on_both_sides_of_a_target) {
    const std::vector<std::int64_t> values{5, 30, 59, 60, 61, 119, 120, 121, 300};
    const auto bars = distribution(values, {.not_before_s = 60, .within_s = 120});
    std::int64_t cases = 0, early = 0, late = 0;
    for (const auto& bar : bars) {
        cases += bar.cases;
        if (bar.early) early += bar.cases;
        if (bar.late) late += bar.cases;
        EXPECT_FALSE(bar.early && bar.late);
        EXPECT_TRUE(!bar.until_s || *bar.until_s > bar.from_s);
    }
    EXPECT_EQ(cases, 9);
    EXPECT_EQ(early, 3);
    EXPECT_EQ(late, 2);
    EXPECT_TRUE(distribution({}, {}).empty());
}

/// Events of a visit, as the program hands them to the norms.
class ConformanceTest : public testing::EngineTest {
  protected:
    ConformanceTest() {
        test.run([](Tx& tx) { install(tx); });
    }
    ~ConformanceTest() override { forget_versions(); }
    void happens(std::string_view name, std::int64_t visit, Role role = Role::sales,
                 std::string data = "{}") {
        test.run([&](Tx& tx) {
            const Event event{.id = ++events_,
                              .store_id = tx.store_id(),
                              .at = tx.now(),
                              .name = name,
                              .actor_name = "李婷",
                              .user_id = 11,
                              .roles = {role},
                              .objects = {{"visit", visit}},
                              .data = std::move(data)};
            ensure(!reach_milestones(tx, event));
        });
    }
    std::string kinds(std::int64_t visit) {
        std::string text;
        const auto page = test.view(deviating_cases, {.process = "reception"});
        for (const auto& one : page->rows) {
            if (one.object_id != visit) continue;
            for (const auto& d : one.deviations) {
                text += (text.empty() ? "" : " ") + d.milestone + ":" + std::string(name_of(d.kind)) +
                        (d.by_s != 0 ? "/" + std::to_string(d.by_s) : "");
            }
        }
        return text;
    }

  private:
    std::int64_t events_ = 5000;
};
FORECOURT_ON_EVERY_ENGINE(ConformanceTest);

TEST_P(ConformanceTest, a_case_that_kept_its_standard_has_no_deviation) {
    happens("reception.arrival_registered", 1, Role::host, R"({"number":"V1","visitor_name":"王女士"})");
    happens("reception.consultant_assigned", 1);
    test.now = test.now + seconds(60);
    happens("reception.visitor_greeted", 1);
    test.now = test.now + minutes(20);
    happens("reception.visit_ended", 1, Role::sales, R"({"outcome":"interested"})");
    EXPECT_EQ(kinds(1), "");
    const auto all = test.view(conformance, {.process = "reception"});
    EXPECT_EQ(all->cases, 1);
    EXPECT_EQ(all->deviating, 0);
}

TEST_P(ConformanceTest, what_departs_is_kept_with_its_kind_person_and_measure) {
    happens("reception.arrival_registered", 2, Role::host, R"({"number":"V2","visitor_name":"李先生"})");
    test.now = test.now + seconds(90);
    happens("reception.consultant_assigned", 2);
    test.now = test.now + seconds(60);
    happens("reception.visitor_greeted", 2, Role::cashier);
    test.now = test.now + seconds(30);
    happens("leads.needs_recorded", 2);
    happens("reception.visit_ended", 2, Role::sales, "{}");
    EXPECT_EQ(kinds(2),
              "assigned:too_late/30 greeted:too_late/30 greeted:wrong_role needs_asked:too_early/90 "
              "seen_off:without_evidence");
    const auto people = test.view(conformance_people, {.process = "reception"});
    ASSERT_EQ(people->rows.size(), 1u);
    EXPECT_EQ(people->rows[0].name, "李婷");
    EXPECT_EQ(people->rows[0].steps, 5);
    const auto spread = test.view(times, {.process = {"reception"}, .milestone = {"greeted"}});
    EXPECT_EQ(spread->late, 1);
    EXPECT_EQ(spread->median_s, 150);
    const auto slow =
        test.view(cases_by_time, {.process = {"reception"}, .milestone = {"greeted"}, .from_s = 121});
    ASSERT_EQ(slow->rows.size(), 1u);
    EXPECT_EQ(slow->rows[0].title, "V2 李先生");
}

TEST_P(ConformanceTest, lateness_counts_while_it_lasts_and_becomes_missing_when_it_never_came) {
    happens("reception.arrival_registered", 3, Role::host);
    happens("reception.consultant_assigned", 3);
    test.now = test.now + minutes(5);
    test.run([](Tx& tx) { watch_the_clock(tx); });
    EXPECT_EQ(kinds(3), "greeted:too_late");
    happens("reception.visit_ended", 3, Role::sales, R"({"outcome":"left_unseen"})");
    EXPECT_EQ(kinds(3), "greeted:missing seen_off:out_of_order");
    const auto record = test.view(case_record, {.case_id = test.view(deviating_cases, {})->rows.at(0).id});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->steps.size(), 5u);
    EXPECT_EQ(testing::refusal_of(test.view(case_record, {.case_id = 1})), "standard_case_not_found");
    EXPECT_EQ(testing::refusal_of(test.view(times, {.process = {"reception"}, .milestone = {"arrived"}})),
              "milestone_without_times");
}

TEST_P(ConformanceTest, the_map_counts_who_stands_where) {
    happens("reception.arrival_registered", 4, Role::host);
    happens("reception.arrival_registered", 5, Role::host);
    happens("reception.consultant_assigned", 5);
    test.now = test.now + minutes(3);
    const auto map = test.view(process_map, {.process = {"reception"}});
    ASSERT_TRUE(map);
    EXPECT_EQ(map->open_cases, 2);
    EXPECT_EQ(map->steps[0].standing, 1);
    EXPECT_EQ(map->steps[1].standing, 1);
    EXPECT_EQ(map->steps[1].late, 1);
    EXPECT_EQ(map->steps[2].late, 2);
    const auto standing =
        test.view(cases_at_milestone, {.process = {"reception"}, .milestone = {"assigned"}, .late = {}});
    ASSERT_EQ(standing->rows.size(), 1u);
    EXPECT_EQ(standing->rows[0].object_id, 5);
    const auto late =
        test.view(cases_at_milestone, {.process = {"reception"}, .milestone = {"greeted"}, .late = true});
    EXPECT_EQ(late->rows.size(), 2u);
}

}  // namespace
}  // namespace forecourt::standards
