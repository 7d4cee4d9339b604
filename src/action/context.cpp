#include <action/context.h>

#include <charconv>

namespace forecourt {

std::int64_t Event::object(std::string_view type) const {
    for (const auto& ref : objects) {
        if (ref.type == type) return ref.id;
    }
    return 0;
}

std::int64_t Event::number(std::string_view member) const {
    const auto text = reflect::json_member(data, member);
    std::int64_t value = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

void Tx::add_event(std::string_view name, std::initializer_list<ObjectRef> objects, std::string data) {
    emit_to_store(store_id(), name, std::vector<ObjectRef>(objects), std::move(data));
}

void Tx::emit_to_store(Id<Store> store, std::string_view name, std::vector<ObjectRef> objects, std::string data) {
    std::erase_if(objects, [](const ObjectRef& ref) { return ref.id == 0; });
    events_.push_back({.id = ids_.next(),
                       .store_id = store,
                       .at = now(),
                       .name = name,
                       .actor_name = actor().name,
                       .user_id = actor().user_id.value,
                       .roles = actor().roles,
                       .objects = std::move(objects),
                       .data = std::move(data)});
}

}  // namespace forecourt
