#include <core/durable.h>
#include <core/ensure.h>
#include <db/log_copy.h>
#include <db/page_checksum.h>
#include <db/rows.h>
#include <db/slow.h>
#include <db/sqlite.h>
#include <db/sqlite_vfs.h>
#include <db/statement_text.h>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

namespace forecourt::db {
namespace {

Failure failure_of(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return Failure::unique;
        case SQLITE_IOERR_DATA:
            return Failure::damaged;
        default:
            break;
    }
    switch (extended & 0xFF) {
        case SQLITE_CONSTRAINT:
            return Failure::constraint;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Failure::conflict;
        case SQLITE_IOERR:
        case SQLITE_FULL:
        case SQLITE_CANTOPEN:
        case SQLITE_CORRUPT:
        case SQLITE_READONLY:
            return Failure::unavailable;
        default:
            return Failure::other;
    }
}

constexpr Sql count_pages{"db.count_pages", "pragma page_count"};

std::string told_of(const DamagedPage& page) {
    return "page " + std::to_string(page.number) + " of " + page.file +
           " is damaged: a byte in it was changed. Bring a backup back: forecourt restore";
}

// A variant of a statement, prepared. Parameters are bound by name, because SQLite numbers $1, $2 by their
// first appearance and not by their digits.
struct Prepared {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::string_view> names;
    std::vector<std::string> columns;
};

struct Entry {
    StatementText text;
    std::unordered_map<std::uint64_t, Prepared> variants;
    explicit Entry(const Sql& sql) : text(sql) {}
};

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(const Prepared& prepared) : prepared_(prepared) {}
    int columns() const override { return static_cast<int>(prepared_.columns.size()); }
    std::string_view column_name(int i) const override { return prepared_.columns[i]; }
    bool is_null(int i) const override { return sqlite3_value_type(value(i)) == SQLITE_NULL; }
    std::int64_t number(int i) const override { return sqlite3_value_int64(value(i)); }
    std::string_view text(int i) const override {
        auto* value = this->value(i);
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }
    void next() { column_ = -1; }

  private:
    // Each column is asked two or three things one after the other, and finding it costs more than they do.
    // One thread has the connection, so the value may be asked as it is (sqlite3_column_value).
    sqlite3_value* value(int i) const {
        if (i != column_) {
            column_ = i;
            value_ = sqlite3_column_value(prepared_.handle, i);
        }
        return value_;
    }

    const Prepared& prepared_;
    mutable int column_ = -1;
    mutable sqlite3_value* value_ = nullptr;
};

