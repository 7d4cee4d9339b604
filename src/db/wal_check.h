#pragma once
#include <cstdint>
#include <string>

namespace forecourt::db {

/// What stands in the write-ahead log beside a SQLite database.
struct WalState {
    std::uint64_t frames{};          // that are whole, from the beginning on
    std::uint64_t last_commit_at{};  // where in the file the last whole transaction begins
    bool is_damaged{};               // whole transactions stand behind a broken one
};

/// Reads it as SQLite does when it recovers: up to the first frame that is not whole. SQLite takes such a
/// frame for the end and forgets what follows, which is right after a power cut: there only the last
/// transaction can be torn, because each is on the disk before the next begins. Where whole ones follow, a
/// byte was changed, and to go on would forget what was answered.
WalState read_wal(const std::string& database_file);

}  // namespace forecourt::db
