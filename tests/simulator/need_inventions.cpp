#include <simulator/leads.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::items_at;
using demo::number_at;
using demo::text_at;

/// One possible answer of the questionnaire, with what the store says follows from it.
struct Option {
    std::string name;
    std::int64_t points{};
    std::string grade;
    Fen price_to{};
    std::int64_t seats{};
    std::string fuel;
    std::string gearbox;
};
struct Question {
    std::string name;
    std::string kind;
    bool required{};
    std::vector<Option> options;
};

// What is asked is data: the questionnaire that the store begins with.
const std::vector<Question>& questionnaire() {
    static const auto questions = [] {
        std::vector<Question> read;
        for (const auto& one :
             items_at(demo::asset_text("standards/questionnaires/needs.json"), "questions")) {
            Question question{.name = text_at(one, "name"),
                              .kind = text_at(one, "kind"),
                              .required = text_at(one, "required") == "true",
                              .options = {}};
            for (const auto& option : items_at(one, "options")) {
                question.options.push_back({.name = text_at(option, "name"),
                                            .points = number_at(option, "points"),
                                            .grade = text_at(option, "grade"),
                                            .price_to = number_at(option, "price_to"),
                                            .seats = number_at(option, "seats"),
                                            .fuel = text_at(option, "fuel"),
                                            .gearbox = text_at(option, "gearbox")});
            }
            read.push_back(std::move(question));
        }
        return read;
    }();
    return questions;
}

/// What somebody answered, and what comes of it.
struct Answered {
    std::string json;
    std::vector<Option> chosen;
    std::int64_t points{};  // of each question the best answer
    bool is_complete = true;
    bool is_understood = true;
};

void answer(Life& life, Answered& answered, const Question& question) {
    std::string choices;
    std::int64_t best = 0;
    std::vector<Option> chosen;
    if (!question.options.empty()) {
        for (auto left = question.kind == "many" ? life.dice.between(1, 3) : 1; left > 0; --left) {
            const auto& option = life.dice.one_of(question.options);
            // Who says that any will do names no other.
            const bool fits = std::none_of(chosen.begin(), chosen.end(), [&](const auto& other) {
                return other.name == option.name || other.name == "open" || option.name == "open";
            });
            if (fits) chosen.push_back(option);
        }
    }
    for (const auto& option : chosen) {
        choices += (choices.empty() ? "" : ", ") + demo::quoted(option.name);
        best = std::max(best, option.points);
    }
    const bool wrong = life.dice.chance(1);
    if (wrong) choices += (choices.empty() ? "" : ", ") + demo::quoted("没有");
    answered.is_understood = answered.is_understood && !wrong;
    answered.points += best;
    answered.chosen.insert(answered.chosen.end(), chosen.begin(), chosen.end());
    answered.json += std::string(answered.json.empty() ? "" : ", ") + R"({"question": ")" + question.name +
                     R"(", "choices": [)" + choices + "]";
    if (question.kind == "text") answered.json += R"(, "text": "后备箱要大")";
    answered.json += "}";
}

Answered some_answers(Life& life) {
    Answered answered;
    for (const auto& question : questionnaire()) {
        if (life.dice.chance(question.required ? 99 : 55)) {
            answer(life, answered, question);
        } else {
            answered.is_complete = answered.is_complete && !question.required;
        }
    }
    const bool says_when = answered.json.find("timing") != std::string::npos;
    if (says_when && life.dice.chance(2)) {
        answered.json += R"(, {"question": "timing", "choices": ["later"]})";
        answered.is_understood = false;
    }
    return answered;
}

// 0 to 100: the points that were had out of all that could be.
std::int64_t score_of(const Answered& answered) {
    std::int64_t most = 0;
    for (const auto& question : questionnaire()) {
        std::int64_t best = 0;
        for (const auto& option : question.options) best = std::max(best, option.points);
        most += best;
    }
    return rounded(answered.points, 100, most);
}