// The one SQL text says bigint and leaves STRICT out: both are this engine's own business. A table that ends
// in
// `); --? keyed` is kept in its primary key and nowhere else, which halves those that hold little besides.
std::string as_sqlite_schema(std::string_view text) {
    std::string result;
    bool creating = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (rest.starts_with("create table")) creating = true;
        if (rest.starts_with("bigint")) {
            result += "integer";
            i += 5;
        } else if (creating && rest.starts_with(");")) {
            result += rest.starts_with("); --? keyed") ? ") strict, without rowid;" : ") strict;";
            i += 1;
            creating = false;
        } else {
            result += text[i];
        }
    }
    return result;
}

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(const std::string& file, Access access, std::int64_t cache_kb) {
        use_page_checksums();
        const int flags =
            access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        const int code = sqlite3_open_v2(file.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        if (code != SQLITE_OK) {
            const std::string message = db_ ? sqlite3_errmsg(db_) : "out of memory";
            sqlite3_close_v2(db_);
            throw Error(Failure::unavailable, "open " + file, message);
        }
        sqlite3_extended_result_codes(db_, 1);
        sqlite3_busy_timeout(db_, 5000);
        sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        // Plans do not depend on what is bound. Otherwise a statement that might use a partial index is
        // prepared anew each time it is run, because another value might suit it better.
        sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
        // Room for checksums is made in the first page, or by a VACUUM.
        if (access != Access::read_only && number(*this, count_pages) == 0) reserve(page_checksum_size);
        if (access == Access::read_write_unsynced) {
            script("pragma journal_mode = wal; pragma synchronous = off;");
        } else if (access == Access::read_write) {
            // Where a COMMIT has answered, the rows are on the disk (full): a power cut loses nothing.
            script("pragma journal_mode = wal; pragma synchronous = full;");
        } else {
            keep_log();
        }
        // Checkpoints are the writer's alone, and never in the middle of a commit. What a burst made the log
        // grow over this many bytes is given back when it is written from its beginning again.
        script(
            "pragma wal_autocheckpoint = 0; pragma journal_size_limit = 67108864; pragma foreign_keys = on; "
            "pragma case_sensitive_like = on;"
            "pragma temp_store = memory; pragma cache_size = -" +
            std::to_string(cache_kb) + ";");
    }

    ~SqliteConnection() override {
        for (auto& [_, entry] : entries_) {
            for (auto& [__, prepared] : entry.variants) sqlite3_finalize(prepared.handle);
        }
        for (auto* control : controls_) sqlite3_finalize(control);
        sqlite3_close_v2(db_);
    }

    Engine engine() const override { return Engine::sqlite; }
    // What a failed statement had changed it has taken back by itself.
    std::int64_t touches() const override { return sqlite3_total_changes64(db_); }

    std::int64_t execute(const Sql& sql, const Params& params) override {
        StatementTimer timer(sql.name);
        auto& prepared = bound(sql, params);
        const int code = sqlite3_step(prepared.handle);
        if (code != SQLITE_DONE && code != SQLITE_ROW) fail(sql.name, prepared.handle);
        const auto changes = sqlite3_changes64(db_);
        timer.count_rows(changes);
        sqlite3_reset(prepared.handle);
        return changes;
    }

    void query(const Sql& sql, const Params& params, const std::function<void(const Row&)>& each) override {
        StatementTimer timer(sql.name);
        auto& prepared = bound(sql, params);
        const Reset reset{prepared.handle};
        SqliteRow row(prepared);
        for (;;) {
            const int code = sqlite3_step(prepared.handle);
            if (code == SQLITE_DONE) return;
            if (code != SQLITE_ROW) fail(sql.name, prepared.handle);
            timer.count_rows(1);
            row.next();
            each(row);
        }
    }

    void script(std::string_view text) override {
        const std::string owned = as_sqlite_schema(text);
        if (sqlite3_exec(db_, owned.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            fail("script " + owned.substr(0, 200), nullptr);
        }
    }

    void prepare(const Sql& sql) override {
        auto& entry = entry_of(sql);
        for (const auto variant : entry.text.variants_to_prove()) prepared_variant(sql, entry, variant);
    }

    void begin() override { control(0, "begin immediate"); }
    void begin_read() override { control(1, "begin"); }
    void commit() override {
        const StatementTimer timer("commit");
        control(2, "commit");
    }
    void rollback() noexcept override {
        if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "rollback", nullptr, nullptr, nullptr);
    }

    sqlite3* handle() { return db_; }

    /// Bytes that are left alone at the end of each page. What is asked for counts from the next time that
    /// all pages are written.
    int reserve(int bytes = -1) {
        sqlite3_file_control(db_, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
        return bytes;
    }

    void keep_log() { sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

    void follow(LogCopy& copy) {
        copy_ = &copy;
        const auto tell = [](void* to, sqlite3*, const char*, int frames) {
            static_cast<LogCopy*>(to)->committed(frames);
            return SQLITE_OK;
        };
        sqlite3_wal_hook(db_, tell, &copy);
    }
    LogCopy* copy() { return copy_; }

  private:
    struct Reset {
        sqlite3_stmt* handle;
        ~Reset() { sqlite3_reset(handle); }
    };

    [[noreturn]] void fail(std::string_view statement, sqlite3_stmt* handle) {
        const int extended = sqlite3_extended_errcode(db_);
        std::string message = sqlite3_errmsg(db_);
        if (handle) sqlite3_reset(handle);
        if (extended == SQLITE_IOERR_DATA) {
            if (const auto page = take_damaged_page()) message = told_of(*page);
        }
        throw Error(failure_of(extended), statement, message);
    }

    void control(int index, const char* text) {
        auto*& handle = controls_[index];
        if (handle == nullptr &&
            sqlite3_prepare_v3(db_, text, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK) {
            fail(text, nullptr);
        }
        if (sqlite3_step(handle) != SQLITE_DONE) fail(text, handle);
        sqlite3_reset(handle);
    }

    Entry& entry_of(const Sql& sql) {
        const auto found = entries_.find(&sql);
        return found != entries_.end() ? found->second : entries_.emplace(&sql, Entry(sql)).first->second;
    }

    Prepared& prepared_variant(const Sql& sql, Entry& entry, std::uint64_t variant) {
        auto& prepared = entry.variants[variant];
        if (prepared.handle != nullptr) return prepared;
        auto rendered = entry.text.render(variant);
        if (sqlite3_prepare_v3(db_, rendered.text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &prepared.handle,
                               nullptr) != SQLITE_OK) {
            fail(sql.name, nullptr);
        }
        const int count = sqlite3_bind_parameter_count(prepared.handle);
        ensure(count == static_cast<int>(rendered.names.size()));
        prepared.names.resize(rendered.names.size());
        for (std::size_t i = 0; i < rendered.names.size(); ++i) {
            const int slot =
                sqlite3_bind_parameter_index(prepared.handle, ("$" + std::to_string(i + 1)).c_str());
            ensure(slot > 0);
            prepared.names[slot - 1] = rendered.names[i];
        }
        for (int i = 0; i < sqlite3_column_count(prepared.handle); ++i) {
            prepared.columns.emplace_back(sqlite3_column_name(prepared.handle, i));
        }
        return prepared;
    }

    Prepared& bound(const Sql& sql, const Params& params) {
        auto& entry = entry_of(sql);
        auto& prepared =
            prepared_variant(sql, entry, entry.text.option_count() ? entry.text.variant(params) : 0);
        for (std::size_t i = 0; i < prepared.names.size(); ++i) {
            const int slot = static_cast<int>(i) + 1;
            const Value value = params.value(prepared.names[i]);
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                sqlite3_bind_int64(prepared.handle, slot, *number);
            } else if (const auto* text = std::get_if<std::string>(&value)) {
                sqlite3_bind_text(prepared.handle, slot, text->data(), static_cast<int>(text->size()),
                                  SQLITE_TRANSIENT);
            } else {
                sqlite3_bind_null(prepared.handle, slot);
            }
        }
        return prepared;
    }

    sqlite3* db_ = nullptr;
    LogCopy* copy_ = nullptr;
    std::unordered_map<const Sql*, Entry> entries_;
    sqlite3_stmt* controls_[3] = {};
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& file, Access access, std::int64_t cache_kb) {
    return std::make_unique<SqliteConnection>(file, access, cache_kb);
}

void follow_sqlite(Connection& writer, LogCopy& copy) { static_cast<SqliteConnection&>(writer).follow(copy); }

void keep_log_at_close(Connection& connection) { static_cast<SqliteConnection&>(connection).keep_log(); }

void copy_sqlite_pages(Connection& reader, const std::string& file) {
    const auto fail = [&](sqlite3* db) {
        const std::string message = sqlite3_errmsg(db);
        sqlite3_close_v2(db);
        throw Error(Failure::unavailable, "copy to " + file, message);
    };
    sqlite3* to = nullptr;
    if (sqlite3_open_v2(file.c_str(), &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
        SQLITE_OK) {
        fail(to);
    }
    sqlite3_exec(to, "pragma journal_mode = off; pragma synchronous = off;", nullptr, nullptr, nullptr);
    auto* from = static_cast<SqliteConnection&>(reader).handle();
    auto* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) fail(to);
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) fail(to);
    if (sqlite3_close(to) != SQLITE_OK) fail(to);
}

int checkpoint_sqlite(Connection& writer) {
    auto& connection = static_cast<SqliteConnection&>(writer);
    int in_log = 0, copied = 0;
    if (auto* copy = connection.copy()) copy->before_checkpoint();
    const int code =
        sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &in_log, &copied);
    if (auto* copy = connection.copy(); copy != nullptr && code == SQLITE_OK) {
        copy->after_checkpoint(in_log, copied);
    }
    return in_log - copied;
}

