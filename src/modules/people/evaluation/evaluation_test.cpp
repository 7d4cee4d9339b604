#include <gtest/gtest.h>
#include <modules/people/activity/counting.h>
#include <modules/people/evaluation/evaluation.h>

namespace forecourt::people {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

FormulaLine line(Figure figure, std::int64_t weight, TargetSource source, std::int64_t fixed = 0,
                 std::int64_t cap = 120) {
    return {.figure = figure, .weight = weight, .cap_percent = cap, .source = source, .fixed_target = fixed};
}

TEST(Formula, is_checked_before_it_is_published) {
    using enum TargetSource;
    struct Case {
        std::vector<FormulaLine> lines;
        const char* draft;
        const char* published;
    };
    const Case cases[] = {
        {{}, "book_is_empty", "book_is_empty"},
        {{line(Figure::orders, 100, own_target)}, "yes", "yes"},
        {{line(Figure::orders, 60, own_target), line(Figure::satisfaction, 40, fixed, 900)}, "yes", "yes"},
        {{line(Figure::orders, 60, own_target), line(Figure::satisfaction, 39, fixed, 900)},
         "yes",
         "weights_do_not_sum"},
        {{line(Figure::orders, 60, own_target), line(Figure::satisfaction, 41, fixed, 900)},
         "yes",
         "weights_do_not_sum"},
        {{line(Figure::orders, 0, own_target)}, "weight_out_of_range", "weight_out_of_range"},
        {{line(Figure::orders, 101, own_target)}, "weight_out_of_range", "weight_out_of_range"},
        {{line(Figure::orders, 100, own_target, 0, 99)}, "cap_out_of_range", "cap_out_of_range"},
        {{line(Figure::orders, 100, own_target, 0, 300)}, "yes", "yes"},
        {{line(Figure::orders, 100, own_target, 0, 301)}, "cap_out_of_range", "cap_out_of_range"},
        {{line(Figure::orders, 50, own_target), line(Figure::orders, 50, own_target)},
         "figure_twice",
         "figure_twice"},
        {{line(Figure::satisfaction, 100, own_target)},
         "figure_has_no_own_target",
         "figure_has_no_own_target"},
        {{line(Figure::complaints, 100, own_target)}, "figure_has_no_own_target", "figure_has_no_own_target"},
        {{line(Figure::satisfaction, 100, fixed, 0)}, "fixed_target_missing", "fixed_target_missing"},
        {{line(Figure::complaints, 100, fixed, 0)}, "yes", "yes"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(answer(check_formula(one.lines)), one.draft);
        EXPECT_EQ(answer(check_formula_complete(one.lines)), one.published);
    }
}

TEST(Formula, starts_with_a_month_that_has_none_yet) {
    const Date today = date_of({2026, 3, 15});
    struct Case {
        Date start;
        bool has_one;
        const char* expected;
    };
    const Case cases[] = {
        {date_of({2026, 2, 28}), false, "start_month_is_past"},
        {date_of({2026, 3, 1}), false, "yes"},
        {date_of({2026, 3, 31}), true, "month_has_begun"},
        {date_of({2026, 4, 1}), true, "yes"},
    };
    for (const auto& one : cases) EXPECT_EQ(answer(check_start(one.start, today, one.has_one)), one.expected);
}

TEST(Formula, of_a_month_is_the_last_that_began) {
    const auto book = [](std::int64_t number, BookState state, std::optional<Date> start) {
        BookRow row;
        row.number = number;
        row.state = state;
        row.start_month = start;
        return row;
    };
    const std::vector<BookRow> books{book(4, BookState::draft, {}),
                                     book(3, BookState::published, date_of({2026, 5, 1})),
                                     book(2, BookState::published, date_of({2026, 3, 1})),
                                     book(1, BookState::published, date_of({2026, 3, 1}))};
    EXPECT_EQ(in_force(books, date_of({2026, 2, 28})), nullptr);
    EXPECT_EQ(in_force(books, date_of({2026, 3, 31}))->number, 2);
    EXPECT_EQ(in_force(books, date_of({2026, 4, 30}))->number, 2);
    EXPECT_EQ(in_force(books, date_of({2026, 5, 1}))->number, 3);
}

TEST(Figure, is_made_of_what_was_counted) {
    const Sums sums{
        {Measure::orders, 3},        {Measure::leads_opened, 8},         {Measure::contacts_made, 9},
        {Measure::contacts_late, 2}, {Measure::satisfaction_answers, 3}, {Measure::satisfaction_points, 28}};
    EXPECT_EQ(figure_of(Figure::orders, sums), 3);
    EXPECT_EQ(figure_of(Figure::order_rate, sums), 3750);
    EXPECT_EQ(figure_of(Figure::late_contact_share, sums), 2222);
    EXPECT_EQ(figure_of(Figure::satisfaction, sums), 933);
    EXPECT_EQ(figure_of(Figure::complaints, sums), 0);
    EXPECT_EQ(figure_of(Figure::satisfaction, {}), std::nullopt);
    EXPECT_EQ(figure_of(Figure::order_rate, {}), std::nullopt);
    EXPECT_EQ(figure_of(Figure::late_contact_share, {}), std::nullopt);
    EXPECT_EQ(figure_of(Figure::lost_lead_share, {{Measure::leads_lost, 1}, {Measure::leads_opened, 8}}),
              1250);
}

TEST(Figure, is_reached_up_to_its_cap_and_less_can_be_better) {
    struct Case {
        Figure figure;
        std::int64_t actual;
        std::int64_t target;
        std::int64_t expected;
    };
    const Case cases[] = {
        {Figure::orders, 8, 10, 8000},
        {Figure::orders, 12, 10, 12000},                // at the cap
        {Figure::orders, 13, 10, 12000},                // one beyond it
        {Figure::orders, -1, 10, 0},                    // more cancelled than signed
        {Figure::late_contact_share, 500, 500, 10000},  // within
        {Figure::late_contact_share, 501, 500, 9980},   // one beyond
        {Figure::late_contact_share, 1000, 500, 5000},  //
        {Figure::complaints, 0, 0, 10000},              //
        {Figure::complaints, 1, 0, 0},                  //
    };
    for (const auto& one : cases) {
        EXPECT_EQ(achievement_of(one.figure, one.actual, one.target, 120), one.expected) << one.actual;
    }
}

TEST(Evaluation, sums_the_lines_and_ranks_the_team) {
    const std::vector<FormulaLine> formula{line(Figure::orders, 60, TargetSource::own_target),
                                           line(Figure::contacts_made, 20, TargetSource::team_average),
                                           line(Figure::satisfaction, 20, TargetSource::fixed, 900)};
    const std::vector<PersonFigures> team{
        {.user_id = {1},
         .sums = {{Measure::orders, 5},
                  {Measure::contacts_made, 30},
                  {Measure::satisfaction_answers, 1},
                  {Measure::satisfaction_points, 9}},
         .targets = {{Measure::orders, 10}}},
        {.user_id = {2},
         .sums = {{Measure::orders, 10}, {Measure::contacts_made, 10}},
         .targets = {{Measure::orders, 10}}},
        {.user_id = {3}, .sums = {{Measure::contacts_made, 20}}, .targets = {}},
        {.user_id = {4}, .sums = {{Measure::contacts_made, 20}}, .targets = {}},
    };
    const auto result = evaluate(formula, team);
    // 60 x 50 % + 20 x 120 % (30 of 20 is capped) + 20 x 100 %
    EXPECT_EQ(result[0].score_hundredths, 3000 + 2400 + 2000);
    // 60 x 100 % + 20 x 50 %, over the 80 % that could be measured
    EXPECT_EQ(result[1].score_hundredths, 8750);
    EXPECT_EQ(result[1].lines[2].actual, std::nullopt);
    // without a target only the contacts count: 20 of 20
    EXPECT_EQ(result[2].score_hundredths, 10000);
    EXPECT_EQ(result[2].rank, 1);
    EXPECT_EQ(result[3].rank, 1);
    EXPECT_EQ(result[1].rank, 3);
    EXPECT_EQ(result[0].rank, 4);
    EXPECT_EQ(
        evaluate(std::vector{line(Figure::orders, 100, TargetSource::own_target)}, {{.user_id = {9}}})[0]
            .rank,
        std::nullopt);
}

TEST(Counting, settles_what_an_object_counts) {
    const auto wanted = [](std::int64_t user, std::int64_t model, std::int64_t amount) {
        Count count;
        count.user_id = {user};
        count.model_id = model;
        count.amount = amount;
        return count;
    };
    const auto text = [](const std::vector<Counted>& parts) {
        std::string all;
        for (const auto& part : parts) {
            all += std::to_string(part.user_id.value) + "/" + std::to_string(part.model_id) + ":" +
                   std::to_string(part.amount) + " ";
        }
        return all;
    };
    EXPECT_EQ(text(difference_to(wanted(1, 5, 1), {})), "1/5:1 ");
    EXPECT_EQ(text(difference_to(wanted(1, 5, 1), {{{1}, 5, 1}})), "");               // signed again
    EXPECT_EQ(text(difference_to(wanted(1, 6, 1), {{{1}, 5, 1}})), "1/5:-1 1/6:1 ");  // another model
    EXPECT_EQ(text(difference_to(wanted(1, 5, 0), {{{1}, 5, 1}})), "1/5:-1 ");        // cancelled
    EXPECT_EQ(text(difference_to(wanted(1, 5, 0), {})), "");  // cancelled before it counted
}

}  // namespace
}  // namespace forecourt::people
