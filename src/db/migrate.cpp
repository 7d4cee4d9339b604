#include <db/migrate.h>
#include <db/rows.h>
#include <db/sqlite.h>

#include <algorithm>
#include <map>
#include <set>

namespace forecourt::db {
namespace {

constexpr Sql insert_mark{"db.insert_migration",
                          "insert into forecourt_migration (module, number, name, fingerprint) "
                          "values (:module, :number, :name, :fingerprint)"};
constexpr Sql list_marks{
    "db.list_migrations",
    "select module, number, name, fingerprint from forecourt_migration order by module, number"};

// FNV-1a: enough to notice that a step was edited after it had run.
std::int64_t fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash >> 12);
}

struct Mark {
    std::string module;
    std::int64_t number{};
    std::string name;
    std::int64_t fingerprint{};
};
FORECOURT_STRUCT(Mark, module, number, name, fingerprint)

using StepKey = std::pair<std::string, std::int64_t>;

std::vector<Mark> marks_of(Connection& connection) {
    connection.script(
        "create table if not exists forecourt_migration (module text not null, number bigint not null, "
        "name text not null, fingerprint bigint not null, primary key (module, number));");
    return all<Mark>(connection, list_marks);
}

std::string described(const Mark& mark) {
    return "step " + std::to_string(mark.number) + " of " + mark.module + " (" + mark.name + ")";
}

[[noreturn]] void refuse(const Schemas& schemas, const std::string& why) {
    throw Error(Failure::other, "migrate",
                "the data has schema " + std::to_string(schemas.database) + ", this program knows schema " +
                    std::to_string(schemas.program) + ": " + why);
}

void expect_known(const Schemas& schemas, const Mark& mark, std::span<const Migration> migrations) {
    const auto step = std::find_if(migrations.begin(), migrations.end(), [&](const Migration& known) {
        return known.module == mark.module && known.number == mark.number;
    });
    if (step == migrations.end()) {
        refuse(schemas, described(mark) + " was made by a newer program. Start that one, or put the copy " +
                            "from before its upgrade back");
    }
    if (mark.fingerprint != fingerprint(step->text)) {
        refuse(schemas, described(mark) + " had another text when it ran. Start the program that wrote it");
    }
}

}  // namespace

std::vector<Migration> in_module_order(std::span<const Migration> migrations,
                                       std::span<const std::string_view> module_order) {
    std::vector<Migration> ordered;
    for (const auto module : module_order) {
        const auto from = static_cast<std::ptrdiff_t>(ordered.size());
        std::copy_if(migrations.begin(), migrations.end(), std::back_inserter(ordered),
                     [&](const Migration& step) { return step.module == module; });
        std::sort(ordered.begin() + from, ordered.end(),
                  [](const Migration& a, const Migration& b) { return a.number < b.number; });
    }
    return ordered;
}

Schemas compare_schemas(Connection& connection, std::span<const Migration> migrations) {
    const auto marks = marks_of(connection);
    const Schemas schemas{.database = static_cast<std::int64_t>(marks.size()),
                          .program = static_cast<std::int64_t>(migrations.size())};
    for (const auto& mark : marks) expect_known(schemas, mark, migrations);
    return schemas;
}

void run_migrations(Connection& connection, std::span<const Migration> migrations) {
    const auto schemas = compare_schemas(connection, migrations);
    if (schemas.database == schemas.program) return;
    std::set<StepKey> done;
    for (const auto& mark : marks_of(connection)) done.emplace(mark.module, mark.number);
    connection.begin();
    try {
        for (const auto& step : migrations) {
            if (done.contains({std::string(step.module), step.number})) continue;
            connection.script(step.text);
            connection.execute(insert_mark, {{"module", step.module},
                                             {"number", step.number},
                                             {"name", step.name},
                                             {"fingerprint", fingerprint(step.text)}});
        }
        if (connection.engine() == Engine::sqlite) tell_planner(connection);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

}  // namespace forecourt::db
