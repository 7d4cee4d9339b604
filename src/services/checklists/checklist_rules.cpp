#include <services/checklists/checklist.h>

#include <algorithm>

namespace forecourt::checklists {
namespace {

// Which point of the list it is, by its name and by what the person reads.
Refused about(const Refusal& refusal, const Item& item) {
    return with(refusal, "item", item.name).with("text", item.text.zh).with("text_en", item.text.en);
}

MaybeRefused may_answer(const Item& item, const ItemAnswer& answer,
                        const std::function<bool(const FileHash&)>& is_uploaded) {
    const bool needed = item.photo == PhotoRule::required && answer.verdict != Verdict::not_applicable;
    if ((needed && answer.photos.empty()) ||
        !std::all_of(answer.photos.begin(), answer.photos.end(), is_uploaded)) {
        return about(checklist_photo_missing, item);
    }
    if (!item.measure || answer.verdict == Verdict::not_applicable) return std::nullopt;
    if (!answer.measured) return about(checklist_measure_missing, item);
    if (answer.verdict == Verdict::ok && !is_within(*item.measure, *answer.measured)) {
        return about(checklist_measure_beyond_limits, item);
    }
    return std::nullopt;
}

std::string sentence_of(const Item& item, std::size_t at) {
    return item.text.zh.empty() ? "#" + std::to_string(at + 1) : item.text.zh;
}

MaybeRefused may_stand(const Definition& list, std::size_t at) {
    const auto& item = list.items[at];
    const auto here = sentence_of(item, at);
    if (item.text.zh.empty()) return with(list_item_needs_text, "item", here);
    const auto is_it = [&](const Item& other) { return other.name == item.name; };
    if (item.name.empty() || std::count_if(list.items.begin(), list.items.end(), is_it) > 1) {
        return with(list_item_twice, "item", here);
    }
    if (!item.measure) return std::nullopt;
    if (item.measure->unit.empty()) return with(list_measure_needs_unit, "item", here);
    const auto& [unit, lower, upper] = *item.measure;
    if (lower && upper && *upper < *lower) return with(list_limits_crossed, "item", here);
    return std::nullopt;
}

}  // namespace

bool is_within(const MeasureRule& measure, Quantity measured) {
    if (measure.lower && measured < *measure.lower) return false;
    return !measure.upper || measured <= *measure.upper;
}

MaybeRefused may_hold(const Definition& list) {
    if (list.title.zh.empty()) return list_needs_title;
    if (list.items.empty()) return list_needs_items;
    for (std::size_t at = 0; at < list.items.size(); ++at) {
        if (const auto no = may_stand(list, at)) return no;
    }
    return std::nullopt;
}

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
        if (!known)
            return about(checklist_incomplete, {.name = answer.item, .text = {answer.item, answer.item}});
    }
    for (const auto& item : definition.items) {
        const auto is_for_it = [&](const ItemAnswer& answer) { return answer.item == item.name; };
        if (std::count_if(answers.begin(), answers.end(), is_for_it) != 1) {
            return about(checklist_incomplete, item);
        }
        const auto answer = std::find_if(answers.begin(), answers.end(), is_for_it);
        if (const auto no = may_answer(item, *answer, is_uploaded)) return no;
    }
    return std::nullopt;
}

}  // namespace forecourt::checklists
