#include <conformance/engines.h>

#include <program/modules.h>
#include <program/openapi.h>
#include <testing/test_database.h>

#include <db/rows.h>

#include <fstream>
#include <sstream>

namespace forecourt::conformance {
namespace {

constexpr db::Sql planted{"conformance.planted", "select nothing from nowhere"};
constexpr db::Sql list_schema{"conformance.list_schema",
                              "select name, sql from sqlite_schema where sql is not null and name not like "
                              "'sqlite_%' order by tbl_name, type desc, name"};

std::string read_file(const std::string& path) {
    std::ifstream input(path);
    std::stringstream text;
    text << input.rdbuf();
    return text.str();
}

std::vector<std::string> compare(const std::string& path, const std::string& made, bool write) {
    if (write) std::ofstream(path) << made;
    if (read_file(path) == made) return {};
    return {path + " is not what the program makes; run ./dev generate"};
}

}  // namespace

std::vector<std::string> unprepared_statements(bool plant) {
    std::vector<std::string> findings;
    for (const auto engine : testing::engines()) {
        const std::string where = engine == db::Engine::sqlite ? "SQLite: " : "PostgreSQL: ";
        std::vector<const db::Sql*> statements(db::all_statements().begin(), db::all_statements().end());
        if (plant) statements.push_back(&planted);
        testing::TestDatabase test(engine);
        for (const auto* sql : statements) {
            try {
                if (engine == db::Engine::postgresql) test.db().script("savepoint conformance");
                test.db().prepare(*sql);
            } catch (const db::Error& error) {
                findings.push_back(where + error.what());
                if (engine == db::Engine::postgresql) test.db().script("rollback to savepoint conformance");
            }
        }
    }
    return findings;
}

std::vector<std::string> schema_differences(const std::string& source_folder, bool write, bool plant) {
    testing::TestDatabase test(db::Engine::sqlite);
    std::string made = "-- Made by ./dev generate from the migrations: the schema as it is now.\n";
    test.db().query(list_schema, {},
                    [&](const db::Row& row) { made += "\n" + std::string(row.text(1)) + ";\n"; });
    if (plant) made += "create table planted (id integer);\n";
    return compare(source_folder + "/docs/schema.sql", made, write && !plant);
}

std::vector<std::string> openapi_differences(const std::string& source_folder, bool write, bool plant) {
    std::string made = program::openapi_document(program::every_module());
    if (plant) made += " ";
    return compare(source_folder + "/openapi.json", made, write && !plant);
}

}  // namespace forecourt::conformance
