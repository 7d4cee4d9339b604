#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace forecourt::db {

/// A page that is not as it was written.
struct DamagedPage {
    std::string file;       // the database's, or its write-ahead log's
    std::int64_t number{};  // in the database, from 1
    bool operator==(const DamagedPage&) const = default;
};

/// From now on SQLite opens databases through it: each page that goes into the file gets its checksum, each
/// that comes out of it is held against it, and one that does not fit is an error of the disk (IOERR_DATA).
/// Pages in the write-ahead log are held against the log's own sums (`sqlite_log.h`); files without room for
/// checksums are left as they are. Below it is what SQLite took before; called again, it finds its place
/// above what came since.
void use_page_checksums();

/// Each damaged page is told when it is met for the first time, on the thread that met it. For the program's
/// start, before anything runs.
void tell_damaged_pages(std::function<void(const DamagedPage&)> tell);

/// Which page this thread met last, and forgets it.
std::optional<DamagedPage> take_damaged_page();

}  // namespace forecourt::db
