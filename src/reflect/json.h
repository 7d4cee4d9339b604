#pragma once
#include <reflect/type.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::reflect {

/// One wrong field: where it stands (JSON pointer) and the literal name of what is wrong (words/errors.json).
struct FieldError {
    std::string path;
    std::string code;
    std::string detail{};  // e.g. the allowed values
};
using FieldErrors = std::vector<FieldError>;

/// Appends the JSON of `value` to `out`.
void write_json(const Type& type, const void* value, std::string& out);

/// Fills `value` from JSON. Strict: no unknown or repeated fields, whole numbers only, optional members and
/// lists may be left out, all else must be there. Every wrong field is told at once; nothing is to be used
/// then.
FieldErrors read_json(const Type& type, void* value, std::string_view json);

/// Fills a record from the parameters of a query string, by the same rules; only scalars and optional
/// scalars.
FieldErrors read_query(const Type& record, void* value,
                       const std::vector<std::pair<std::string, std::string>>& parameters);

template <class T>
std::string to_json(const T& value) {
    std::string out;
    write_json(*type_of<T>(), &value, out);
    return out;
}

template <class T>
FieldErrors from_json(T& value, std::string_view json) {
    return read_json(*type_of<T>(), &value, json);
}

/// A text as a JSON string, with its quotes.
void append_json_string(std::string& out, std::string_view text);

/// The text of one top-level member of a JSON object, as JSON; nothing if it is not there.
std::optional<std::string> json_member(std::string_view object, std::string_view name);

}  // namespace forecourt::reflect
