#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace forecourt::conformance {

/// Everything the checks look at, as plain data, so that a test can plant a fault in a copy and see it found.
struct World {
    struct Verb {
        std::string name;
        std::string module;
        std::string right;
        bool is_action{};
        std::vector<std::string> refusals;
    };
    struct Table {
        std::string name;
        std::string module;
        std::set<std::string> columns;
    };
    /// What a view shows: its answer, or a row of a list in it, each without the lists within.
    struct Shown {
        std::string where;
        std::set<std::string> fields;
        bool has_customer_id = false;
    };
    struct Milestone {
        std::string process;
        std::string name;
        std::string event;
    };

    std::vector<Verb> verbs;
    std::vector<std::string> modules;
    std::map<std::string, std::vector<std::string>> needs;             // of a module
    std::map<std::string, std::pair<std::string, std::string>> words;  // key -> zh, en
    std::set<std::string> fields;       // names of all inputs' and outputs' members
    std::set<std::string> enum_values;  // "QuoteState.open"
    std::set<std::string> granted_rights;
    std::set<std::string> events;
    std::vector<std::pair<std::string, std::string>> handled;  // module, event
    std::vector<Table> tables;
    std::map<std::string, std::string> statements;
    std::map<std::string, std::string> sources;  // path below src/, text
    std::string stories;                         // all of them
    std::string tests;                           // all unit tests
    std::vector<Milestone> milestones;
    std::vector<Shown> shown;
};

World look_at_program(const std::string& source_folder);

/// One rule of the house over the whole program. `findings` are sentences; `plant` puts one fault into a
/// world.
struct Check {
    std::string name;
    std::vector<std::string> (*findings)(const World&);
    void (*plant)(World&);
};
const std::vector<Check>& every_check();

}  // namespace forecourt::conformance
