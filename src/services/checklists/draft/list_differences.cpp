#include <services/checklists/draft/list_differences.h>

#include <algorithm>

namespace forecourt::checklists {
namespace {

const Item* find(const Definition& list, const std::string& name) {
    const auto at = std::find_if(list.items.begin(), list.items.end(),
                                 [&](const Item& item) { return item.name == name; });
    return at == list.items.end() ? nullptr : &*at;
}

// The names both versions have, in the order of one of them.
std::vector<std::string> shared_names(const Definition& list, const Definition& other) {
    std::vector<std::string> names;
    for (const auto& item : list.items) {
        if (find(other, item.name) != nullptr) names.push_back(item.name);
    }
    return names;
}

class ItemChanges {
  public:
    explicit ItemChanges(std::vector<ListDifference>& list) : list_(list) {}

    void add(ListChangeKind kind, const Item& of, ListChangeSide before, ListChangeSide after) {
        list_.push_back({.kind = kind,
                         .item = of.name,
                         .item_text = of.text,
                         .before = std::move(before),
                         .after = std::move(after)});
    }
    void compare(const Item& was, const Item& is) {
        const auto say = [&](ListChangeKind kind, ListChangeSide before, ListChangeSide after) {
            if (!(before == after)) add(kind, is, std::move(before), std::move(after));
        };
        say(ListChangeKind::item_text, {.text = was.text, .photo = {}, .measure = {}},
            {.text = is.text, .photo = {}, .measure = {}});
        say(ListChangeKind::photo, {.text = {}, .photo = was.photo, .measure = {}},
            {.text = {}, .photo = is.photo, .measure = {}});
        say(ListChangeKind::measure, {.text = {}, .photo = {}, .measure = was.measure},
            {.text = {}, .photo = {}, .measure = is.measure});
    }

  private:
    std::vector<ListDifference>& list_;
};

}  // namespace

std::vector<ListDifference> list_differences(const Definition& before, const Definition& after) {
    std::vector<ListDifference> list;
    if (!(before.title == after.title)) {
        list.push_back({.kind = ListChangeKind::title,
                        .item = {},
                        .item_text = {},
                        .before = {.text = before.title, .photo = {}, .measure = {}},
                        .after = {.text = after.title, .photo = {}, .measure = {}}});
    }
    const auto order_before = shared_names(before, after);
    const auto order_after = shared_names(after, before);
    ItemChanges changes(list);
    std::size_t shared = 0;
    for (const auto& item : after.items) {
        const auto* was = find(before, item.name);
        if (was == nullptr) {
            changes.add(ListChangeKind::item_added, item, {}, {});
            continue;
        }
        if (order_before[shared] != order_after[shared])
            changes.add(ListChangeKind::item_moved, item, {}, {});
        ++shared;
        changes.compare(*was, item);
    }
    for (const auto& item : before.items) {
        if (find(after, item.name) == nullptr) changes.add(ListChangeKind::item_removed, item, {}, {});
    }
    return list;
}

}  // namespace forecourt::checklists
