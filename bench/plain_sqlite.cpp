#include <bench/plain_sqlite.h>
#include <db/cache_size.h>
#include <db/sqlite.h>
#include <db/sqlite_vfs.h>

#include <stdexcept>

namespace forecourt::bench {

PlainDb::PlainDb(const std::string& file, Use use) {
    db::use_page_checksums();
    const int flags = use == Use::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (sqlite3_open_v2(file.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) fail(file);
    // The same settings as the program's own connections.
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (use == Use::write)
        exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    exec(
        "pragma wal_autocheckpoint = 0; pragma temp_store = memory; pragma case_sensitive_like = on;"
        "pragma cache_size = -" +
        std::to_string(use == Use::read ? db::reader_cache_kb() : db::usual_cache_kb));
}

PlainDb::~PlainDb() { sqlite3_close_v2(db_); }

void PlainDb::exec(const std::string& text) {
    if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(text);
}

std::int64_t PlainDb::number(const std::string& text) {
    auto* statement = prepare(text);
    const int code = sqlite3_step(statement);
    const std::int64_t result = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(text);
    return result;
}

sqlite3_stmt* PlainDb::prepare(const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db_, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK) {
        fail(text);
    }
    return statement;
}

void PlainDb::fail(const std::string& what) {
    throw std::runtime_error(std::string(db_ ? sqlite3_errmsg(db_) : "out of memory") + ": " + what);
}

}  // namespace forecourt::bench
