#include <services/checklists/checklist.h>

#include <algorithm>

namespace forecourt::checklists {
namespace {

MaybeRefused may_answer(const Item& item, const ItemAnswer& answer,
                        const std::function<bool(const FileHash&)>& is_uploaded) {
    const bool needed = item.photo == PhotoRule::required && answer.verdict != Verdict::not_applicable;
    if ((needed && answer.photos.empty()) ||
        !std::all_of(answer.photos.begin(), answer.photos.end(), is_uploaded)) {
        return with(checklist_photo_missing, "item", item.name);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> read_definition(std::string_view json, Definition& definition) {
    if (const auto errors = reflect::from_json(definition, json); !errors.empty()) {
        return errors.front().path + ": " + errors.front().code;
    }
    if (definition.items.empty()) return "no items";
    for (auto item = definition.items.begin(); item != definition.items.end(); ++item) {
        const bool twice = std::any_of(definition.items.begin(), item,
                                       [&](const Item& earlier) { return earlier.name == item->name; });
        if (item->name.empty() || twice) return "item " + item->name + " needs a name of its own";
    }
    return std::nullopt;
}

MaybeRefused may_fill(const Definition& definition, const std::vector<ItemAnswer>& answers,
                      const std::function<bool(const FileHash&)>& is_uploaded) {
    for (const auto& answer : answers) {
        const bool known = std::any_of(definition.items.begin(), definition.items.end(),
                                       [&](const Item& item) { return item.name == answer.item; });
        if (!known) return with(checklist_incomplete, "item", answer.item);
    }
    for (const auto& item : definition.items) {
        const auto is_for_it = [&](const ItemAnswer& answer) { return answer.item == item.name; };
        if (std::count_if(answers.begin(), answers.end(), is_for_it) != 1) {
            return with(checklist_incomplete, "item", item.name);
        }
        const auto answer = std::find_if(answers.begin(), answers.end(), is_for_it);
        if (const auto no = may_answer(item, *answer, is_uploaded)) return no;
    }
    return std::nullopt;
}

}  // namespace forecourt::checklists
