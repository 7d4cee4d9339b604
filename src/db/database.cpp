#include <db/cache_size.h>
#include <db/database.h>
#include <db/migrate.h>
#include <db/postgresql.h>
#include <db/sqlite.h>
#include <db/wal_check.h>

#include <filesystem>

namespace forecourt::db {
namespace {

// Before anything opens the database: SQLite would take the damage for the end of the log, and go on from
// there.
void expect_whole_log(const std::string& sqlite_file) {
    const auto wal = read_wal(sqlite_file);
    if (!wal.is_damaged) return;
    throw Error(Failure::unavailable, sqlite_file + "-wal",
                "a byte was changed behind frame " + std::to_string(wal.frames) +
                    ", and what was entered after it would be lost. Bring a backup back: forecourt restore");
}

}  // namespace

Database::Database(Settings settings) : settings_(std::move(settings)) {}
Database::~Database() = default;

Engine Database::engine() const {
    return settings_.postgresql_url.empty() ? Engine::sqlite : Engine::postgresql;
}

std::unique_ptr<Connection> Database::connect(bool read_only) const {
    if (engine() == Engine::postgresql) return open_postgresql(settings_.postgresql_url);
    if (read_only) return open_sqlite(settings_.sqlite_file, Access::read_only, reader_cache_kb());
    auto connection = open_sqlite(settings_.sqlite_file,
                                  settings_.unsynced ? Access::read_write_unsynced : Access::read_write);
    if (settings_.log_copy != nullptr) keep_log_at_close(*connection);
    return connection;
}

std::optional<Upgrade> Database::migrate(std::span<const std::string_view> module_order) {
    if (engine() == Engine::sqlite) expect_whole_log(settings_.sqlite_file);
    const auto connection = connect();
    if (engine() == Engine::postgresql) lock_upgrades(*connection);
    const auto steps = in_module_order(all_migrations(), module_order);
    const auto schemas = compare_schemas(*connection, steps);
    const bool in_use = schemas.database > 0;
    Upgrade upgrade{.from = schemas.database, .to = schemas.program, .copy = {}};
    if (schemas.database != schemas.program) {
        if (in_use) upgrade.copy = keep_copy(*connection, schemas.database);
        run_migrations(*connection, steps);
    }
    // After the steps: an older program, which would write pages without, knows by then that it is older.
    if (engine() == Engine::sqlite) {
        const auto folder = std::filesystem::absolute(settings_.sqlite_file).parent_path();
        upgrade.got_page_checksums = give_page_checksums(*connection, folder.string());
    }
    const bool is_upgraded = upgrade.got_page_checksums || (in_use && upgrade.from != upgrade.to);
    return is_upgraded ? std::optional(upgrade) : std::nullopt;
}

// A copy of that name is from an upgrade that was cut short, or from one that was taken back.
std::string Database::keep_copy(Connection& connection, std::int64_t schema) const {
    if (engine() == Engine::postgresql) return {};
    const std::string copy = settings_.sqlite_file + ".schema-" + std::to_string(schema);
    keep_sqlite_copy(connection, copy);
    return copy;
}

void Database::start() {
    const int count = engine() == Engine::sqlite ? 1 : settings_.writers;
    const auto open = [this] {
        auto connection = connect();
        if (settings_.log_copy != nullptr && engine() == Engine::sqlite) {
            follow_sqlite(*connection, *settings_.log_copy);
        }
        return connection;
    };
    for (int i = 0; i < count; ++i) {
        writers_.push_back(std::make_unique<Writer>(open, settings_.failed, settings_.answer_group,
                                                    settings_.longest_queue));
    }
}

bool Database::submit(Job job) {
    return writers_[static_cast<std::size_t>(job.store) % writers_.size()]->submit(std::move(job));
}

// Connections that were idle while the database went elsewhere are dead: they are left for the next, or for a
// new one.
std::unique_ptr<Connection> Database::begin_read() {
    for (;;) {
        std::unique_ptr<Connection> connection;
        {
            const std::lock_guard guard(mutex_);
            if (!idle_readers_.empty()) {
                connection = std::move(idle_readers_.back());
                idle_readers_.pop_back();
            }
        }
        const bool is_new = !connection;
        if (is_new) connection = connect(true);
        try {
            connection->begin_read();
            return connection;
        } catch (const Error& error) {
            if (is_new || error.failure != Failure::unavailable) throw;
        }
    }
}

void Database::read(const std::function<void(Connection&)>& work) {
    auto connection = begin_read();
    try {
        work(*connection);
        connection->commit();
    } catch (const Error& error) {
        connection->rollback();
        if (error.failure != Failure::unavailable) {
            const std::lock_guard guard(mutex_);
            idle_readers_.push_back(std::move(connection));
        }
        throw;
    } catch (...) {
        connection->rollback();
        const std::lock_guard guard(mutex_);
        idle_readers_.push_back(std::move(connection));
        throw;
    }
    const std::lock_guard guard(mutex_);
    idle_readers_.push_back(std::move(connection));
}

WriterStats Database::stats() const {
    WriterStats sum;
    for (const auto& writer : writers_) {
        const auto stats = writer->stats();
        sum.jobs += stats.jobs;
        sum.groups += stats.groups;
        sum.waiting += stats.waiting;
        sum.turned_away += stats.turned_away;
    }
    return sum;
}

std::vector<const WriterFigures*> Database::figures() const {
    std::vector<const WriterFigures*> figures;
    for (const auto& writer : writers_) figures.push_back(&writer->figures());
    return figures;
}

}  // namespace forecourt::db
