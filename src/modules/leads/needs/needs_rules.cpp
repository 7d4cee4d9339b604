#include <modules/leads/needs/needs_rules.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace forecourt::leads {
namespace {

const Question* find_question(const Questionnaire& questionnaire, std::string_view name) {
    for (const auto& question : questionnaire.questions) {
        if (question.name == name) return &question;
    }
    return nullptr;
}

const QuestionOption* find_option(const Question& question, std::string_view name) {
    for (const auto& option : question.options) {
        if (option.name == name) return &option;
    }
    return nullptr;
}

bool says_something(const NeedsAnswer& answer) {
    return !answer.choices.empty() || (answer.text && !trimmed(*answer.text).empty());
}

bool fits(const Question& question, const NeedsAnswer& answer) {
    switch (question.kind) {
        case QuestionKind::text:
            return answer.choices.empty();
        case QuestionKind::one:
            if (answer.choices.size() > 1) return false;
            break;
        case QuestionKind::many:
            break;
    }
    const std::set<std::string> different(answer.choices.begin(), answer.choices.end());
    if (different.size() != answer.choices.size()) return false;
    return std::all_of(answer.choices.begin(), answer.choices.end(),
                       [&](const std::string& choice) { return find_option(question, choice) != nullptr; });
}

std::vector<const QuestionOption*> chosen_options(const Questionnaire& questionnaire,
                                                  const std::vector<NeedsAnswer>& answers) {
    std::vector<const QuestionOption*> chosen;
    for (const auto& answer : answers) {
        const auto* question = find_question(questionnaire, answer.question);
        if (question == nullptr) continue;
        for (const auto& choice : answer.choices) {
            if (const auto* option = find_option(*question, choice)) chosen.push_back(option);
        }
    }
    return chosen;
}

/// What the answers say about the car.
struct Wanted {
    std::optional<Money> price_from;
    std::optional<Money> price_to;
    std::int64_t seats = 0;
    std::set<vehicles::Fuel> fuels;
    bool any_fuel = true;
    std::optional<vehicles::Gearbox> gearbox;
    std::set<std::string> bodies;
    std::set<Wish> wishes;
};

Wanted wanted_car(const std::vector<const QuestionOption*>& chosen) {
    Wanted wanted;
    for (const auto* option : chosen) {
        if (option->price_from) wanted.price_from = option->price_from;
        if (option->price_to) wanted.price_to = option->price_to;
        if (option->seats) wanted.seats = std::max(wanted.seats, *option->seats);
        if (option->fuel) wanted.fuels.insert(*option->fuel);
        if (option->gearbox) wanted.gearbox = option->gearbox;
        if (option->body) wanted.bodies.insert(*option->body);
        if (option->wish) wanted.wishes.insert(*option->wish);
    }
    wanted.any_fuel = wanted.fuels.empty();
    return wanted;
}

std::string text_of(const JsonText& specs, std::string_view name) {
    const auto member = reflect::json_member(specs.text, name);
    if (!member || member->size() < 2 || member->front() != '"') return {};
    return member->substr(1, member->size() - 2);
}

std::int64_t number_of(const JsonText& specs, std::string_view name) {
    std::int64_t value = 0;
    if (const auto member = reflect::json_member(specs.text, name)) {
        std::from_chars(member->data(), member->data() + member->size(), value);
    }
    return value;
}

bool is_economical(const vehicles::ModelFacts& model) {
    switch (model.fuel) {
        case vehicles::Fuel::hybrid:
        case vehicles::Fuel::plug_in_hybrid:
        case vehicles::Fuel::electric:
            return true;
        case vehicles::Fuel::petrol:
        case vehicles::Fuel::diesel:
            return false;
    }
    return false;
}

bool is_ruled_out(const Wanted& wanted, const vehicles::ModelFacts& model) {
    if (!wanted.any_fuel && !wanted.fuels.contains(model.fuel)) return true;
    if (wanted.gearbox && *wanted.gearbox != model.gearbox) return true;
    if (model.seats < wanted.seats) return true;
    return wanted.price_to && model.price > share_half_up(*wanted.price_to, 11'000);
}

const vehicles::ModelStock* stock_of(const std::vector<vehicles::ModelStock>& stock,
                                     Id<vehicles::Model> model) {
    for (const auto& one : stock) {
        if (one.model_id == model) return &one;
    }
    return nullptr;
}

Proposal proposal_for(const Wanted& wanted, const vehicles::ModelFacts& model,
                      const vehicles::ModelStock* stock) {
    Proposal proposal{
        .model_id = model.id, .name = model.name, .price = model.price, .match = 0, .reasons = {}};
    const auto because = [&](ProposalReason reason, std::int64_t weight) {
        proposal.reasons.push_back(reason);
        proposal.match += weight;
    };
    if (wanted.price_to && model.price > *wanted.price_to) {
        because(ProposalReason::slightly_above_budget, 5);
    } else if (wanted.price_to || (wanted.price_from && model.price >= *wanted.price_from)) {
        // Far below the budget is affordable, but not what the customer came for.
        const bool near = !wanted.price_from || model.price >= *wanted.price_from;
        because(ProposalReason::within_budget, near ? 30 : 12);
    }
    if (!wanted.any_fuel) because(ProposalReason::drive_as_wished, 20);
    if (wanted.gearbox) because(ProposalReason::gearbox_as_wished, 5);
    if (wanted.seats > 5) because(ProposalReason::enough_seats, 15);
    const auto body = text_of(model.specs, "body");
    if (wanted.bodies.contains(body)) because(ProposalReason::fits_the_use, 15);
    if (wanted.wishes.contains(Wish::economy) && is_economical(model))
        because(ProposalReason::economical, 10);
    if (wanted.wishes.contains(Wish::space) && (body == "suv" || body == "mpv"))
        because(ProposalReason::roomy, 10);
    if (wanted.wishes.contains(Wish::power) && number_of(model.specs, "power_kw") >= 150) {
        because(ProposalReason::powerful, 10);
    }
    if (stock != nullptr && stock->in_stock > 0) {
        because(ProposalReason::in_stock, 8);
    } else if (stock != nullptr && stock->in_transit > 0) {
        because(ProposalReason::on_its_way, 4);
    }
    return proposal;
}

LeadGrade better(LeadGrade grade) {
    switch (grade) {
        case LeadGrade::ungraded:
            return LeadGrade::ungraded;
        case LeadGrade::H:
        case LeadGrade::A:
            return LeadGrade::H;
        case LeadGrade::B:
            return LeadGrade::A;
        case LeadGrade::C:
            return LeadGrade::B;
    }
    return grade;
}

LeadGrade worse(LeadGrade grade) {
    switch (grade) {
        case LeadGrade::ungraded:
            return LeadGrade::ungraded;
        case LeadGrade::H:
            return LeadGrade::A;
        case LeadGrade::A:
            return LeadGrade::B;
        case LeadGrade::B:
        case LeadGrade::C:
            return LeadGrade::C;
    }
    return grade;
}

}  // namespace

MaybeRefused check_answers(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers) {
    std::set<std::string> answered;
    for (const auto& answer : answers) {
        const auto* question = find_question(questionnaire, answer.question);
        if (question == nullptr || !fits(*question, answer) || !answered.insert(answer.question).second) {
            return with(answer_not_understood, "question", answer.question);
        }
        if (!says_something(answer)) answered.erase(answer.question);
    }
    for (const auto& question : questionnaire.questions) {
        if (question.required && !answered.contains(question.name)) {
            return with(answer_missing, "question", question.text.zh);
        }
    }
    return std::nullopt;
}

std::int64_t score_of(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers) {
    std::int64_t had = 0;
    std::int64_t could_be_had = 0;
    for (const auto& question : questionnaire.questions) {
        std::int64_t most = 0;
        std::int64_t best = 0;
        for (const auto& option : question.options) most = std::max(most, option.points);
        for (const auto& answer : answers) {
            if (answer.question != question.name) continue;
            for (const auto& choice : answer.choices) {
                if (const auto* option = find_option(question, choice)) best = std::max(best, option->points);
            }
        }
        had += best;
        could_be_had += most;
    }
    return could_be_had == 0 ? 0 : scale_half_up(had, 100, could_be_had);
}

LeadGrade grade_of(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers,
                   std::int64_t score) {
    auto grade = LeadGrade::ungraded;
    for (const auto* option : chosen_options(questionnaire, answers)) {
        if (option->grade) grade = *option->grade;
    }
    if (score >= questionnaire.raise_from_score) return better(grade);
    if (score < questionnaire.lower_below_score) return worse(grade);
    return grade;
}

Duration longest_silence(const Questionnaire& questionnaire, LeadGrade grade) {
    const auto& limit = questionnaire.next_contact_days;
    switch (grade) {
        case LeadGrade::ungraded:
            return days(limit.ungraded);
        case LeadGrade::H:
            return days(limit.H);
        case LeadGrade::A:
            return days(limit.A);
        case LeadGrade::B:
            return days(limit.B);
        case LeadGrade::C:
            return days(limit.C);
    }
    return days(limit.ungraded);
}

std::vector<Proposal> propose_models(const Questionnaire& questionnaire,
                                     const std::vector<NeedsAnswer>& answers,
                                     const std::vector<vehicles::ModelFacts>& models,
                                     const std::vector<vehicles::ModelStock>& stock) {
    const auto wanted = wanted_car(chosen_options(questionnaire, answers));
    std::vector<Proposal> proposals;
    for (const auto& model : models) {
        if (!model.on_offer || is_ruled_out(wanted, model)) continue;
        proposals.push_back(proposal_for(wanted, model, stock_of(stock, model.id)));
    }
    std::stable_sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) {
        return a.match != b.match ? a.match > b.match : a.price < b.price;
    });
    if (proposals.size() > 3) proposals.resize(3);
    return proposals;
}

}  // namespace forecourt::leads
