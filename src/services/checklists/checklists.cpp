#include <assets/assets.h>
#include <services/checklists/checklist.h>
#include <services/checklists/checklists.sql.h>
#include <services/files/api.h>

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
        tx.db().execute(sql::checklists::insert_answer, {{"store_id", tx.store_id()},
                                                         {"filled_id", id},
                                                         {"position", ++position},
                                                         {"item", answer.item},
                                                         {"verdict", answer.verdict},
                                                         {"note", answer.note}});
        std::int64_t photo_position = 0;
        for (const auto& photo : answer.photos) {
            tx.db().execute(sql::checklists::insert_photo, {{"store_id", tx.store_id()},
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

bool is_filled(db::Connection& db, Id<Store> store, std::string_view checklist, const ObjectRef& about) {
    return db::number(db, sql::checklists::times_filled,
                      {{"store_id", store},
                       {"checklist", checklist},
                       {"object_type", about.type},
                       {"object_id", about.id}})
               .value_or(0) > 0;
}

Result<ChecklistResult> fill(Tx& tx, std::string_view checklist, const ObjectRef& about,
                             const std::vector<ItemAnswer>& answers) {
    const auto* definition = find_definition(checklist);
    if (definition == nullptr) return with(checklist_unknown, "checklist", std::string(checklist));
    const auto is_uploaded = [&](const FileHash& hash) {
        return files::file_exists(tx.db(), tx.store_id(), hash);
    };
    if (const auto no = may_fill(*definition, answers, is_uploaded)) return *no;
    const auto faults = std::count_if(answers.begin(), answers.end(), [](const ItemAnswer& answer) {
        return answer.verdict == Verdict::fault;
    });
    const ChecklistResult result{.id = tx.new_id<Checklist>(), .faults = static_cast<int>(faults)};
    tx.db().execute(sql::checklists::insert_filled, {{"id", result.id},
                                                     {"store_id", tx.store_id()},
                                                     {"checklist", checklist},
                                                     {"object_type", about.type},
                                                     {"object_id", about.id},
                                                     {"filled_at", tx.now()},
                                                     {"filled_by", tx.actor().user_id},
                                                     {"filled_by_name", tx.actor().name},
                                                     {"faults", result.faults}});
    insert_answers(tx, result.id, answers);
    tx.emit("checklists.filled", {{"checklist", result.id}, about},
            Filled{.checklist = definition->name, .title = definition->title, .faults = result.faults});
    return result;
}

}  // namespace forecourt::checklists
