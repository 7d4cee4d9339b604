#include <gtest/gtest.h>
#include <modules/leads/needs/questionnaire.h>

namespace forecourt::leads {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

std::vector<NeedsAnswer> good_answers() {
    return {{.question = "timing", .choices = {"within_week"}, .text = {}},
            {.question = "use", .choices = {"family", "travel"}, .text = {}},
            {.question = "family", .choices = {"three_to_five"}, .text = {}},
            {.question = "budget", .choices = {"from_150k_to_200k"}, .text = {}},
            {.question = "drive", .choices = {"hybrid", "plug_in_hybrid"}, .text = {}},
            {.question = "decision", .choices = {"with_family_away"}, .text = {}}};
}

void choose(std::vector<NeedsAnswer>& answers, const std::string& question,
            std::vector<std::string> choices) {
    for (auto& one : answers) {
        if (one.question != question) continue;
        one.choices = std::move(choices);
        return;
    }
    answers.push_back({.question = question, .choices = std::move(choices), .text = {}});
}

TEST(Needs, the_shipped_questionnaire_hangs_together) {
    const auto& questionnaire = needs_questionnaire();
    EXPECT_GE(questionnaire.questions.size(), 8U);
    int grades = 0;
    for (const auto& question : questionnaire.questions) {
        EXPECT_FALSE(question.text.zh.empty()) << question.name;
        EXPECT_FALSE(question.text.en.empty()) << question.name;
        EXPECT_EQ(question.kind == QuestionKind::text, question.options.empty()) << question.name;
        for (const auto& option : question.options) {
            EXPECT_FALSE(option.text.zh.empty()) << option.name;
            grades += option.grade.has_value();
        }
    }
    EXPECT_EQ(grades, 4) << "one answer for each of H, A, B and C";
}

TEST(Needs, are_answered_as_asked) {
    struct Case {
        const char* what;
        void (*change)(std::vector<NeedsAnswer>&);
        const char* refusal;
    };
    const Case cases[] = {
        {"as asked", [](std::vector<NeedsAnswer>&) {}, "yes"},
        {"nothing", [](std::vector<NeedsAnswer>& a) { a.clear(); }, "answer_missing"},
        {"one missing", [](std::vector<NeedsAnswer>& a) { a.pop_back(); }, "answer_missing"},
        {"one empty", [](std::vector<NeedsAnswer>& a) { choose(a, "timing", {}); }, "answer_missing"},
        {"unknown question", [](std::vector<NeedsAnswer>& a) { choose(a, "shoe_size", {"43"}); },
         "answer_not_understood"},
        {"unknown choice", [](std::vector<NeedsAnswer>& a) { choose(a, "timing", {"never"}); },
         "answer_not_understood"},
        {"two of one",
         [](std::vector<NeedsAnswer>& a) {
             choose(a, "timing", {"later", "within_week"});
         },
         "answer_not_understood"},
        {"the same twice",
         [](std::vector<NeedsAnswer>& a) {
             choose(a, "use", {"family", "family"});
         },
         "answer_not_understood"},
        {"question twice", [](std::vector<NeedsAnswer>& a) { a.push_back(a.front()); },
         "answer_not_understood"},
        {"words",
         [](std::vector<NeedsAnswer>& a) {
             a.push_back({"own_words", {}, "要大后备箱"});
         },
         "yes"},
        {"choice in words",
         [](std::vector<NeedsAnswer>& a) {
             a.push_back({"own_words", {"x"}, {}});
         },
         "answer_not_understood"},
    };
    for (const auto& one : cases) {
        auto answers = good_answers();
        one.change(answers);
        EXPECT_EQ(answer(check_answers(needs_questionnaire(), answers)), one.refusal) << one.what;
    }
}

// A questionnaire of our own, so that the arithmetic does not move with the shipped one.
Questionnaire small_questionnaire() {
    Questionnaire small;
    small.next_contact_days = {.ungraded = 1, .H = 2, .A = 4, .B = 7, .C = 15};
    small.raise_from_score = 75;
    small.lower_below_score = 25;
    Question timing{.name = "timing", .kind = QuestionKind::one, .required = true, .text = {}, .options = {}};
    for (const auto grade : {LeadGrade::H, LeadGrade::A, LeadGrade::B, LeadGrade::C}) {
        QuestionOption option;
        option.name = std::string(name_of(grade));
        option.points = 10;
        option.grade = grade;
        timing.options.push_back(option);
    }
    Question warmth{
        .name = "warmth", .kind = QuestionKind::many, .required = false, .text = {}, .options = {}};
    QuestionOption hot, cold;
    hot.name = "hot";
    hot.points = 30;
    cold.name = "cold";
    warmth.options = {hot, cold};
    small.questions = {timing, warmth};
    return small;
}

TEST(Needs, score_counts_the_best_answer_of_each_question) {
    const auto small = small_questionnaire();
    EXPECT_EQ(score_of(small, {}), 0);
    EXPECT_EQ(score_of(small, {{"timing", {"A"}, {}}}), 25);
    EXPECT_EQ(score_of(small, {{"timing", {"A"}, {}}, {"warmth", {"cold"}, {}}}), 25);
    EXPECT_EQ(score_of(small, {{"timing", {"A"}, {}}, {"warmth", {"cold", "hot"}, {}}}), 100);
    EXPECT_EQ(score_of(Questionnaire{}, {}), 0);
}

TEST(Needs, grade_follows_the_purchase_window_and_moves_one_step_with_the_score) {
    struct Case {
        const char* window;
        std::int64_t score;
        const char* grade;
    };
    const Case cases[] = {
        {"H", 50, "H"}, {"A", 50, "A"}, {"B", 50, "B"}, {"C", 50, "C"}, {"A", 74, "A"},
        {"A", 75, "H"}, {"B", 75, "A"}, {"C", 75, "B"}, {"H", 75, "H"}, {"A", 25, "A"},
        {"H", 24, "A"}, {"A", 24, "B"}, {"B", 24, "C"}, {"C", 24, "C"},
    };
    const auto small = small_questionnaire();
    for (const auto& one : cases) {
        const auto grade = grade_of(small, {{"timing", {one.window}, {}}}, one.score);
        EXPECT_EQ(name_of(grade), one.grade) << one.window << " " << one.score;
    }
    EXPECT_EQ(grade_of(small, {}, 90), LeadGrade::ungraded);
}

TEST(Needs, each_grade_has_its_longest_silence) {
    const auto small = small_questionnaire();
    EXPECT_EQ(longest_silence(small, LeadGrade::ungraded), days(1));
    EXPECT_EQ(longest_silence(small, LeadGrade::H), days(2));
    EXPECT_EQ(longest_silence(small, LeadGrade::A), days(4));
    EXPECT_EQ(longest_silence(small, LeadGrade::B), days(7));
    EXPECT_EQ(longest_silence(small, LeadGrade::C), days(15));
}

vehicles::ModelFacts model(std::int64_t id, vehicles::Fuel fuel, std::int64_t price_yuan, const char* specs,
                           std::int64_t seats = 5) {
    vehicles::ModelFacts facts;
    facts.id = {id};
    facts.name = "M" + std::to_string(id);
    facts.fuel = fuel;
    facts.gearbox = vehicles::Gearbox::automatic;
    facts.seats = seats;
    facts.price = yuan(price_yuan);
    facts.specs = JsonText{specs};
    facts.on_offer = true;
    return facts;
}

TEST(Needs, propose_what_fits_and_say_why) {
    using vehicles::Fuel;
    auto withdrawn = model(7, Fuel::hybrid, 160'000, R"({"body":"suv"})");
    withdrawn.on_offer = false;
    auto manual = model(8, Fuel::hybrid, 160'000, R"({"body":"suv"})");
    manual.gearbox = vehicles::Gearbox::manual;
    const std::vector<vehicles::ModelFacts> models{
        model(1, Fuel::petrol, 160'000, R"({"body":"suv"})"),            // another drive
        model(2, Fuel::hybrid, 179'800, R"({"body":"suv"})"),            // what was asked for
        model(3, Fuel::plug_in_hybrid, 165'800, R"({"body":"sedan"})"),  // fits, but a sedan
        model(4, Fuel::hybrid, 220'001, R"({"body":"suv"})"),            // more than a tenth above the budget
        model(5, Fuel::hybrid, 220'000, R"({"body":"suv"})"),            // a tenth above: just possible
        model(6, Fuel::hybrid, 160'000, R"({"body":"suv"})", 2),         // too few seats
        withdrawn,
        manual,
    };
    auto answers = good_answers();
    choose(answers, "gearbox", {"automatic"});
    const auto proposals = propose_models(needs_questionnaire(), answers, models,
                                          {{.model_id = {2}, .in_stock = 1, .in_transit = 0},
                                           {.model_id = {3}, .in_stock = 0, .in_transit = 2}});
    ASSERT_EQ(proposals.size(), 3U);
    using enum ProposalReason;
    EXPECT_EQ(proposals[0].model_id.value, 2);
    EXPECT_EQ(proposals[0].reasons, (std::vector<ProposalReason>{within_budget, drive_as_wished,
                                                                 gearbox_as_wished, fits_the_use, in_stock}));
    EXPECT_EQ(proposals[1].model_id.value, 3);
    EXPECT_EQ(proposals[1].reasons,
              (std::vector<ProposalReason>{within_budget, drive_as_wished, gearbox_as_wished, on_its_way}));
    EXPECT_EQ(proposals[2].model_id.value, 5);
    EXPECT_EQ(proposals[2].reasons.front(), slightly_above_budget);
}

TEST(Needs, propose_by_what_the_customer_cares_for) {
    using vehicles::Fuel;
    auto answers = good_answers();
    choose(answers, "drive", {"open"});
    choose(answers, "budget", {"open"});
    choose(answers, "cares_for", {"economy", "space", "power"});
    choose(answers, "family", {"six_or_more"});
    const auto proposals =
        propose_models(needs_questionnaire(), answers,
                       {model(1, Fuel::petrol, 90'000, R"({"body":"sedan","power_kw":90})", 7),
                        model(2, Fuel::electric, 300'000, R"({"body":"mpv","power_kw":200})", 7)},
                       {});
    ASSERT_EQ(proposals.size(), 2U);
    using enum ProposalReason;
    EXPECT_EQ(proposals[0].model_id.value, 2);
    EXPECT_EQ(proposals[0].reasons, (std::vector<ProposalReason>{enough_seats, economical, roomy, powerful}));
    EXPECT_EQ(proposals[1].reasons, (std::vector<ProposalReason>{enough_seats}));
}

TEST(Needs, a_questionnaire_can_be_published_when_leads_can_be_graded_by_it) {
    EXPECT_FALSE(check_questionnaire(needs_questionnaire()));
    struct Case {
        const char* what;
        void (*change)(Questionnaire&);
        const char* refusal;
    };
    const Case cases[] = {
        {"as it ships", [](Questionnaire&) {}, "yes"},
        {"a question twice", [](Questionnaire& q) { q.questions.push_back(q.questions.front()); },
         "question_name_taken"},
        {"an answer twice",
         [](Questionnaire& q) { q.questions[0].options[1].name = q.questions[0].options[0].name; },
         "question_name_taken"},
        {"no words", [](Questionnaire& q) { q.questions[1].text.zh.clear(); }, "question_incomplete"},
        {"nothing to choose", [](Questionnaire& q) { q.questions[1].options.clear(); },
         "question_incomplete"},
        {"words with choices", [](Questionnaire& q) { q.questions[0].kind = QuestionKind::text; },
         "question_incomplete"},
        {"points beyond a hundred", [](Questionnaire& q) { q.questions[0].options[0].points = 101; },
         "question_incomplete"},
        {"a hundred points", [](Questionnaire& q) { q.questions[0].options[0].points = 100; }, "yes"},
        {"no window", [](Questionnaire& q) { q.questions.erase(q.questions.begin()); }, "no_purchase_window"},
        {"the window is not required", [](Questionnaire& q) { q.questions[0].required = false; },
         "no_purchase_window"},
        {"scores meet", [](Questionnaire& q) { q.lower_below_score = q.raise_from_score; },
         "scores_out_of_order"},
        {"no day for H", [](Questionnaire& q) { q.next_contact_days.H = 0; }, "contact_days_out_of_order"},
        {"B before A", [](Questionnaire& q) { q.next_contact_days.B = q.next_contact_days.A - 1; },
         "contact_days_out_of_order"},
    };
    for (const auto& one : cases) {
        auto changed = needs_questionnaire();
        one.change(changed);
        EXPECT_EQ(answer(check_questionnaire(changed)), one.refusal) << one.what;
    }
}

}  // namespace
}  // namespace forecourt::leads
