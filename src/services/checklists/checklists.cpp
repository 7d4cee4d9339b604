#include <assets/assets.h>
#include <db/send.h>
#include <services/checklists/checklist.h>
#include <services/checklists/checklists.sql.h>
#include <services/files/api.h>
#include <services/versions/api.h>

#include <algorithm>
#include <map>

namespace forecourt::checklists {
namespace {

constexpr std::string_view folder = "standards/checklists/";

// All lists of the program, read once.
std::map<std::string, Definition, std::less<>> read_definitions() {
    std::map<std::string, Definition, std::less<>> definitions;
    for (const auto& asset : assets::under(folder)) {
        Definition definition;
        if (const auto fault = read_definition(asset.body, definition)) {
            throw BrokenInvariant(std::string(asset.path) + ": " + *fault);
        }
        ensure(asset.path == std::string(folder) + definition.name + ".json");
        auto name = definition.name;
        definitions.emplace(std::move(name), std::move(definition));
    }
    return definitions;
}

/// What checklists.filled tells.
struct Filled {
    std::string checklist;
    BothLanguages title;
    int faults{};
};
FORECOURT_STRUCT(Filled, checklist, title, faults)

void insert_answers(Tx& tx, Id<Checklist> id, const std::vector<ItemAnswer>& answers) {
    std::int64_t position = 0;
    for (const auto& answer : answers) {
        db::send(tx.db(), sql::checklists::insert_answer,
                 {{"store_id", tx.store_id()},
                  {"filled_id", id},
                  {"position", ++position},
                  {"item", answer.item},
                  {"verdict", answer.verdict},
                  {"note", answer.note},
                  {"measured", answer.measured}});
        std::int64_t photo_position = 0;
        for (const auto& photo : answer.photos) {
            db::send(tx.db(), sql::checklists::insert_photo,
                     {{"store_id", tx.store_id()},
                      {"filled_id", id},
                      {"item", answer.item},
                      {"position", ++photo_position},
                      {"file_hash", photo}});
        }
    }
}

const std::map<std::string, Definition, std::less<>>& definitions() {
    static const auto definitions = read_definitions();
    return definitions;
}

}  // namespace

const Definition* find_definition(std::string_view name) {
    const auto found = definitions().find(name);
    return found == definitions().end() ? nullptr : &found->second;
}

std::vector<std::string_view> names() {
    std::vector<std::string_view> names;
    for (const auto& [name, definition] : definitions()) names.push_back(name);
    return names;
}

std::optional<Instant> last_filled_at(db::Connection& db, Id<Store> store, std::string_view checklist,
                                      const ObjectRef& about) {
    const auto at = db::number(db, sql::checklists::last_filled_at,
                               {{"store_id", store},
                                {"checklist", checklist},
                                {"object_type", about.type},
                                {"object_id", about.id}});
    if (!at) return std::nullopt;
    return Instant{*at};
}

Definition definition_of(const std::string& body) {
    Definition definition;
    ensure(reflect::from_json(definition, body).empty());
    return definition;
}

std::optional<ListVersion> list_at(db::Connection& db, Id<Store> store, std::string_view name, Instant at) {
    if (const auto version = versions::in_force(db, store, {kind_of_text, name}, at)) {
        return ListVersion{version->number, definition_of(version->body)};
    }
    // A store that was never given its lists works by those the program ships with.
    const auto* shipped = find_definition(name);
    if (shipped == nullptr) return std::nullopt;
    return ListVersion{1, *shipped};
}

std::string text_of(const Definition& list, std::string_view item) {
    for (const auto& known : list.items) {
        if (known.name == item) return known.text.zh;
    }
    return std::string(item);
}

std::string note_of(const Definition& list, const ItemAnswer& answer) {
    if (!answer.measured) return answer.note;
    std::string note = to_text(*answer.measured);
    for (const auto& item : list.items) {
        if (item.name == answer.item && item.measure) note += " " + item.measure->unit;
    }
    return answer.note.empty() ? note : note + "，" + answer.note;
}

std::vector<ListVersion> lists_at(db::Connection& db, Id<Store> store, Instant at) {
    std::map<std::string, ListVersion, std::less<>> lists;
    for (const auto& [name, definition] : definitions()) lists[name] = {1, definition};
    for (const auto& version : versions::all_in_force(db, store, kind_of_text, at)) {
        lists[version.name] = {version.number, definition_of(version.body)};
    }
    std::vector<ListVersion> out;
    for (auto& [name, version] : lists) out.push_back(std::move(version));
    return out;
}

void install(Tx& tx) {
    for (const auto& [name, definition] : definitions()) {
        versions::install(tx, {kind_of_text, name}, reflect::to_json(definition));
    }
}

Result<ChecklistResult> fill(Tx& tx, std::string_view checklist, const ObjectRef& about,
                             const std::vector<ItemAnswer>& answers, std::optional<Instant> began_at) {
    const auto used = list_at(tx.db(), tx.store_id(), checklist, began_at.value_or(tx.now()));
    if (!used) return with(checklist_unknown, "checklist", std::string(checklist));
    const auto is_uploaded = [&](const FileHash& hash) {
        return files::file_exists(tx.db(), tx.store_id(), hash);
    };
    if (const auto no = may_fill(used->list, answers, is_uploaded)) return *no;
    const auto faults = std::count_if(answers.begin(), answers.end(), [](const ItemAnswer& answer) {
        return answer.verdict == Verdict::fault;
    });
    const ChecklistResult result{.id = tx.new_id<Checklist>(), .faults = static_cast<int>(faults)};
    db::send(tx.db(), sql::checklists::insert_filled,
             {{"id", result.id},
              {"store_id", tx.store_id()},
              {"checklist", checklist},
              {"copied_from", used->list.copied_from},
              {"version_number", used->number},
              {"object_type", about.type},
              {"object_id", about.id},
              {"filled_at", tx.now()},
              {"filled_by", tx.actor().user_id},
              {"filled_by_name", tx.actor().name},
              {"faults", result.faults}});
    insert_answers(tx, result.id, answers);
    tx.emit("checklists.filled", {{"checklist", result.id}, about},
            Filled{.checklist = used->list.name, .title = used->list.title, .faults = result.faults});
    return result;
}

}  // namespace forecourt::checklists
