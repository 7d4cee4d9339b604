#pragma once
#include <action/action.h>
#include <modules/vehicles/model/model.h>

#include <span>

namespace forecourt::vehicles {

/// `excludes`: not both in one car. `needs`: not without the other.
enum class OptionRuleKind { excludes, needs };
FORECOURT_ENUM(OptionRuleKind, excludes, needs)

struct OptionRule {
    Id<OptionRule> id;
    Id<Model> model_id;
    Id<ModelOption> option_id;
    OptionRuleKind kind{};
    Id<ModelOption> other_id;
};
FORECOURT_STRUCT(OptionRule, id, model_id, option_id, kind, other_id)

struct AddOptionRule {
    Id<Model> model_id;
    Id<ModelOption> option_id;
    OptionRuleKind kind{};
    Id<ModelOption> other_id;
};
FORECOURT_STRUCT(AddOptionRule, model_id, option_id, kind, other_id)

struct OptionRuleAdded {
    Id<OptionRule> id;
};
FORECOURT_STRUCT(OptionRuleAdded, id)

struct RemoveOptionRule {
    Id<Model> model_id;
    Id<OptionRule> rule_id;
};
FORECOURT_STRUCT(RemoveOptionRule, model_id, rule_id)

inline constexpr Refusal option_rule_not_found{"option_rule_not_found", RefusalKind::not_found};
inline constexpr Refusal option_rule_known_already{"option_rule_known_already"};
inline constexpr Refusal option_rule_with_itself{"option_rule_with_itself", RefusalKind::unprocessable};
/// The pair has the opposite rule: it could never be chosen.
inline constexpr Refusal option_rules_contradict{"option_rules_contradict"};

MaybeRefused check_new_rule(const AddOptionRule& rule, std::span<const OptionRule> rules);
/// The first pair that cannot go together, else nothing. Requirements are judged of a whole choice only.
std::optional<OptionRule> broken_exclusion(std::span<const OptionRule> rules,
                                           std::span<const Id<ModelOption>> chosen);
std::optional<OptionRule> broken_need(std::span<const OptionRule> rules,
                                      std::span<const Id<ModelOption>> chosen);

std::vector<OptionRule> rules_of_model(db::Connection& db, Id<Store> store, Id<Model> model);

extern const Action<AddOptionRule, OptionRuleAdded> add_option_rule;
extern const Action<RemoveOptionRule, Nothing> remove_option_rule;

}  // namespace forecourt::vehicles
