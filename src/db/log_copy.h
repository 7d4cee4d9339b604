#pragma once
#include <core/time.h>
#include <db/wal_format.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace forecourt::db {

/// What one COMMIT changed: whole pages, each behind its number, and the length of the database after it.
/// Commits that follow each other closely are put together, because they nearly always change the same pages.
struct CommittedPages {
    Instant at;  // of the last one
    std::uint32_t database_pages{};
    std::uint32_t count{};
    std::string pages;  // count times: number, 4 bytes big-endian, and the page
};
inline constexpr Duration longest_together{100};

/// A place in the log: behind so many frames, the last of which ends a COMMIT. Its sum covers all of them.
struct LogPlace {
    wal::Sums salt;  // of the log; none where there was no log yet
    wal::Sums sum;
    std::int64_t frames{};
    bool operator==(const LogPlace&) const = default;
};

/// Copies out of SQLite's write-ahead log what was committed, before a checkpoint lets it be overwritten. The
/// writer's connection reports to it; another thread takes what was copied. Every frame is proved by its
/// checksum, which also covers all frames before it, so what is taken follows without a gap; where it can not
/// (another program has moved the log on, or too much waits) it says so and begins anew when told to.
class LogCopy {
  public:
    LogCopy(const std::string& database_file, std::function<Instant()> clock, std::size_t most_bytes);
    ~LogCopy();
    LogCopy(const LogCopy&) = delete;
    LogCopy& operator=(const LogCopy&) = delete;

    /// Follows from the present end of the log. For a job of the writer: while it runs nobody commits.
    void begin_here();
    /// Follows from a place that an earlier copy had come to, also before the program was started: what is in
    /// the log behind it is taken next. False, and nothing is followed, where the log does not prove that it
    /// has been there. For a job of the writer, too.
    bool go_on_from(const LogPlace& place);
    /// What was committed since the last time, in its order; nothing when there is a gap, until begin_here().
    std::optional<std::vector<CommittedPages>> take();
    /// Where what was taken last ends.
    LogPlace place() const;
    std::uint32_t page_size() const { return page_size_; }

    /// The writer's connection says: a COMMIT has left so many frames in the log.
    void committed(std::int64_t frames);
    void before_checkpoint();
    /// `frames` are in the log, so many of them are in the database now.
    void after_checkpoint(std::int64_t frames, std::int64_t copied);

  private:
    struct Head {
        std::uint32_t page_size{};
        wal::Sums salt;
        wal::Sums sum;
        bool big_endian_sums{};
    };
    struct Note {
        std::int64_t frames;
        Instant at;
    };
    std::optional<Head> read_head();
    void start_log(const Head& head);
    void open_log();
    LogPlace here() const { return {.salt = salt_, .sum = sum_, .frames = read_}; }
    /// Reads on to this frame, or as far as frames are valid.
    void read_to(std::int64_t frames);
    bool take_frame(const char* frame);
    void end_commit(std::uint32_t database_pages);
    void put_page(const char* frame);
    void lose();

    std::string log_file_;
    std::function<Instant()> clock_;
    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    int file_ = -1;
    bool following_ = false;
    bool may_start_anew_ = false;  // all of the log was copied and is in the database
    bool big_endian_sums_ = false;
    std::uint32_t page_size_ = 0;
    wal::Sums salt_;
    wal::Sums sum_;
    std::int64_t read_ = 0;  // frames
    LogPlace taken_;
    Instant last_at_;
    std::deque<Note> notes_;
    std::string open_frames_;  // heads and pages of the COMMIT that is being read
    Instant group_began_;
    std::unordered_map<std::uint32_t, std::size_t> places_;  // of the pages in the last of ready_
    std::vector<CommittedPages> ready_;
    std::size_t bytes_ = 0;
};

}  // namespace forecourt::db
