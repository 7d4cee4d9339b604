#include <action/context.h>

#include <charconv>
#include <mutex>
#include <set>
#include <shared_mutex>

namespace forecourt {

std::string_view lasting_name(std::string_view name) {
    static std::shared_mutex mutex;
    static std::set<std::string, std::less<>> names;
    {
        const std::shared_lock reading(mutex);
        if (const auto found = names.find(name); found != names.end()) return *found;
    }
    const std::unique_lock writing(mutex);
    return *names.emplace(name).first;
}

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

void Tx::emit_to_store(Id<Store> store, std::string_view name, std::vector<ObjectRef> objects,
                       std::string data) {
    std::erase_if(objects, [](const ObjectRef& ref) { return ref.id == 0; });
    for (auto& ref : objects) ref.type = lasting_name(ref.type);
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
