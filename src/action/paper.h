#pragma once
#include <core/ensure.h>
#include <reflect/json.h>

#include <string>
#include <string_view>

namespace forecourt {

/// A kind of paper without the type of its facts: what draws it after the commit.
struct PaperBase {
    std::string_view name;  // "deals.contract", the kind it has in the archive
    bool sealed = false;    // signed with the store's key

    virtual std::string draw_json(std::string_view facts) const = 0;

  protected:
    PaperBase(std::string_view name, bool sealed) : name(name), sealed(sealed) {}
    ~PaperBase() = default;
};

/// A paper that an action leaves behind. The action freezes all that stands on it (documents::order); the
/// page itself is drawn after the commit, from these facts alone, so it knows no database and no clock.
template <class Facts>
struct Paper final : PaperBase {
    struct Declared {
        std::string_view name;
        bool sealed = false;
        std::string (*draw)(const Facts&);
    };
    Paper(Declared declared)  // NOLINT: written as a braced list of designated members
        : PaperBase(declared.name, declared.sealed), draw(declared.draw) {}

    std::string (*draw)(const Facts&);

    std::string draw_json(std::string_view json) const override {
        Facts facts{};
        const auto errors = reflect::from_json(facts, json);
        if (!errors.empty()) {
            throw BrokenInvariant(std::string(name) + ": " + errors.front().path + " " + errors.front().code);
        }
        return draw(facts);
    }
};

}  // namespace forecourt
