#include <action/named_customers.h>

namespace forecourt {

using reflect::Kind;
using reflect::Type;

bool NamedCustomers::is_customer_id(const Type& type, std::string_view name) {
    if (type.kind == Kind::optional) return is_customer_id(*type.element(), name);
    return type.kind == Kind::integer && (type.object == "Customer" || name == "customer_id");
}

NamedCustomers::Place NamedCustomers::place_of(const Type& type, std::string_view name) {
    Place place{.type = &type, .within = {}};
    if (type.kind == Kind::optional || type.kind == Kind::list) {
        if (auto element = place_of(*type.element(), name); !element.is_empty()) {
            place.within.push_back(std::move(element));
        }
        return place;
    }
    place.is_customer = is_customer_id(type, name);
    for (const auto& field : type.fields) {
        auto member = place_of(*field.type(), field.name);
        member.offset = field.offset;
        if (!member.is_empty()) place.within.push_back(std::move(member));
    }
    if (type.kind != Kind::record) return place;
    const auto* object_type = reflect::find_field(type, "object_type");
    const auto* object_id = reflect::find_field(type, "object_id");
    if (object_type == nullptr || object_id == nullptr) return place;
    if (object_type->type()->kind == Kind::text && object_id->type()->kind == Kind::integer) {
        place.object_type = object_type;
        place.object_id = object_id;
    }
    return place;
}

void NamedCustomers::collect(const Place& place, const void* value, std::vector<std::int64_t>& customers) {
    const auto* bytes = static_cast<const char*>(value);
    const auto add = [&](const Type& type, const void* number) {
        if (const auto id = type.get_number(number); id > 0) customers.push_back(id);
    };
    switch (place.type->kind) {
        case Kind::optional:
            if (const auto* held = place.type->get(value)) collect(place.within.front(), held, customers);
            return;
        case Kind::list:
            for (std::size_t i = 0; i < place.type->size(value); ++i) {
                collect(place.within.front(), place.type->at(value, i), customers);
            }
            return;
        case Kind::record:
            for (const auto& member : place.within) collect(member, bytes + member.offset, customers);
            if (place.object_type == nullptr) return;
            if (place.object_type->type()->get_text(bytes + place.object_type->offset) == "customer") {
                add(*place.object_id->type(), bytes + place.object_id->offset);
            }
            return;
        case Kind::integer:
            return add(*place.type, value);
        case Kind::boolean:
        case Kind::instant:
        case Kind::text:
        case Kind::date:
        case Kind::checked:
        case Kind::enumeration:
        case Kind::json:
            return;
    }
}

}  // namespace forecourt
