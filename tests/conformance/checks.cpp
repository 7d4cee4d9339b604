#include <conformance/world.h>

namespace forecourt::conformance {
namespace {

using Findings = std::vector<std::string>;

bool is_snake(std::string_view name) {
    for (const char c : name) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.')) return false;
    }
    return !name.empty();
}

void need_word(const World& world, const std::string& key, Findings& findings) {
    const auto found = world.words.find(key);
    if (found == world.words.end()) {
        findings.push_back("no words for " + key);
    } else if (found->second.first.empty() || found->second.second.empty()) {
        findings.push_back(key + " lacks a language");
    }
}

Findings names(const World& world) {
    Findings findings;
    for (const auto& verb : world.verbs) {
        if (!is_snake(verb.name) || !verb.name.starts_with(verb.module + ".")) {
            findings.push_back(verb.name + " must be " + verb.module + ".snake_case");
        }
    }
    for (const auto& event : world.events) {
        if (!is_snake(event)) findings.push_back("event " + event + " must be in snake_case");
    }
    return findings;
}

Findings words(const World& world) {
    Findings findings;
    for (const auto& verb : world.verbs) {
        need_word(world, (verb.is_action ? "" : "view.") + verb.name, findings);
        for (const auto& refusal : verb.refusals) need_word(world, "refusal." + refusal, findings);
    }
    for (const auto& event : world.events) need_word(world, "event." + event, findings);
    for (const auto& right : world.granted_rights) need_word(world, "right." + right, findings);
    for (const auto& field : world.fields) need_word(world, "field." + field, findings);
    for (const auto& value : world.enum_values) need_word(world, value, findings);
    for (const auto& module : world.modules) need_word(world, "module." + module, findings);
    return findings;
}

Findings rights(const World& world) {
    Findings findings;
    for (const auto& verb : world.verbs) {
        if (verb.right == "everyone" || verb.right == "anyone_signed_in") continue;
        if (!world.granted_rights.contains(verb.right)) {
            findings.push_back(verb.name + " needs " + verb.right + ", which no role has");
        }
    }
    return findings;
}

Findings events(const World& world) {
    Findings findings;
    for (const auto& [module, event] : world.handled) {
        if (!world.events.contains(event))
            findings.push_back(module + " waits for " + event + ", which never comes");
    }
    for (const auto& milestone : world.milestones) {
        if (!world.events.contains(milestone.event)) {
            findings.push_back("standard " + milestone.process + ": milestone " + milestone.name +
                               " waits for " + milestone.event + ", which never comes");
        }
    }
    return findings;
}

// Rows of one store never show in another: every table carries the store, every statement asks for it. What
// is the group's own (models, users) or is reached by an unguessable key is listed here, each with its
// reason.
const std::set<std::string> group_tables{
    "access_store",          // the stores themselves
    "access_user",           // a person may work in several stores
    "access_second_factor",  // the person's
    "access_recovery_code",  // the person's
    "log_id_block",          // keys are the program's
    "forecourt_migration",
};
const std::set<std::string> group_statements{
    "access.insert_store",     "access.find_store",         "access.every_store",   "access.insert_user",
    "access.find_user",        "access.find_user_by_login", "access.count_failure", "access.set_language",
    "access.set_password",     "access.roles_of_user",      "access.user_name",     "access.find_session",
    "access.touch_session",
    "access.end_session",       // by the hash of a secret token
    "access.find_link",         // the same
    "access.end_sessions",      // a person's in every store
    "access.live_sessions_of",  // the same
    "log.reserve_ids",         "log.every_store",
};

Findings stores(const World& world) {
    Findings findings;
    std::set<std::string> group = group_tables;
    for (const auto& table : world.tables) {
        if (!table.name.starts_with(table.module + "_")) {
            findings.push_back("table " + table.name + " must begin with " + table.module + "_");
        }
        const bool is_catalogue = table.name.starts_with("vehicles_") && !table.columns.contains("store_id");
        if (is_catalogue) group.insert(table.name);  // models are the brand's, the same for every store
        if (!table.columns.contains("store_id") && !group.contains(table.name)) {
            findings.push_back("table " + table.name + " has no store_id");
        }
    }
    for (const auto& [name, text] : world.statements) {
        if (group_statements.contains(name) || text.find("store_id") != std::string::npos) continue;
        bool only_group = false;
        for (const auto& table : group) only_group = only_group || text.find(table) != std::string::npos;
        if (!only_group) findings.push_back("statement " + name + " does not ask for the store");
    }
    return findings;
}

// What does a text say of the other modules it includes?
Findings borders(const World& world) {
    Findings findings;
    for (const auto& [path, text] : world.sources) {
        for (const std::string area : {"modules/", "services/"}) {
            const std::string mark = "#include <" + area;
            for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
                const auto begin = at + std::string("#include <").size();
                const std::string included = text.substr(begin, text.find('>', begin) - begin);
                const auto of = included.substr(area.size(), included.find('/', area.size()) - area.size());
                if (path.starts_with(area + of + "/")) continue;
                const bool from_program =
                    path.starts_with("program/") || path.starts_with("demo/") || path.starts_with("testing/");
                if (included.ends_with("/api.h") || (from_program && included.ends_with("/module.h")) ||
                    (included.ends_with("/standard.h") && of == "standards")) {
                    continue;
                }
                if (from_program) continue;  // the composition root may look into everybody
                findings.push_back(path + " includes " + included + ", which is another module's own");
            }
        }
        const bool is_core = path.starts_with("core/") || path.starts_with("reflect/");
        for (const char* upper :
             {"#include <modules/", "#include <services/", "#include <action/", "#include <db/"}) {
            if (is_core && text.find(upper) != std::string::npos) findings.push_back(path + " looks up");
        }
        if (path.starts_with("http/") && text.find("#include <modules/") != std::string::npos) {
            findings.push_back(path + " knows a module");
        }
    }
    return findings;
}

