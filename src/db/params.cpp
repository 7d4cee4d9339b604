#include <core/ensure.h>
#include <db/params.h>

namespace forecourt::db {

using reflect::Kind;

Value to_value(const reflect::Type& type, const void* source) {
    switch (type.kind) {
        case Kind::boolean:
        case Kind::integer:
        case Kind::instant:
            return type.get_number(source);
        case Kind::text:
        case Kind::date:
        case Kind::checked:
        case Kind::json:
            return type.get_text(source);
        case Kind::enumeration:
            return std::string(type.values[static_cast<std::size_t>(type.get_number(source))]);
        case Kind::optional: {
            const void* inner = type.get(source);
            return inner ? to_value(*type.element(), inner) : Value{};
        }
        case Kind::list:
        case Kind::record:
            break;
    }
    ensure(!"lists and records are not parameters");
    return {};
}

bool Params::has_option(std::string_view name) const {
    for (const auto& option : options_) {
        if (option == name) return true;
    }
    return is_given(name);
}

Value Params::value(std::string_view name) const {
    for (const auto& param : named_) {
        if (param.name == name) return param.value;
    }
    if (record_type_ != nullptr) {
        if (const auto* field = reflect::find_field(*record_type_, name)) {
            return to_value(*field->type(), static_cast<const char*>(record_) + field->offset);
        }
    }
    throw BrokenInvariant("no parameter " + std::string(name));
}

bool Params::is_given(std::string_view name) const {
    for (const auto& param : named_) {
        if (param.name == name) return param.value.index() != 0;
    }
    if (record_type_ == nullptr) return false;
    const auto* field = reflect::find_field(*record_type_, name);
    if (field == nullptr) return false;
    const auto& type = *field->type();
    return type.kind != Kind::optional ||
           type.get(static_cast<const char*>(record_) + field->offset) != nullptr;
}

}  // namespace forecourt::db
