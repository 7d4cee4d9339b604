#include <db/migrate.h>
#include <db/rows.h>
#include <db/sqlite.h>

#include <algorithm>
#include <map>

namespace forecourt::db {
namespace {

constexpr Sql insert_mark{"db.insert_migration",
                          "insert into forecourt_migration (module, number, name, fingerprint) "
                          "values (:module, :number, :name, :fingerprint)"};
constexpr Sql list_marks{
    "db.list_migrations",
    "select module, number, fingerprint from forecourt_migration order by module, number"};

// FNV-1a: enough to notice that a step was edited after it had run.
std::int64_t fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash >> 12);
}

struct Mark {
    std::string module;
    std::int64_t number{};
    std::int64_t fingerprint{};
};
FORECOURT_STRUCT(Mark, module, number, fingerprint)

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

void run_migrations(Connection& connection, std::span<const Migration> migrations) {
    connection.script(
        "create table if not exists forecourt_migration (module text not null, number bigint not null, "
        "name text not null, fingerprint bigint not null, primary key (module, number));");
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> done;
    for (auto& mark : all<Mark>(connection, list_marks)) done[{mark.module, mark.number}] = mark.fingerprint;
    std::size_t known = 0;
    for (const auto& step : migrations) {
        const auto found = done.find({std::string(step.module), step.number});
        if (found != done.end()) {
            ++known;
            if (found->second != fingerprint(step.text)) {
                throw Error(Failure::other, step.name, "this step was changed after it had run");
            }
            continue;
        }
    }
    if (known != done.size()) {
        throw Error(Failure::other, "migrate", "the data was written by a newer version of the program");
    }
    if (done.size() == migrations.size()) return;
    for (const auto& step : migrations) {
        if (done.contains({std::string(step.module), step.number})) continue;
        connection.begin();
        try {
            connection.script(step.text);
            connection.execute(insert_mark, {{"module", step.module},
                                             {"number", step.number},
                                             {"name", step.name},
                                             {"fingerprint", fingerprint(step.text)}});
            connection.commit();
        } catch (...) {
            connection.rollback();
            throw;
        }
    }
    if (connection.engine() == Engine::sqlite) tell_planner(connection);
}

}  // namespace forecourt::db