namespace {

constexpr Sql integrity_check{"db.integrity_check", "pragma integrity_check"};
constexpr Sql vacuum_into{"db.vacuum_into", "vacuum into :file"};
constexpr Sql read_page{"db.read_page", "select length(data) from sqlite_dbpage where pgno = :number"};

constexpr std::size_t most_pages_told = 20;

// Where SQLite writes the database as it will be, which may be too large for the memory, and for the folder
// where the system keeps such files.
struct ScratchFolder {
    explicit ScratchFolder(const std::string& path) {
        sqlite3_temp_directory = sqlite3_mprintf("%s", path.c_str());
    }
    ~ScratchFolder() { sqlite3_free(std::exchange(sqlite3_temp_directory, nullptr)); }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
};

// Also those that no table uses at the moment, which integrity_check leaves out.
std::vector<std::string> damaged_pages(SqliteConnection& connection) {
    std::vector<std::string> findings;
    const auto is_inside = [&] { return sqlite3_get_autocommit(connection.handle()) == 0; };
    const bool was_inside = is_inside();
    const auto pages = number(connection, count_pages).value_or(0);
    for (std::int64_t page = 1; page <= pages && findings.size() < most_pages_told; ++page) {
        try {
            connection.query(read_page, {{"number", page}}, [](const Row&) {});
        } catch (const Error& error) {
            if (error.failure != Failure::damaged) throw;
            findings.push_back("the database file: page " + std::to_string(page) +
                               " is damaged: a byte in it was changed");
            // The transaction has ended with the error.
            if (was_inside && !is_inside()) connection.begin_read();
        }
    }
    return findings;
}

}  // namespace