// The purchase window's grade, one better for a very warm customer, one worse for a cold one.
std::string grade_of(const Answered& answered, std::int64_t score) {
    static const std::string grades = "HABC";
    std::size_t at = 0;
    for (const auto& option : answered.chosen) {
        if (option.grade != "null" && !option.grade.empty()) at = grades.find(option.grade);
    }
    if (score >= 75 && at > 0) --at;
    if (score < 25 && at < 3) ++at;
    return grades.substr(at, 1);
}

const char* fuel_of(const CarFacts& car) { return car.electric ? "electric" : "petrol"; }

// Ruled out: another drive or gearbox, too few seats (all here have five), a tenth above the budget.
bool is_ruled_out(const Answered& answered, const CarModel& model) {
    bool names_a_fuel = false, names_this_fuel = false;
    for (const auto& option : answered.chosen) {
        if (!option.fuel.empty() && option.fuel != "null") {
            names_a_fuel = true;
            names_this_fuel = names_this_fuel || option.fuel == fuel_of(model.facts);
        }
        const std::string gearbox = model.facts.manual ? "manual" : "automatic";
        if (!option.gearbox.empty() && option.gearbox != "null" && option.gearbox != gearbox) return true;
        if (option.seats > 5) return true;
        if (option.price_to > 0 && model.price > rounded(option.price_to, 11, 10)) return true;
    }
    return names_a_fuel && !names_this_fuel;
}

// The best first, at most three.
RecordId expect_proposals(StoreModel& model, const Answered& answered, const std::string& answer) {
    const auto proposals = items_at(answer, "proposals");
    const auto fitting = std::count_if(model.models.begin(), model.models.end(),
                                       [&](const auto& one) { return !is_ruled_out(answered, one); });
    expect_equal("proposals for the needs", std::min<std::int64_t>(3, fitting),
                 static_cast<std::int64_t>(proposals.size()));
    std::int64_t before = 1'000'000;
    for (const auto& one : proposals) {
        const auto& proposed = model.model(number_at(one, "model_id"));
        if (is_ruled_out(answered, proposed)) throw Mismatch("proposals for the needs: one was ruled out");
        expect_equal("proposals for the needs: price", proposed.price, number_at(one, "price"));
        if (number_at(one, "match") > before)
            throw Mismatch("proposals for the needs: the best is not first");
        before = number_at(one, "match");
    }
    return proposals.empty() ? 0 : number_at(proposals.front(), "model_id");
}

std::optional<Attempt> record_needs(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr || (lead->needs_known && life.dice.chance(60))) return std::nullopt;
    const auto answered = some_answers(life);
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.record_needs", *lead);
    attempt.input.json("answers", "[" + answered.json + "]");
    must_be_theirs(life, attempt, *lead);
    attempt.must_not(!answered.is_understood, "answer_not_understood");
    attempt.must_not(!answered.is_complete, "answer_missing");
    attempt.then = [&life, store, id = lead->id, answered](const std::string& answer) {
        auto& now = life.at(store).leads.at(id);
        const bool is_planned = is_planned_by_somebody(now);
        now.score = score_of(answered);
        now.grade = grade_of(answered, now.score);
        now.needs_known = true;
        const auto best = expect_proposals(life.at(store), answered, answer);
        if (now.model == 0) now.model = best;
        // The grade shortens the way to the next contact; it never pushes a planned one back.
        const auto latest = contact_by_itself(life, now);
        now.next_contact = is_planned ? std::min(now.next_contact, latest) : latest;
        now.graded_on = life.today();
        ++now.version;
        expect_equal("score of the needs", now.score, number_at(answer, "score"));
        expect_equal("grade of the needs", now.grade, text_at(answer, "grade"));
        expect_equal("next contact of the lead", to_text(now.next_contact),
                     text_at(answer, "next_contact_at"));
        expect_lead(life, store, now);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> need_inventions() { return {{"leads.record_needs", 5, record_needs}}; }

}  // namespace forecourt::simulator
