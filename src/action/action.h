#pragma once
#include <action/context.h>

#include <string>
#include <string_view>
#include <vector>

namespace forecourt {

/// Input of actions and views that need none, and output of actions that tell nothing.
struct Nothing {};
FORECOURT_EMPTY_STRUCT(Nothing)

/// An action without its types: what the runner, the API description and the conformance tests see.
struct ActionBase {
    std::string_view name;  // "workshop.add_quote_line"
    Right needs;
    std::vector<Refusal> refuses;
    bool reveals;  // what is sealed of the customer its input names: who runs it is counted as a reader

    virtual const reflect::Type& input() const = 0;
    virtual const reflect::Type& output() const = 0;
    /// Decodes, runs, and answers the output as JSON.
    struct Done {
        reflect::FieldErrors errors;
        MaybeRefused refused;
        std::string output;
    };
    virtual Done run_json(Tx& tx, std::string_view input) const = 0;

  protected:
    ActionBase(std::string_view name, Right needs, std::vector<Refusal> refuses, bool reveals)
        : name(name), needs(needs), refuses(std::move(refuses)), reveals(reveals) {}
    ~ActionBase() = default;
};

/// A verb of the dealership, declared once. Everything else comes from it: route, decoding, right, once-only,
/// description, client, button and its form.
template <class In, class Out>
struct Action final : ActionBase {
    struct Declared {
        std::string_view name;
        Right needs;
        std::vector<Refusal> refuses;
        Result<Out> (*run)(Tx&, const In&);
        bool reveals = false;
    };
    Action(Declared declared)  // NOLINT: written as a braced list of designated members
        : ActionBase(declared.name, declared.needs, std::move(declared.refuses), declared.reveals),
          run(declared.run) {}

    Result<Out> (*run)(Tx&, const In&);

    const reflect::Type& input() const override { return *reflect::type_of<In>(); }
    const reflect::Type& output() const override { return *reflect::type_of<Out>(); }
    Done run_json(Tx& tx, std::string_view json) const override {
        In in{};
        if (auto errors = reflect::from_json(in, json); !errors.empty()) return {.errors = std::move(errors)};
        auto result = run(tx, in);
        if (!result) return {.refused = result.refused()};
        return {.output = reflect::to_json(*result)};
    }
};

/// What a button needs to know: the action, and the literal refusal when it would be refused now.
struct RefusedDetail {
    std::string name;
    std::string value;
};
FORECOURT_STRUCT(RefusedDetail, name, value)
struct AllowedAction {
    std::string name;
    std::optional<std::string> refused_because;
    std::optional<std::vector<RefusedDetail>>
        refused_details;  // what its sentence needs; not there when nothing
};
FORECOURT_STRUCT(AllowedAction, name, refused_because, refused_details)

/// For a view's list: the action, if the person has the right to it at all, with the guard's answer.
void allow(std::vector<AllowedAction>& list, const Context& context, const ActionBase& action,
           const MaybeRefused& refused);

}  // namespace forecourt
