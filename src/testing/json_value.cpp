#include <testing/json_value.h>

#include <reflect/json.h>
#include <reflect/json_scan.h>

#include <stdexcept>

namespace forecourt::testing {
namespace {

using reflect::JsonScanner;

// A story may write @name where a value stands; it is carried through JSON as the text "@name".
JsonValue read(JsonScanner& scan) {
    JsonValue value;
    const char first = scan.peek();
    if (first == '{') {
        value.kind = JsonValue::Kind::object;
        scan.expect('{');
        if (scan.accept('}')) return value;
        do {
            std::string name = scan.string();
            scan.expect(':');
            value.members.emplace_back(std::move(name), read(scan));
        } while (scan.accept(','));
        scan.expect('}');
    } else if (first == '[') {
        value.kind = JsonValue::Kind::list;
        scan.expect('[');
        if (scan.accept(']')) return value;
        do {
            value.items.push_back(read(scan));
        } while (scan.accept(','));
        scan.expect(']');
    } else if (first == '"') {
        value.kind = JsonValue::Kind::text;
        value.text = scan.string();
        if (value.text.starts_with('@')) {
            value.kind = JsonValue::Kind::variable;
            value.text.erase(0, 1);
        }
    } else if (scan.accept_word("true") || scan.accept_word("false") || scan.accept_word("null")) {
        value.kind = first == 'n' ? JsonValue::Kind::null : JsonValue::Kind::boolean;
        value.flag = first == 't';
    } else {
        value.kind = JsonValue::Kind::number;
        value.text = scan.number();
    }
    return value;
}

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
    for (const auto& [key, value] : members) {
        if (key == name) return &value;
    }
    return nullptr;
}

JsonValue parse_json(std::string_view text) {
    try {
        JsonScanner scan(text);
        auto value = read(scan);
        scan.expect_end();
        return value;
    } catch (const reflect::MalformedJson& malformed) {
        throw std::runtime_error("malformed JSON at byte " + std::to_string(malformed.at) + ": " +
                                 std::string(text));
    }
}

std::string to_text(const JsonValue& value) {
    std::string out;
    switch (value.kind) {
        case JsonValue::Kind::null:
            return "null";
        case JsonValue::Kind::boolean:
            return value.flag ? "true" : "false";
        case JsonValue::Kind::number:
            return value.text;
        case JsonValue::Kind::variable:
            return "@" + value.text;
        case JsonValue::Kind::text:
            reflect::append_json_string(out, value.text);
            return out;
        case JsonValue::Kind::list:
            for (const auto& item : value.items) out += (out.empty() ? "[" : ",") + to_text(item);
            return out.empty() ? "[]" : out + "]";
        case JsonValue::Kind::object:
            for (const auto& [name, member] : value.members) {
                out += out.empty() ? "{" : ",";
                reflect::append_json_string(out, name);
                out += ":" + to_text(member);
            }
            return out.empty() ? "{}" : out + "}";
    }
    return out;
}

}  // namespace forecourt::testing