std::vector<std::string> check_sqlite(Connection& connection) {
    std::vector<std::string> findings;
    try {
        findings = damaged_pages(static_cast<SqliteConnection&>(connection));
        if (!findings.empty()) return findings;
        connection.query(integrity_check, {}, [&](const Row& row) {
            if (row.text(0) != "ok") findings.push_back("the database file: " + std::string(row.text(0)));
        });
    } catch (const Error& error) {
        findings.push_back("the database file: " + std::string(error.what()));
    }
    return findings;
}

bool give_page_checksums(Connection& writer, const std::string& scratch_folder) {
    auto& connection = static_cast<SqliteConnection&>(writer);
    // Reads the first page as the log has it.
    number(connection, count_pages);
    if (connection.reserve() == page_checksum_size) return false;
    connection.reserve(page_checksum_size);
    const ScratchFolder beside(scratch_folder);
    connection.script("pragma temp_store = file; vacuum; pragma temp_store = memory");
    checkpoint_sqlite(writer);
    return true;
}

void keep_sqlite_copy(Connection& connection, const std::string& file) {
    const std::string part = file + ".part";
    std::filesystem::remove(part);
    std::filesystem::remove(part + "-journal");
    connection.execute(vacuum_into, {{"file", part}});
    std::filesystem::rename(part, file);
    sync_folder(std::filesystem::absolute(file).parent_path().string());
}

namespace {

constexpr Sql list_indexes{
    "db.list_indexes",
    "select t.name as table_name, l.name as index_name, l.\"unique\" as is_unique, l.partial, "
    "(select count(*) from pragma_index_info(l.name)) as columns, "
    "(select c.name from pragma_index_info(l.name) c where c.seqno = 0) as first_column "
    "from sqlite_schema t join pragma_index_list(t.name) l where t.type = 'table' "
    "and t.name not like 'sqlite%' order by t.name, l.name"};
constexpr Sql insert_figures{
    "db.insert_figures",
    "insert into sqlite_stat1 (tbl, idx, stat) values (:table_name, :index_name, :figures)"};

struct IndexRow {
    std::string table_name;
    std::string index_name;
    bool is_unique{};
    bool partial{};
    std::int64_t columns{};
    std::string first_column;
};
FORECOURT_STRUCT(IndexRow, table_name, index_name, is_unique, partial, columns, first_column)

// The rows of the index, and for each column how many rows are left once all up to it are given. After the
// store they are SQLite's own guesses: ten, nine, and so on.
std::string figures_of(const IndexRow& index) {
    const std::string rows = index.partial ? "1000" : "1000000";
    std::string figures = rows;
    std::int64_t guess = 10;
    for (std::int64_t i = 0; i < index.columns; ++i) {
        if (index.is_unique && i == index.columns - 1) {
            figures += " 1";
        } else if (i == 0 && index.first_column == "store_id") {
            figures += " " + rows;
        } else {
            figures += " " + std::to_string(guess);
            guess = std::max<std::int64_t>(guess - 1, 5);
        }
    }
    return figures;
}

}  // namespace

void tell_planner(Connection& connection) {
    // The first makes the table of figures, the last reads it in.
    connection.script("analyze sqlite_schema; delete from sqlite_stat1;");
    for (const auto& index : all<IndexRow>(connection, list_indexes)) {
        connection.execute(insert_figures, {{"table_name", index.table_name},
                                            {"index_name", index.index_name},
                                            {"figures", figures_of(index)}});
    }
    connection.script("analyze sqlite_schema;");
}

}  // namespace forecourt::db
