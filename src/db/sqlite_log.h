#pragma once
#include <db/wal_format.h>

#include <sqlite3.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace forecourt::db {

/// What one connection has open of a write-ahead log. SQLite proves the log's sums when it recovers, and then
/// no more: here they are proved for each page that is read. It also writes each page as two pieces, its
/// frame's head and itself: here the frames of a transaction are gathered and written together, at the latest
/// with the one that ends it, so what is gathered was never answered. Functions return SQLite's codes.
class SqliteLog {
  public:
    explicit SqliteLog(sqlite3_file* real) : real_(real) {}

    /// SQLITE_IOERR_DATA: the page is not as it was written; damaged_page() is its number in the database.
    int read(void* to, int size, sqlite3_int64 at);
    std::uint32_t damaged_page() const { return damaged_page_; }
    int write(const void* bytes, int size, sqlite3_int64 at);
    /// Before anything else is done with the file, but closing it: what is gathered then was not to be.
    /// What could not be written stays gathered.
    int write_gathered();
    /// The transaction is over: what is still gathered was undone.
    void forget_gathered() { gathered_.clear(); }

  private:
    static constexpr sqlite3_int64 nowhere = std::numeric_limits<sqlite3_int64>::max();

    void begin_frame(const char* head, sqlite3_int64 at);
    int gather(const char* bytes, int size, sqlite3_int64 at);
    sqlite3_int64 gathered_end() const { return gathered_at_ + static_cast<sqlite3_int64>(gathered_.size()); }

    sqlite3_file* real_;
    std::uint32_t damaged_page_ = 0;
    sqlite3_int64 frame_at_ = nowhere;           // whose head was written, and its page comes next
    bool frame_ends_ = false;                    // the last one whose head was written ends a transaction
    sqlite3_int64 written_over_from_ = nowhere;  // the first page that has the sums of what was there before
    bool is_summed_anew_ = false;                // heads are written over, without pages
    std::vector<char> gathered_;
    sqlite3_int64 gathered_at_ = 0;
};

}  // namespace forecourt::db
