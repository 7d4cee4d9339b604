#pragma once
#include <backup/shipment.h>
#include <db/database.h>

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <thread>

namespace forecourt::backup {

struct ShipSettings {
    std::unique_ptr<Depot> depot;  // one store in each
    std::string passphrase;
    std::string data_folder;
    std::string anchor_file;  // empty: none
    secrets::Key key{};
    Duration every = seconds(5);
    Duration base_every = hours(24);
    Duration keep = days(14);
    std::function<Instant()> clock;
    std::function<void(const std::string&)> trouble;  // told when it changes; empty: it is over
};

struct ShipFigures {
    std::optional<Instant> until;  // everything that was committed before it is shipped
    std::uint64_t generations{};
    std::uint64_t segments{};
    std::uint64_t bytes{};
    std::uint64_t failures{};
    std::string trouble;
};

/// Sends a SQLite store away while it works: a base, and every few seconds what was committed since and the
/// new files. A generation is a base with its segments. A new one begins each `base_every`, and whenever the
/// log could not be followed without a gap; meanwhile the one before goes on. Also after a restart it does,
/// where SQLite's log still proves what has come since. When the depot can not be reached the store works on,
/// and what waits is sent later.
class Shipper {
  public:
    Shipper(db::Database& database, db::LogCopy& log_copy, ShipSettings settings);
    /// Sends what is left.
    ~Shipper();
    ShipFigures figures() const;

  private:
    struct Generation {
        std::string name;
        Instant begun;
        std::int64_t sequence = 0;
        std::string hash;  // of the file the next segment follows
        std::vector<db::CommittedPages> waiting;
        std::size_t waiting_bytes = 0;
    };
    void loop();
    void round(bool last);
    void go_on();
    void look_where_it_was_left();
    void note_where_it_is_left(const Generation& generation);
    void while_nobody_commits(const std::function<void()>& work);
    void begin_generation(Instant now);
    void finish_generation(bool wait);
    std::string make_base(const Generation& generation, db::Connection& reader);
    void keep_for(Generation& generation, const std::vector<db::CommittedPages>& commits);
    void send(Generation& generation, Instant until);
    void send_files();
    void send_file(const std::string& hash);
    void send_anchors();
    std::size_t same_anchors();
    void claim();
    void throw_away_old(Instant now);
    void clear_away();

    db::Database& database_;
    db::LogCopy& log_copy_;
    ShipSettings settings_;
    bool went_on_ = false;
    bool is_as_left_ = true;  // the depot was seen to be as this store had left it
    std::string noted_;       // where it is left
    std::optional<Generation> current_;
    std::optional<Generation> coming_;
    std::future<std::string> base_;  // of the coming one: its hash
    Instant no_base_before_;
    bool claimed_ = false;
    std::optional<std::set<std::string>> sent_files_;
    std::map<std::string, std::filesystem::file_time_type> seen_folders_;
    std::optional<std::size_t> sent_anchors_;  // bytes
    std::vector<std::string> litter_;          // names in the depot; the last goes first
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    ShipFigures figures_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace forecourt::backup
