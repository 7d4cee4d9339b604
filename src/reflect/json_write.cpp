#include <reflect/json.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace forecourt::reflect {
namespace {

// Whether one of eight bytes has to be escaped: below a blank, a quotation mark, or a backslash.
bool needs_escape(std::uint64_t eight) {
    constexpr std::uint64_t each = 0x0101010101010101;
    const auto has_below = [](std::uint64_t bytes, std::uint64_t n) {
        return (bytes - each * n) & ~bytes & (each * 0x80);
    };
    return (has_below(eight, 0x20) | has_below(eight ^ (each * '"'), 1) |
            has_below(eight ^ (each * '\\'), 1)) != 0;
}

// How many bytes from the beginning may stand in a JSON string as they are.
std::size_t clean_length(std::string_view text) {
    const auto eight_at = [&](std::size_t at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        return eight;
    };
    std::size_t i = 0;
    while (i + 8 <= text.size() && !needs_escape(eight_at(i))) i += 8;
    // What is left over is looked at together with some of what was clean.
    if (i != 0 && i + 8 > text.size() && !needs_escape(eight_at(text.size() - 8))) return text.size();
    for (; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == '"' || c == '\\') break;
    }
    return i;
}

// A text, or a checked text, whose only member it is.
const std::string& text_at(const void* value) { return *static_cast<const std::string*>(value); }

// Writes behind the end of a string that is longer than what is written so far, and cuts it when it is gone.
// An answer is made of thousands of small pieces: growing the string by each would cost more than writing
// them.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out), used_(out.size()) {}
    ~Writer() { out_.resize(used_); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void put(char c) {
        *room(1) = c;
        ++used_;
    }
    void put(std::string_view text) {
        std::copy(text.begin(), text.end(), room(text.size()));
        used_ += text.size();
    }
    void string(std::string_view text);
    void value(const Type& type, const void* value);

  private:
    // Where at least so many bytes may be written next.
    char* room(std::size_t size) {
        constexpr std::size_t ahead = 256;
        if (out_.size() - used_ < size) out_.resize(used_ + size + ahead);
        return out_.data() + used_;
    }
    void number(std::int64_t number) {
        constexpr std::size_t longest = 20;
        char* to = room(longest);
        used_ += static_cast<std::size_t>(std::to_chars(to, to + longest, number).ptr - to);
    }
    void escaped(char c);
    void record(const Type& type, const void* value);
    void list(const Type& type, const void* value);

    std::string& out_;
    std::size_t used_;
};

void Writer::string(std::string_view text) {
    put('"');
    for (;;) {
        const auto clean = clean_length(text);
        put(text.substr(0, clean));
        if (clean == text.size()) break;
        escaped(text[clean]);
        text.remove_prefix(clean + 1);
    }
    put('"');
}

void Writer::escaped(char c) {
    switch (c) {
        case '"':
            return put("\\\"");
        case '\\':
            return put("\\\\");
        case '\n':
            return put("\\n");
        case '\r':
            return put("\\r");
        case '\t':
            return put("\\t");
        default:
            constexpr std::string_view hex = "0123456789abcdef";
            put("\\u00");
            put(hex[static_cast<unsigned char>(c) >> 4]);
            put(hex[c & 15]);
    }
}

void Writer::record(const Type& type, const void* value) {
    char separator = '{';
    for (const auto& field : type.fields) {
        char* to = room(field.name.size() + 4);
        *to++ = separator;
        *to++ = '"';
        to = std::copy(field.name.begin(), field.name.end(), to);
        *to++ = '"';
        *to++ = ':';
        used_ += field.name.size() + 4;
        this->value(*field.type(), static_cast<const char*>(value) + field.offset);
        separator = ',';
    }
    put(type.fields.empty() ? "{}" : "}");
}

void Writer::list(const Type& type, const void* value) {
    const Type& element = *type.element();
    const std::size_t size = type.size(value);
    put('[');
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) put(',');
        this->value(element, type.at(value, i));
    }
    put(']');
}

void Writer::value(const Type& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
            return put(type.get_number(value) ? "true" : "false");
        case Kind::integer:
            return number(type.get_number(value));
        case Kind::text:
        case Kind::checked:
            return string(text_at(value));
        case Kind::instant:
        case Kind::date:
            put('"');
            put(type.get_text(value));
            return put('"');
        case Kind::enumeration:
            return string(type.values[static_cast<std::size_t>(type.get_number(value))]);
        case Kind::json:
            return put(static_cast<const JsonText*>(value)->text);
        case Kind::optional:
            if (const void* inner = type.get(value)) return this->value(*type.element(), inner);
            return put("null");
        case Kind::list:
            return list(type, value);
        case Kind::record:
            return record(type, value);
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) { Writer(out).string(text); }

void write_json(const Type& type, const void* value, std::string& out) { Writer(out).value(type, value); }

}  // namespace forecourt::reflect
