#include <program/call_figures.h>
#include <program/modules.h>

#include <gtest/gtest.h>

namespace forecourt::program {
namespace {

using namespace std::chrono_literals;

bool has_line(const std::string& text, const std::string& line) {
    return text.find(line + "\n") != std::string::npos;
}

TEST(CallFigures, tell_how_often_each_call_ended_how_and_how_long_it_took) {
    CallFigures figures(every_module());
    const auto now = std::chrono::steady_clock::now();
    figures.note("reception.register_arrival", 200, now - 3ms);
    figures.note("reception.register_arrival", 200, now - 30ms);
    figures.note("reception.register_arrival", 409, now);
    figures.note("reception.showroom_now", 503, now - 20s);
    figures.note("nobody.knows", 200, now);
    const auto text = figures.text();
    const std::string arrival = "action=\"reception.register_arrival\"";
    EXPECT_TRUE(has_line(text, "forecourt_calls_total{" + arrival + ",ending=\"done\"} 2"));
    EXPECT_TRUE(has_line(text, "forecourt_calls_total{" + arrival + ",ending=\"refused\"} 1"));
    EXPECT_TRUE(has_line(text, "forecourt_calls_total{view=\"reception.showroom_now\",ending=\"failed\"} 1"));
    // Buckets count what is below them as well.
    EXPECT_TRUE(has_line(text, "forecourt_call_seconds_bucket{" + arrival + ",le=\"0.005\"} 2"));
    EXPECT_TRUE(has_line(text, "forecourt_call_seconds_bucket{" + arrival + ",le=\"0.05\"} 3"));
    EXPECT_TRUE(has_line(text, "forecourt_call_seconds_count{" + arrival + "} 3"));
    const std::string board = "view=\"reception.showroom_now\"";
    EXPECT_TRUE(has_line(text, "forecourt_call_seconds_bucket{" + board + ",le=\"10\"} 0"));
    EXPECT_TRUE(has_line(text, "forecourt_call_seconds_bucket{" + board + ",le=\"+Inf\"} 1"));
    EXPECT_EQ(text.find("nobody.knows"), std::string::npos);
    EXPECT_EQ(text.find("deals.start_quote"), std::string::npos);
}

TEST(CallFigures, histograms_of_several_writers_are_one) {
    Histogram<9> one{{1, 2, 4, 8, 16, 32, 64, 128, 256}}, two{{1, 2, 4, 8, 16, 32, 64, 128, 256}};
    one.note(1);
    one.note(256);
    two.note(257);
    const auto text = histogram_text<9>("groups", "", {&one, &two}, 1);
    EXPECT_TRUE(has_line(text, "groups_bucket{le=\"1\"} 1"));
    EXPECT_TRUE(has_line(text, "groups_bucket{le=\"128\"} 1"));
    EXPECT_TRUE(has_line(text, "groups_bucket{le=\"256\"} 2"));
    EXPECT_TRUE(has_line(text, "groups_bucket{le=\"+Inf\"} 3"));
    EXPECT_TRUE(has_line(text, "groups_sum 514"));
    EXPECT_TRUE(has_line(text, "groups_count 3"));
}

}  // namespace
}  // namespace forecourt::program
