#include <conformance/world.h>

#include <assets/assets.h>
#include <db/sql.h>
#include <program/modules.h>
#include <program/words.h>
#include <services/standards/standard.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace forecourt::conformance {
namespace {

using reflect::Kind;
using reflect::Type;

void add_type(World& world, const Type& type, std::set<const Type*>& seen) {
    if (!seen.insert(&type).second) return;
    for (const auto value : type.values)
        world.enum_values.insert(std::string(type.name) + "." + std::string(value));
    if (type.element != nullptr) add_type(world, *type.element(), seen);
    for (const auto& field : type.fields) {
        world.fields.insert(std::string(field.name));
        add_type(world, *field.type(), seen);
    }
}

void add_shown(World& world, const Type& type, const std::string& where);

void look_into(World& world, const Type& type, const std::string& name, World::Shown& shown) {
    if (type.kind == Kind::list) return add_shown(world, *type.element(), shown.where + "." + name);
    if (NamedCustomers::is_customer_id(type, name)) shown.has_customer_id = true;
    if (type.kind == Kind::optional) return look_into(world, *type.element(), name, shown);
    for (const auto& field : type.fields) {
        shown.fields.insert(std::string(field.name));
        look_into(world, *field.type(), std::string(field.name), shown);
    }
}

void add_shown(World& world, const Type& type, const std::string& where) {
    World::Shown shown{.where = where, .fields = {}};
    look_into(world, type, "", shown);
    world.shown.push_back(std::move(shown));
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream input(path);
    std::stringstream text;
    text << input.rdbuf();
    return text.str();
}

// "create table log_event (\n    id bigint ..." -> name and columns.
void add_tables(World& world, std::string_view module, std::string_view text) {
    for (auto at = text.find("create table "); at != std::string_view::npos;
         at = text.find("create table ", at + 1)) {
        const auto begin = at + std::string_view("create table ").size();
        const auto open = text.find('(', begin);
        World::Table table{.name = std::string(text.substr(begin, text.find(' ', begin) - begin)),
                           .module = std::string(module),
                           .columns = {}};
        const auto body = text.substr(open + 1, text.find("\n);", open) - open);
        for (std::size_t line = 0; line < body.size();) {
            const auto end = body.find('\n', line);
            auto word = body.substr(line, end == std::string_view::npos ? end : end - line);
            word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
            table.columns.insert(std::string(word.substr(0, word.find(' '))));
            if (end == std::string_view::npos) break;
            line = end + 1;
        }
        world.tables.push_back(std::move(table));
    }
}

void add_modules(World& world) {
    std::set<const Type*> seen;
    for (const auto* module : program::every_module().all()) {
        const std::string name(module->name);
        world.modules.push_back(name);
        for (const auto needed : module->needs) world.needs[name].emplace_back(needed);
        const auto add_verb = [&](const auto& verb, bool is_action) {
            World::Verb seen_verb{.name = std::string(verb.name),
                                  .module = name,
                                  .right = std::string(verb.needs.name),
                                  .is_action = is_action,
                                  .refusals = {}};
            for (const auto& refusal : verb.refuses) seen_verb.refusals.emplace_back(refusal.name);
            world.verbs.push_back(std::move(seen_verb));
        };
        for (const auto* action : module->actions) {
            add_verb(*action, true);
            add_type(world, action->input(), seen);
        }
        for (const auto* view : module->views) {
            add_verb(*view, false);
            add_type(world, view->input(), seen);
            if (view->output() == nullptr) continue;
            add_type(world, *view->output(), seen);
            add_shown(world, *view->output(), std::string(view->name));
        }
        for (const auto& grant : module->grants) world.granted_rights.insert(std::string(grant.right.name));
        for (const auto event : module->events) world.events.insert(std::string(event));
        for (const auto& handler : module->handlers) world.handled.emplace_back(name, handler.event);
    }
}

}  // namespace

World look_at_program(const std::string& source_folder) {
    World world;
    add_modules(world);
    for (const auto& key : program::every_word_key()) {
        world.words[key] = {program::word(Language::zh, key), program::word(Language::en, key)};
    }
    for (const auto& migration : db::all_migrations()) add_tables(world, migration.module, migration.text);
    for (const auto* sql : db::all_statements())
        world.statements[std::string(sql->name)] = std::string(sql->text);
    namespace fs = std::filesystem;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(source_folder) / "src")) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".h") continue;
        const std::string path = fs::relative(entry.path(), fs::path(source_folder) / "src");
        std::string text = read_file(entry.path());
        if (path.ends_with("_test.cpp")) {
            world.tests += text;
        } else {
            world.sources[path] = std::move(text);
        }
    }
    for (const auto& entry : fs::directory_iterator(fs::path(source_folder) / "stories")) {
        if (entry.path().extension() == ".story") world.stories += read_file(entry.path());
    }
    for (const auto& asset : assets::under("standards/")) {
        if (!reflect::json_member(asset.body, "milestones")) continue;
        standards::Standard standard;
        const auto errors = reflect::from_json(standard, asset.body);
        if (!errors.empty()) {
            world.milestones.push_back({std::string(asset.path), errors.front().path, errors.front().code});
        }
        for (const auto& milestone : standard.milestones) {
            world.milestones.push_back({standard.process, milestone.name, milestone.event});
        }
    }
    return world;
}

}  // namespace forecourt::conformance
