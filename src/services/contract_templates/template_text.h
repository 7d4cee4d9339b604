#pragma once
#include <services/contract_templates/api.h>
#include <services/versions/api.h>

namespace forecourt::contract_templates {

inline constexpr std::string_view kind_of_text = "contract_template";  // among the store's versions

/// What a version of a template says.
struct TemplateText {
    std::string title;
    std::vector<templates::Clause> clauses;
};
FORECOURT_STRUCT(TemplateText, title, clauses)

TemplateText text_of(const std::string& body);

// What can be wrong with a template; the detail `clause` says where.
inline constexpr Refusal template_needs_title{"template_needs_title", RefusalKind::unprocessable};
inline constexpr Refusal template_needs_clauses{"template_needs_clauses", RefusalKind::unprocessable};
inline constexpr Refusal clause_needs_text{"clause_needs_text", RefusalKind::unprocessable};
inline constexpr Refusal clause_twice{"clause_twice", RefusalKind::unprocessable};
inline constexpr Refusal placeholder_not_closed{"placeholder_not_closed", RefusalKind::unprocessable};
/// The detail `placeholder` names what nobody can fill in.
inline constexpr Refusal placeholder_unknown{"placeholder_unknown", RefusalKind::unprocessable};
/// The detail `value` names what a contract must say and this one does not.
inline constexpr Refusal contract_value_left_out{"contract_value_left_out", RefusalKind::unprocessable};

MaybeRefused may_hold(const TemplateText& text, const std::vector<templates::TemplateValue>& values);

enum class ClauseChangeKind {
    title,
    clause_added,
    clause_removed,
    clause_moved,
    clause_title,
    clause_text,
    translation,
    conspicuous,
};
FORECOURT_ENUM(ClauseChangeKind, title, clause_added, clause_removed, clause_moved, clause_title, clause_text,
               translation, conspicuous)

struct ClauseDifference {
    ClauseChangeKind kind{};
    std::string clause;
    std::string clause_title;
    std::string before;
    std::string after;
};
FORECOURT_STRUCT(ClauseDifference, kind, clause, clause_title, before, after)

/// What `after` says otherwise than `before`, clause by clause in the order of `after`.
std::vector<ClauseDifference> clause_differences(const TemplateText& before, const TemplateText& after);

}  // namespace forecourt::contract_templates
