#include <reflect/json.h>

#include <charconv>

namespace forecourt::reflect {
namespace {

void append_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

// A text, or a checked text, whose only member it is.
const std::string& text_at(const void* value) { return *static_cast<const std::string*>(value); }

void write_record(const Type& type, const void* value, std::string& out) {
    char separator = '{';
    for (const auto& field : type.fields) {
        out += separator;
        out += '"';
        out += field.name;
        out += "\":";
        write_json(*field.type(), static_cast<const char*>(value) + field.offset, out);
        separator = ',';
    }
    out += type.fields.empty() ? "{}" : "}";
}

void write_list(const Type& type, const void* value, std::string& out) {
    const Type& element = *type.element();
    const std::size_t size = type.size(value);
    out += '[';
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) out += ',';
        write_json(element, type.at(value, i), out);
    }
    out += ']';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, clean, i - clean);
        clean = i + 1;
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out += hex[c >> 4];
                out += hex[c & 15];
        }
    }
    out.append(text, clean, text.size() - clean);
    out += '"';
}

void write_json(const Type& type, const void* value, std::string& out) {
    switch (type.kind) {
        case Kind::boolean:
            out += type.get_number(value) ? "true" : "false";
            return;
        case Kind::integer:
            append_number(out, type.get_number(value));
            return;
        case Kind::text:
        case Kind::checked:
            append_json_string(out, text_at(value));
            return;
        case Kind::instant:
        case Kind::date:
            append_json_string(out, type.get_text(value));
            return;
        case Kind::enumeration:
            append_json_string(out, type.values[static_cast<std::size_t>(type.get_number(value))]);
            return;
        case Kind::json:
            out += static_cast<const JsonText*>(value)->text;
            return;
        case Kind::optional: {
            const void* inner = type.get(value);
            if (inner == nullptr) {
                out += "null";
            } else {
                write_json(*type.element(), inner, out);
            }
            return;
        }
        case Kind::list:
            write_list(type, value, out);
            return;
        case Kind::record:
            write_record(type, value, out);
            return;
    }
}

}  // namespace forecourt::reflect
