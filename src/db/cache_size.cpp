#include <db/cache_size.h>

#include <sys/sysinfo.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace forecourt::db {
namespace {

constexpr std::int64_t memory_per_reader = 64;
constexpr std::int64_t least_kb = 48'000, most_kb = 1'000'000;

std::int64_t machine_memory() {
    struct sysinfo machine {};
    if (::sysinfo(&machine) != 0) return 0;
    return static_cast<std::int64_t>(machine.totalram) * machine.mem_unit;
}

// "0::/system.slice/forecourt.service", of the one hierarchy there is in version 2.
std::string control_group() {
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        if (line.starts_with("0::")) return line.substr(3);
    }
    return "/";
}

}  // namespace

std::int64_t memory_limit(const std::string& root, const std::string& path) {
    std::int64_t lowest = 0;
    std::filesystem::path group = std::filesystem::path(path).relative_path();
    for (;; group = group.parent_path()) {
        // "max" is no number: nothing is read.
        std::ifstream file(std::filesystem::path(root) / group / "memory.max");
        if (std::int64_t limit = 0; file >> limit) lowest = lowest == 0 ? limit : std::min(lowest, limit);
        if (group.empty()) return lowest;
    }
}

std::int64_t reader_cache_kb(std::int64_t memory_bytes) {
    return std::clamp(memory_bytes / 1000 / memory_per_reader, least_kb, most_kb);
}

std::int64_t reader_cache_kb() {
    const auto limit = memory_limit("/sys/fs/cgroup", control_group());
    const auto machine = machine_memory();
    return reader_cache_kb(limit == 0 ? machine : std::min(limit, machine));
}

}  // namespace forecourt::db
