#include <gtest/gtest.h>
#include <modules/customers/reading/reading.h>

namespace forecourt::customers {
namespace {

constexpr Reading usual{};
constexpr Reading noticed{.is_stopped = false, .is_noticed = true};
constexpr Reading stopped{.is_stopped = true, .is_noticed = false};

// Notice at 3, stop at 5.
struct Case {
    const char* what;
    std::vector<std::vector<std::int64_t>> before;  // answers
    bool in_bulk;
    std::vector<std::int64_t> answer;
    Reading expected;
};

// security 19
TEST(ReadingRules, who_reads_more_than_a_person_at_work_is_noticed_and_then_stopped) {
    const Case cases[] = {
        {"nobody", {}, false, {}, usual},
        {"one below the limit", {}, false, {1, 2}, usual},
        {"the limit, at once", {}, false, {1, 2, 3}, noticed},
        {"the limit, one by one", {{1}, {2}}, false, {3}, noticed},
        {"beyond it, at once", {{1}}, false, {2, 3, 4}, noticed},
        {"noticed before", {{1, 2, 3}}, false, {4}, usual},
        {"the same again", {{1, 2}}, false, {2, 1}, usual},
        {"one twice in an answer", {{1}}, false, {2, 2, 2}, usual},
        {"the last one below the stop", {{1, 2, 3, 4}}, false, {5}, usual},
        {"the stop", {{1, 2, 3, 4, 5}}, false, {6}, stopped},
        {"the stop, with known ones", {{1, 2, 3, 4, 5}}, false, {1, 2, 6}, stopped},
        {"the stop, known ones only", {{1, 2, 3, 4, 5}}, false, {5, 1}, usual},
        {"one answer over the stop", {{1, 2, 3, 4}}, false, {5, 6, 7, 8}, usual},
        {"and the next", {{1, 2, 3, 4}, {5, 6, 7, 8}}, false, {9}, stopped},
        {"all at once", {}, false, {1, 2, 3, 4, 5, 6, 7}, noticed},
        {"stopped adds nobody", {{1, 2, 3, 4, 5}, {6}}, false, {6}, stopped},
        {"a manager is noticed", {{1, 2}}, true, {3}, noticed},
        {"a manager is not stopped", {{1, 2, 3, 4, 5}}, true, {6}, usual},
    };
    for (const auto& one : cases) {
        ReadingHour hour{.began = {}, .limits = {.notice_at = 3, .stop_at = 5}, .customers = {}};
        for (const auto& answer : one.before) read(hour, answer, one.in_bulk);
        const auto reading = read(hour, one.answer, one.in_bulk);
        EXPECT_EQ(reading.is_stopped, one.expected.is_stopped) << one.what;
        EXPECT_EQ(reading.is_noticed, one.expected.is_noticed) << one.what;
    }
}

TEST(ReadingRules, what_could_not_be_written_down_is_told_with_the_next_answer) {
    for (const bool in_bulk : {false, true}) {
        ReadingHour hour{.began = {}, .limits = {.notice_at = 3, .stop_at = 5}, .customers = {}};
        EXPECT_TRUE(read(hour, {1, 2, 3, 4, 5}, in_bulk).is_noticed);
        hour.noticed = false;
        const auto next = read(hour, {6}, in_bulk);
        EXPECT_TRUE(next.is_noticed);
        EXPECT_EQ(next.is_stopped, !in_bulk);
    }
}

TEST(ReadingRules, of_somebody_who_may_read_all_no_more_is_kept_than_of_others) {
    ReadingHour hour{.began = {}, .limits = {.notice_at = 3, .stop_at = 5}, .customers = {}};
    for (std::int64_t id = 1; id <= 1000; ++id) read(hour, {id}, true);
    EXPECT_EQ(hour.customers.size(), 5U);
}

TEST(ReadingRules, an_hour_ends) {
    const Instant noon = local_instant(date_of({2026, 4, 1}), 12);
    const ReadingHour hour{.began = noon, .limits = {}, .customers = {}};
    EXPECT_EQ(rest_of(hour, noon), hours(1));
    EXPECT_EQ(rest_of(hour, noon + minutes(59)), minutes(1));
    EXPECT_EQ(rest_of(hour, noon + minutes(60)), std::nullopt);
    EXPECT_EQ(rest_of(hour, noon - minutes(1)), std::nullopt) << "the clock was set back";
}

TEST(ReadingRules, limits_that_may_hold) {
    struct {
        ReadingLimits table;
        std::string_view refused;
    } const cases[] = {
        {{.notice_at = 1, .stop_at = 2}, ""},
        {{.notice_at = 1000, .stop_at = 100'000}, ""},
        {{.notice_at = 0, .stop_at = 2}, "limit_out_of_range"},
        {{.notice_at = -1, .stop_at = 2}, "limit_out_of_range"},
        {{.notice_at = 1000, .stop_at = 100'001}, "limit_out_of_range"},
        {{.notice_at = 5, .stop_at = 5}, "limits_not_rising"},
        {{.notice_at = 5, .stop_at = 4}, "limits_not_rising"},
    };
    for (const auto& one : cases) {
        const auto no = may_hold(one.table);
        EXPECT_EQ(no ? no->name() : "", one.refused) << one.table.notice_at << " " << one.table.stop_at;
    }
}

}  // namespace
}  // namespace forecourt::customers
