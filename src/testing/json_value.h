#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::testing {

/// A JSON value as a tree, for comparing answers with what a story expects.
struct JsonValue {
    enum class Kind { null, boolean, number, text, list, object, variable } kind = Kind::null;
    std::string text;  // of a number or text; of a variable its name
    bool flag = false;
    std::vector<JsonValue> items;
    std::vector<std::pair<std::string, JsonValue>> members;

    const JsonValue* member(std::string_view name) const;
};

/// Throws std::runtime_error when the text is not JSON.
JsonValue parse_json(std::string_view text);
std::string to_text(const JsonValue& value);

}  // namespace forecourt::testing
