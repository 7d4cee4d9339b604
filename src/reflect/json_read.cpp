#include <reflect/json.h>
#include <reflect/json_scan.h>

#include <charconv>

namespace forecourt::reflect {
namespace {

constexpr std::int64_t largest_exact = (std::int64_t{1} << 53) - 1;

std::string joined(std::span<const std::string_view> values) {
    std::string text;
    for (const auto value : values) {
        if (!text.empty()) text += ", ";
        text += value;
    }
    return text;
}

class Reader {
  public:
    Reader(std::string_view text, FieldErrors& errors) : scan_(text), errors_(errors) {}

    void read_all(const Type& type, void* value) {
        read(type, value);
        scan_.expect_end();
    }

  private:
    void wrong(const char* code, std::string detail = {}) {
        errors_.push_back({.path = path_, .code = code, .detail = std::move(detail)});
    }

    // The value has another JSON type than the field: told, and stepped over.
    void mismatch(const char* code) {
        scan_.skip_value();
        wrong(code);
    }

    void read(const Type& type, void* value) {
        const char first = scan_.peek();
        switch (type.kind) {
            case Kind::boolean:
                if (first != 't' && first != 'f') return mismatch("expected_true_or_false");
                type.set_number(value, scan_.skip_value() == "true");
                return;
            case Kind::integer:
                return read_integer(type, value, first);
            case Kind::instant:
            case Kind::text:
            case Kind::date:
            case Kind::checked:
                if (first != '"') return mismatch("expected_text");
                if (const char* problem = type.set_text(value, scan_.string())) wrong(problem);
                return;
            case Kind::enumeration:
                return read_enumeration(type, value, first);
            case Kind::json:
                type.set_text(value, scan_.skip_value());
                return;
            case Kind::optional:
                if (first == 'n' && scan_.accept_word("null")) return type.clear(value);
                return read(*type.element(), type.emplace(value));
            case Kind::list:
                return read_list(type, value, first);
            case Kind::record:
                return read_record(type, value, first);
        }
    }

    void read_integer(const Type& type, void* value, char first) {
        if (first != '-' && (first < '0' || first > '9')) return mismatch("expected_whole_number");
        const std::string_view digits = scan_.number();
        std::int64_t number = 0;
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (failed != std::errc{} || end != digits.data() + digits.size())
            return wrong("expected_whole_number");
        if (number > largest_exact || number < -largest_exact || !type.set_number(value, number)) {
            wrong("number_out_of_range");
        }
    }

    void read_enumeration(const Type& type, void* value, char first) {
        if (first != '"') return mismatch("expected_text");
        const std::string name = scan_.string();
        for (std::size_t i = 0; i < type.values.size(); ++i) {
            if (type.values[i] == name) {
                type.set_number(value, static_cast<std::int64_t>(i));
                return;
            }
        }
        wrong("expected_one_of", joined(type.values));
    }

    void read_list(const Type& type, void* value, char first) {
        if (first != '[') return mismatch("expected_list");
        type.clear(value);
        scan_.expect('[');
        scan_.enter();
        if (!scan_.accept(']')) {
            std::size_t index = 0;
            do {
                if (index >= 10'000) throw MalformedJson{scan_.position()};
                const auto before = path_.size();
                path_ += "/" + std::to_string(index++);
                read(*type.element(), type.emplace(value));
                path_.resize(before);
            } while (scan_.accept(','));
            scan_.expect(']');
        }
        scan_.leave();
    }

    void read_record(const Type& type, void* value, char first) {
        if (first != '{') return mismatch("expected_object");
        std::uint64_t seen = 0;
        scan_.expect('{');
        scan_.enter();
        if (!scan_.accept('}')) {
            do {
                const std::string name = scan_.string();
                scan_.expect(':');
                const auto before = path_.size();
                path_ += "/" + name;
                read_member(type, value, name, seen);
                path_.resize(before);
            } while (scan_.accept(','));
            scan_.expect('}');
        }
        scan_.leave();
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const Kind kind = type.fields[i].type()->kind;
            if ((seen >> i & 1) != 0 || kind == Kind::optional || kind == Kind::list) continue;
            errors_.push_back({.path = path_ + "/" + std::string(type.fields[i].name), .code = "required"});
        }
    }

