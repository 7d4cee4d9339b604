#pragma once
#include <db/database.h>
#include <services/log/api.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace forecourt::program {

/// Reads what came into the log since it was last read, whichever copy of the program wrote it, and hands it
/// on in the log's order: how the live streams of one copy hear of what was done at another. It asks a few
/// times a second where every store's log ends, and at once when it is woken; a notice of PostgreSQL's
/// (NOTIFY) would make every commit wait for the one before it.
class LogFollower {
  public:
    using Take = std::function<void(const std::vector<Event>&)>;
    /// What is in the log already is not handed on. Throws db::Error when the database is away.
    LogFollower(db::Database& database, Take take,
                std::chrono::milliseconds every = std::chrono::milliseconds(250));
    ~LogFollower();

    /// Something has been committed here.
    void wake();

  private:
    void loop();
    void look();

    db::Database& database_;
    Take take_;
    std::chrono::milliseconds every_;
    std::map<Id<Store>, std::int64_t> read_until_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool awake_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace forecourt::program
