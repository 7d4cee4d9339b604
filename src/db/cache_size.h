#pragma once
#include <cstdint>
#include <string>

namespace forecourt::db {

/// KB of pages that one reader of a SQLite store keeps: a 64th of the memory, for four may read at one time
/// and the system keeps the file's pages as well; 48 MB at least and 1 GB at most.
std::int64_t reader_cache_kb(std::int64_t memory_bytes);
/// Of the memory that this program may use: the machine's, or what its control groups leave it.
std::int64_t reader_cache_kb();

/// The lowest limit (memory.max) of a control group and of those above it; 0 when nothing limits it. The root
/// is where they are mounted, the path as the third field of /proc/self/cgroup has it.
std::int64_t memory_limit(const std::string& root, const std::string& path);

}  // namespace forecourt::db