Findings drivers(const World& world) {
    Findings findings;
    const std::pair<const char*, const char*> allowed[] = {{"<sqlite3.h>", "db/sqlite"},
                                                           {"<libpq-fe.h>", "db/postgresql"},
                                                           {"<boost/beast", "http/"},
                                                           {"<boost/asio", "http/"}};
    for (const auto& [path, text] : world.sources) {
        for (const auto& [header, where] : allowed) {
            if (text.find(std::string("#include ") + header) != std::string::npos &&
                !path.starts_with(where)) {
                findings.push_back(path + " includes " + header);
            }
        }
    }
    return findings;
}

// Who reads of many customers is noticed, by the ids in the answers.
Findings customers(const World& world) {
    Findings findings;
    for (const auto& shown : world.shown) {
        for (const char* of_customer : {"customer_name", "phone_masked"}) {
            if (!shown.has_customer_id && shown.fields.contains(of_customer))
                findings.push_back(shown.where + " shows " + of_customer +
                                   " and not whose by a customer's id");
        }
    }
    return findings;
}

Findings stories(const World& world) {
    Findings findings;
    for (const auto& verb : world.verbs) {
        if (!verb.is_action) continue;
        if (world.stories.find("do " + verb.name + " ") == std::string::npos &&
            world.stories.find("do " + verb.name + "\n") == std::string::npos) {
            findings.push_back("no story does " + verb.name);
        }
        for (const auto& refusal : verb.refusals) {
            if (world.stories.find(refusal) == std::string::npos &&
                world.tests.find(refusal) == std::string::npos) {
                findings.push_back("no story or test provokes " + refusal + " (" + verb.name + ")");
            }
        }
    }
    return findings;
}

}  // namespace

const std::vector<Check>& every_check() {
    static const std::vector<Check> checks{
        {"names", names,
         [](World& w) {
             w.verbs.push_back({"deals.StartQuote", "deals", "r", true, {}});
         }},
        {"words", words, [](World& w) { w.events.insert("planted.fault_without_words"); }},
        {"rights", rights,
         [](World& w) {
             w.verbs.push_back({"log.planted", "log", "log.nobody", true, {}});
         }},
        {"events", events, [](World& w) { w.handled.emplace_back("care", "planted.never_emitted"); }},
        {"stores", stores,
         [](World& w) {
             w.tables.push_back({"log_planted", "log", {"id", "name"}});
         }},
        {"borders", borders,
         [](World& w) {
             w.sources["modules/care/planted.cpp"] = "#include <modules/deals/deal/deal_rules.h>\n";
         }},
        {"drivers", drivers,
         [](World& w) { w.sources["modules/care/planted.cpp"] = "#include <sqlite3.h>\n"; }},
        {"customers", customers,
         [](World& w) {
             w.shown.push_back({"deals.planted.rows", {"number", "customer_name"}, false});
         }},
        {"stories", stories,
         [](World& w) {
             w.verbs.push_back({"log.planted", "log", "everyone", true, {}});
         }},
    };
    return checks;
}

}  // namespace forecourt::conformance
