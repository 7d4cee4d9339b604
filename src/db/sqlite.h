#pragma once
#include <db/connection.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace forecourt::db {

/// `read_write_unsynced` leaves it to the system when rows reach the disk: only for making a new place, which
/// is thrown away when the making is cut short.
enum class Access { read_write, read_write_unsynced, read_only };

/// Opens the file of a store. The one read_write connection is the only one that writes and checkpoints.
/// Pages that were read are kept in memory, as much as `cache_kb`, until somebody commits.
inline constexpr std::int64_t usual_cache_kb = 16'000;
std::unique_ptr<Connection> open_sqlite(const std::string& file, Access access,
                                        std::int64_t cache_kb = usual_cache_kb);

class LogCopy;
/// From now on this writer's connection tells the copy of each COMMIT and each checkpoint.
void follow_sqlite(Connection& writer, LogCopy& copy);

/// The log is left as it is when the last connection closes, for a copy that goes on from it.
void keep_log_at_close(Connection& connection);

/// Copies the database page by page into a new file, as the reader sees it whose transaction has begun.
void copy_sqlite_pages(Connection& reader, const std::string& file);

/// Copies what the write-ahead log holds into the database file, as far as readers let it. Only for the
/// writer. Returns the pages still in the log.
int checkpoint_sqlite(Connection& writer);

/// Gives a database of an earlier version a checksum in each page: all of it is written anew, in one
/// transaction. Needs room for two more copies of it, one in the folder. Answers whether that was to be done.
/// Only for the writer, while nobody else has the database open.
bool give_page_checksums(Connection& writer, const std::string& scratch_folder);

/// What is wrong with the file: a sentence each. Reads every page.
std::vector<std::string> check_sqlite(Connection& connection);

/// Copies the database as it is at this moment into another file, which has its name only once it is whole.
void keep_sqlite_copy(Connection& connection, const std::string& file);

/// Tells the planner how the rows lie, as fixed figures and not as counts of the moment, so that a plan is
/// the same in a new store and after ten years: nearly every key begins with the store, and the store alone
/// leaves every row. Without it SQLite takes any first column for one that leaves ten rows, and walks a
/// store's whole table where the second column would have led to one. For the transaction of migrations;
/// connections that are open already do not hear of it.
void tell_planner(Connection& connection);

}  // namespace forecourt::db
