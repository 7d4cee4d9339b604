#pragma once
#include <db/writer.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::db {

class LogCopy;

struct Settings {
    std::string sqlite_file;  // used when there is no url
    std::string postgresql_url;
    bool unsynced = false;         // SQLite only, see Access::read_write_unsynced
    int writers = 1;               // PostgreSQL only; the actions of one store always meet the same writer
    std::function<void()> failed;  // a COMMIT has failed: stop and recover
    std::size_t longest_queue = usual_longest_queue;  // of each writer
    // Runs the answering of a whole group of jobs, for who wants to know where it begins and ends.
    std::function<void(const std::function<void()>&)> answer_group = {};
    // SQLite only: is told of every commit of the writer, and before the log is overwritten. Must outlive it.
    // The log then stays beside the file at the end.
    LogCopy* log_copy = nullptr;
};

/// That a database with rows came to a newer schema, and where it still is as it was; on PostgreSQL nowhere.
struct Upgrade {
    std::int64_t from{};
    std::int64_t to{};
    std::string copy;
    bool got_page_checksums = false;  // SQLite only: the file was written anew
};

/// The database of the program: writers, and as many readers as are asked for at one time.
class Database {
  public:
    explicit Database(Settings settings);
    ~Database();

    Engine engine() const;
    /// Brings the schema up to date, module after module in this order (those that are needed before those
    /// that need them), and gives a SQLite database of an earlier version its page checksums. One that was in
    /// use is copied before it is touched. Throws Error when the database is newer than the program.
    std::optional<Upgrade> migrate(std::span<const std::string_view> module_order);
    /// Starts the writers; before it, only connect() and migrate() may be used.
    void start();
    bool submit(Job job);
    /// Runs a read on the calling thread, on one snapshot.
    void read(const std::function<void(Connection&)>& work);
    /// A connection of one's own, for tools: verify, import of schemas.
    std::unique_ptr<Connection> connect(bool read_only = false) const;
    WriterStats stats() const;
    /// Of each writer.
    std::vector<const WriterFigures*> figures() const;

  private:
    std::string keep_copy(Connection& connection, std::int64_t schema) const;
    std::unique_ptr<Connection> begin_read();

    Settings settings_;
    std::vector<std::unique_ptr<Writer>> writers_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_readers_;
};

}  // namespace forecourt::db
