#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// A write, or with no bytes a cut to this length.
struct Pending {
    std::int64_t at{};
    std::string bytes;
    bool is_cut = false;
};

/// A file as the disk has it for certain, and what was written since and may be there or not.
struct Recorded {
    std::string durable;
    std::vector<Pending> pending;
};
using RecordedFiles = std::map<std::string, Recorded>;

enum class Kept { nothing, everything, some };
/// What may stand in a file after a power cut: each sector that was written since the last sync is there or
/// is not, also within one write.
std::string after_power_cut(const Recorded& file, Kept kept, std::mt19937& random);

/// While it lives, SQLite opens the files below a folder through it: it does what it is asked, and remembers
/// what was written since each file's last sync. One at a time in a process.
class Recorder {
  public:
    /// `before_sync` is called before each sync of one of the files, on the thread that syncs. With
    /// `forgets_syncs` the write-ahead log's syncs are answered and not done, as with synchronous=NORMAL.
    Recorder(std::string folder, std::function<void(const RecordedFiles&)> before_sync, bool forgets_syncs);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Shows how it stands at this moment.
    void show(const std::function<void(const RecordedFiles&)>& see) const;
};

}  // namespace forecourt::crash
