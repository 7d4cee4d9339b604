#include <modules/vehicles/choice/choice.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

bool holds(std::span<const Id<ModelOption>> chosen, Id<ModelOption> option) {
    return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
}

}  // namespace

MaybeRefused check_new_rule(const AddOptionRule& rule, std::span<const OptionRule> rules) {
    if (rule.option_id == rule.other_id) return option_rule_with_itself;
    for (const auto& one : rules) {
        const bool same_way = one.option_id == rule.option_id && one.other_id == rule.other_id;
        const bool other_way = one.option_id == rule.other_id && one.other_id == rule.option_id;
        if (!same_way && !other_way) continue;
        if (one.kind != rule.kind) return option_rules_contradict;
        // An exclusion says the same both ways; two options may need each other.
        if (same_way || rule.kind == OptionRuleKind::excludes) return option_rule_known_already;
    }
    return std::nullopt;
}

std::optional<OptionRule> broken_exclusion(std::span<const OptionRule> rules,
                                           std::span<const Id<ModelOption>> chosen) {
    for (const auto& rule : rules) {
        if (rule.kind != OptionRuleKind::excludes) continue;
        if (holds(chosen, rule.option_id) && holds(chosen, rule.other_id)) return rule;
    }
    return std::nullopt;
}

std::optional<OptionRule> broken_need(std::span<const OptionRule> rules,
                                      std::span<const Id<ModelOption>> chosen) {
    for (const auto& rule : rules) {
        if (rule.kind != OptionRuleKind::needs) continue;
        if (holds(chosen, rule.option_id) && !holds(chosen, rule.other_id)) return rule;
    }
    return std::nullopt;
}

}  // namespace forecourt::vehicles