    void read_member(const Type& type, void* value, std::string_view name, std::uint64_t& seen) {
        const Field* field = find_field(type, name);
        if (field == nullptr) return mismatch("unknown_field");
        const auto index = field - type.fields.data();
        if ((seen >> index & 1) != 0) return mismatch("repeated_field");
        seen |= std::uint64_t{1} << index;
        read(*field->type(), static_cast<char*>(value) + field->offset);
    }

    JsonScanner scan_;
    FieldErrors& errors_;
    std::string path_;
};

// One parameter of a query string, which is always text.
const char* set_from_text(const Type& type, void* value, const std::string& text, std::string& detail) {
    switch (type.kind) {
        case Kind::boolean:
            if (text != "true" && text != "false") return "expected_true_or_false";
            type.set_number(value, text == "true");
            return nullptr;
        case Kind::integer: {
            std::int64_t number = 0;
            const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (failed != std::errc{} || end != text.data() + text.size()) return "expected_whole_number";
            if (number > largest_exact || number < -largest_exact) return "number_out_of_range";
            return type.set_number(value, number) ? nullptr : "number_out_of_range";
        }
        case Kind::enumeration:
            for (std::size_t i = 0; i < type.values.size(); ++i) {
                if (type.values[i] == text)
                    return type.set_number(value, static_cast<std::int64_t>(i)), nullptr;
            }
            detail = joined(type.values);
            return "expected_one_of";
        case Kind::optional:
            return set_from_text(*type.element(), type.emplace(value), text, detail);
        case Kind::instant:
        case Kind::text:
        case Kind::date:
        case Kind::checked:
            return type.set_text(value, text);
        case Kind::json:
        case Kind::list:
        case Kind::record:
            break;
    }
    return "unknown_field";
}

}  // namespace

FieldErrors read_json(const Type& type, void* value, std::string_view json) {
    FieldErrors errors;
    try {
        Reader(json, errors).read_all(type, value);
    } catch (const MalformedJson& malformed) {
        return {{.path = "", .code = "malformed_json", .detail = std::to_string(malformed.at)}};
    }
    return errors;
}

FieldErrors read_query(const Type& record, void* value,
                       const std::vector<std::pair<std::string, std::string>>& parameters) {
    FieldErrors errors;
    std::uint64_t seen = 0;
    for (const auto& [name, text] : parameters) {
        const Field* field = find_field(record, name);
        std::string detail;
        const char* problem = "unknown_field";
        if (field != nullptr) {
            const auto bit = std::uint64_t{1} << (field - record.fields.data());
            problem =
                (seen & bit) != 0
                    ? "repeated_field"
                    : set_from_text(*field->type(), static_cast<char*>(value) + field->offset, text, detail);
            seen |= bit;
        }
        if (problem != nullptr) errors.push_back({.path = "/" + name, .code = problem, .detail = detail});
    }
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const Kind kind = record.fields[i].type()->kind;
        if ((seen >> i & 1) != 0 || kind == Kind::optional || kind == Kind::list) continue;
        errors.push_back({.path = "/" + std::string(record.fields[i].name), .code = "required"});
    }
    return errors;
}

std::optional<std::string> json_member(std::string_view object, std::string_view name) {
    try {
        JsonScanner scan(object);
        scan.expect('{');
        if (scan.accept('}')) return std::nullopt;
        do {
            const std::string member = scan.string();
            scan.expect(':');
            const auto text = scan.skip_value();
            if (member == name) return std::string(text);
        } while (scan.accept(','));
    } catch (const MalformedJson&) {
    }
    return std::nullopt;
}

}  // namespace forecourt::reflect
