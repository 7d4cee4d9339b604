#include <db/send.h>
#include <modules/vehicles/choice/choice.h>
#include <modules/vehicles/choice/vehicles_choice.sql.h>
#include <modules/vehicles/model/model_store.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_choice;

struct OptionRuleEvent {
    std::string option_name;
    OptionRuleKind kind{};
    std::string other_name;
};
FORECOURT_STRUCT(OptionRuleEvent, option_name, kind, other_name)

std::string name_of_option(db::Connection& db, Id<Store> store, Id<ModelOption> id) {
    const auto option = load_option(db, store, id);
    return option ? option->name : "";
}

Result<OptionRuleAdded> run_add_option_rule(Tx& tx, const AddOptionRule& in) {
    if (!load_model(tx.db(), tx.store_id(), in.model_id)) return model_not_found;
    for (const auto id : {in.option_id, in.other_id}) {
        const auto option = load_option(tx.db(), tx.store_id(), id);
        if (!option || option->model_id != in.model_id) return option_not_found;
    }
    if (auto no = check_new_rule(in, rules_of_model(tx.db(), tx.store_id(), in.model_id))) return *no;
    const auto id = tx.new_id<OptionRule>();
    db::send(tx.db(), statements::insert_rule, db::Params::of(in, {{"id", id}, {"store_id", tx.store_id()}}));
    tx.emit("vehicles.option_rule_added", {{"model", in.model_id}},
            OptionRuleEvent{name_of_option(tx.db(), tx.store_id(), in.option_id), in.kind,
                            name_of_option(tx.db(), tx.store_id(), in.other_id)});
    return OptionRuleAdded{id};
}

Result<Nothing> run_remove_option_rule(Tx& tx, const RemoveOptionRule& in) {
    for (const auto& rule : rules_of_model(tx.db(), tx.store_id(), in.model_id)) {
        if (rule.id != in.rule_id) continue;
        db::send(tx.db(), statements::remove_rule,
                 {{"store_id", tx.store_id()}, {"model_id", in.model_id}, {"id", in.rule_id}});
        tx.emit("vehicles.option_rule_removed", {{"model", in.model_id}},
                OptionRuleEvent{name_of_option(tx.db(), tx.store_id(), rule.option_id), rule.kind,
                                name_of_option(tx.db(), tx.store_id(), rule.other_id)});
        return Nothing{};
    }
    return option_rule_not_found;
}

Refused named(db::Connection& db, Id<Store> store, const Refusal& refusal, const OptionRule& rule) {
    return with(refusal, "option", name_of_option(db, store, rule.option_id))
        .with("other", name_of_option(db, store, rule.other_id));
}

}  // namespace

std::vector<OptionRule> rules_of_model(db::Connection& db, Id<Store> store, Id<Model> model) {
    return db::all<OptionRule>(db, statements::rules_of_model, {{"store_id", store}, {"model_id", model}});
}

MaybeRefused check_options_together(db::Connection& db, Id<Store> store, Id<Model> model,
                                    const std::vector<Id<ModelOption>>& chosen) {
    const auto broken = broken_exclusion(rules_of_model(db, store, model), chosen);
    if (!broken) return std::nullopt;
    return named(db, store, options_exclude_each_other, *broken);
}

MaybeRefused check_options_complete(db::Connection& db, Id<Store> store, Id<Model> model,
                                    const std::vector<Id<ModelOption>>& chosen) {
    const auto rules = rules_of_model(db, store, model);
    if (const auto broken = broken_exclusion(rules, chosen))
        return named(db, store, options_exclude_each_other, *broken);
    if (const auto broken = broken_need(rules, chosen))
        return named(db, store, option_needs_another, *broken);
    return std::nullopt;
}

const Action<AddOptionRule, OptionRuleAdded> add_option_rule{
    {.name = "vehicles.add_option_rule",
     .needs = catalogue_write,
     .refuses = {model_not_found, option_not_found, option_rule_with_itself, option_rule_known_already,
                 option_rules_contradict},
     .run = run_add_option_rule}};
const Action<RemoveOptionRule, Nothing> remove_option_rule{{.name = "vehicles.remove_option_rule",
                                                            .needs = catalogue_write,
                                                            .refuses = {option_rule_not_found},
                                                            .run = run_remove_option_rule}};

}  // namespace forecourt::vehicles
