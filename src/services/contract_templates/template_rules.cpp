#include <services/contract_templates/template_text.h>

#include <algorithm>

namespace forecourt::contract_templates {
namespace {

using templates::Clause;
using templates::TemplateValue;

std::string name_for_people(const Clause& clause, std::size_t at) {
    return clause.title.empty() ? "#" + std::to_string(at + 1) : clause.title;
}

MaybeRefused may_be_filled(const std::string& text, const std::string& clause,
                           const std::vector<TemplateValue>& values) {
    const auto names = templates::placeholders_of(text);
    if (!names) return with(placeholder_not_closed, "clause", clause);
    for (const auto& name : *names) {
        const bool known = std::any_of(values.begin(), values.end(),
                                       [&](const TemplateValue& value) { return value.name == name; });
        if (!known) return with(placeholder_unknown, "clause", clause).with("placeholder", name);
    }
    return std::nullopt;
}

MaybeRefused may_stand(const TemplateText& text, std::size_t at, const std::vector<TemplateValue>& values) {
    const auto& clause = text.clauses[at];
    const auto here = name_for_people(clause, at);
    if (clause.title.empty() || clause.text.empty()) return with(clause_needs_text, "clause", here);
    const auto is_it = [&](const Clause& other) { return other.name == clause.name; };
    if (clause.name.empty() || std::count_if(text.clauses.begin(), text.clauses.end(), is_it) > 1) {
        return with(clause_twice, "clause", here);
    }
    if (auto no = may_be_filled(clause.text, here, values)) return no;
    return may_be_filled(clause.text_en.value_or(""), here, values);
}

const Clause* find(const TemplateText& text, const std::string& name) {
    for (const auto& clause : text.clauses) {
        if (clause.name == name) return &clause;
    }
    return nullptr;
}

std::vector<std::string> shared_names(const TemplateText& text, const TemplateText& other) {
    std::vector<std::string> names;
    for (const auto& clause : text.clauses) {
        if (find(other, clause.name) != nullptr) names.push_back(clause.name);
    }
    return names;
}

std::string translation_of(const Clause& clause) {
    const auto title = clause.title_en.value_or("");
    return title.empty() ? clause.text_en.value_or("") : title + "\n" + clause.text_en.value_or("");
}

std::string yes_or_no(const std::optional<bool>& answer) { return answer.value_or(false) ? "yes" : "no"; }

void add(std::vector<ClauseDifference>& list, ClauseChangeKind kind, const Clause& of, std::string before,
         std::string after) {
    list.push_back({.kind = kind,
                    .clause = of.name,
                    .clause_title = of.title,
                    .before = std::move(before),
                    .after = std::move(after)});
}

void compare(std::vector<ClauseDifference>& list, const Clause& was, const Clause& is) {
    const auto say = [&](ClauseChangeKind kind, const std::string& before, const std::string& after) {
        if (before != after) add(list, kind, is, before, after);
    };
    say(ClauseChangeKind::clause_title, was.title, is.title);
    say(ClauseChangeKind::clause_text, was.text, is.text);
    say(ClauseChangeKind::translation, translation_of(was), translation_of(is));
    say(ClauseChangeKind::conspicuous, yes_or_no(was.conspicuous), yes_or_no(is.conspicuous));
}

}  // namespace

MaybeRefused may_hold(const TemplateText& text, const std::vector<TemplateValue>& values) {
    if (text.title.empty()) return template_needs_title;
    if (text.clauses.empty()) return template_needs_clauses;
    for (std::size_t at = 0; at < text.clauses.size(); ++at) {
        if (auto no = may_stand(text, at, values)) return no;
    }
    for (const auto& value : values) {
        const std::string mark = "{{" + value.name + "}}";
        const bool said = std::any_of(text.clauses.begin(), text.clauses.end(), [&](const Clause& clause) {
            return clause.text.find(mark) != std::string::npos;
        });
        if (value.always && !said) return with(contract_value_left_out, "value", value.title.zh);
    }
    return std::nullopt;
}

std::vector<ClauseDifference> clause_differences(const TemplateText& before, const TemplateText& after) {
    std::vector<ClauseDifference> list;
    if (before.title != after.title) {
        list.push_back({.kind = ClauseChangeKind::title,
                        .clause = {},
                        .clause_title = {},
                        .before = before.title,
                        .after = after.title});
    }
    const auto order_before = shared_names(before, after);
    const auto order_after = shared_names(after, before);
    std::size_t shared = 0;
    for (const auto& clause : after.clauses) {
        const auto* was = find(before, clause.name);
        if (was == nullptr) {
            add(list, ClauseChangeKind::clause_added, clause, {}, clause.text);
            continue;
        }
        if (order_before[shared] != order_after[shared])
            add(list, ClauseChangeKind::clause_moved, clause, {}, {});
        ++shared;
        compare(list, *was, clause);
    }
    for (const auto& clause : before.clauses) {
        if (find(after, clause.name) == nullptr)
            add(list, ClauseChangeKind::clause_removed, clause, clause.text, {});
    }
    return list;
}

}  // namespace forecourt::contract_templates
