#include <action/module.h>
#include <core/ensure.h>

namespace forecourt {
namespace {

template <class T>
const T* find_named(const std::vector<const T*>& sorted, std::string_view name) {
    const auto at =
        std::lower_bound(sorted.begin(), sorted.end(), name,
                         [](const T* item, std::string_view wanted) { return item->name < wanted; });
    return at != sorted.end() && (*at)->name == name ? *at : nullptr;
}

template <class T>
void sort_unique(std::vector<const T*>& items) {
    std::sort(items.begin(), items.end(), [](const T* a, const T* b) { return a->name < b->name; });
    for (std::size_t i = 1; i < items.size(); ++i) ensure(items[i - 1]->name != items[i]->name);
}

}  // namespace

Modules::Modules(std::vector<const Module*> unordered) {
    while (!unordered.empty()) {
        const std::size_t before = unordered.size();
        for (auto at = unordered.begin(); at != unordered.end();) {
            const auto here = [&](std::string_view needed) {
                return std::any_of(all_.begin(), all_.end(),
                                   [&](const Module* m) { return m->name == needed; });
            };
            if (std::all_of((*at)->needs.begin(), (*at)->needs.end(), here)) {
                all_.push_back(*at);
                at = unordered.erase(at);
            } else {
                ++at;
            }
        }
        ensure(unordered.size() <
               before);  // modules that need each other in a circle, or one that is not there
    }
    for (const auto* module : all_) {
        actions_.insert(actions_.end(), module->actions.begin(), module->actions.end());
        views_.insert(views_.end(), module->views.begin(), module->views.end());
        papers_.insert(papers_.end(), module->papers.begin(), module->papers.end());
        events_.insert(events_.end(), module->events.begin(), module->events.end());
    }
    sort_unique(actions_);
    sort_unique(views_);
    sort_unique(papers_);
    std::sort(events_.begin(), events_.end());
}

const ActionBase* Modules::find_action(std::string_view name) const { return find_named(actions_, name); }
const ViewBase* Modules::find_view(std::string_view name) const { return find_named(views_, name); }
const PaperBase* Modules::find_paper(std::string_view name) const { return find_named(papers_, name); }
bool Modules::knows_event(std::string_view name) const {
    return std::binary_search(events_.begin(), events_.end(), name);
}

std::vector<std::string_view> Modules::rights_of(const std::vector<Role>& roles) const {
    std::vector<std::string_view> rights;
    for (const auto* module : all_) {
        for (const auto& grant : module->grants) {
            for (const auto role : grant.roles) {
                if (std::find(roles.begin(), roles.end(), role) == roles.end()) continue;
                rights.push_back(grant.right.name);
                break;
            }
        }
    }
    std::sort(rights.begin(), rights.end());
    rights.erase(std::unique(rights.begin(), rights.end()), rights.end());
    return rights;
}

std::vector<std::string_view> Modules::names() const {
    std::vector<std::string_view> names;
    for (const auto* module : all_) names.push_back(module->name);
    return names;
}

std::vector<const EventHandler*> Modules::handlers_of(std::string_view event) const {
    std::vector<const EventHandler*> handlers;
    for (const auto* module : all_) {
        for (const auto& handler : module->handlers) {
            if (handler.event == event) handlers.push_back(&handler);
        }
    }
    return handlers;
}

}  // namespace forecourt
