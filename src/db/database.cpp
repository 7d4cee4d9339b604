#include <db/database.h>
#include <db/migrate.h>
#include <db/postgresql.h>
#include <db/sqlite.h>

namespace forecourt::db {

Database::Database(Settings settings) : settings_(std::move(settings)) {}
Database::~Database() = default;

Engine Database::engine() const {
    return settings_.postgresql_url.empty() ? Engine::sqlite : Engine::postgresql;
}

std::unique_ptr<Connection> Database::connect(bool read_only) const {
    if (engine() == Engine::postgresql) return open_postgresql(settings_.postgresql_url);
    const auto writing = settings_.unsynced ? Access::read_write_unsynced : Access::read_write;
    return open_sqlite(settings_.sqlite_file, read_only ? Access::read_only : writing);
}

void Database::migrate(std::span<const std::string_view> module_order) {
    const auto connection = connect();
    run_migrations(*connection, in_module_order(all_migrations(), module_order));
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
        writers_.push_back(std::make_unique<Writer>(open, settings_.failed, settings_.answer_group));
    }
}

bool Database::submit(Job job) {
    return writers_[static_cast<std::size_t>(job.store) % writers_.size()]->submit(std::move(job));
}

void Database::read(const std::function<void(Connection&)>& work) {
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard guard(mutex_);
        if (!idle_readers_.empty()) {
            connection = std::move(idle_readers_.back());
            idle_readers_.pop_back();
        }
    }
    if (!connection) connection = connect(true);
    try {
        connection->begin_read();
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
    }
    return sum;
}

std::vector<const WriterFigures*> Database::figures() const {
    std::vector<const WriterFigures*> figures;
    for (const auto& writer : writers_) figures.push_back(&writer->figures());
    return figures;
}

}  // namespace forecourt::db
