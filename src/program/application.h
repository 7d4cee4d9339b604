#pragma once
#include <db/turn.h>
#include <program/runner.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace forecourt::secrets {
class KeyRing;
}

namespace forecourt::program {

struct Place {
    std::string data_folder;     // keys, files, seal, and the SQLite file
    std::string postgresql_url;  // empty: SQLite in the data folder
    bool in_the_making = false;  // a new place: nothing waits for the disk until it is finished
};

/// What a program wants of the database's writers, and to hear of them.
struct WriterHooks {
    std::function<void()> failed = {};  // it can no longer be trusted to tell what was committed
    std::function<void(const std::function<void()>&)> answer_group = {};  // runs the answering of a group
    db::LogCopy* log_copy = nullptr;                                      // on SQLite: hears of every commit
    std::size_t longest_queue = db::usual_longest_queue;
};

/// The dealership's program without a network: database, keys, services and the runner. What `serve`, `init`,
/// `verify`, the stories and the demo all stand on.
class Application {
  public:
    /// Opens and, where needed, brings the schema up to date.
    explicit Application(const Place& place, WriterHooks hooks = {});
    ~Application();

    Runner& runner() { return *runner_; }
    db::Database& database() { return *database_; }
    const Place& place() const { return place_; }
    const secrets::KeyRing& keys() const { return *keys_; }
    /// Whose turn it is among the copies of the program.
    db::Turn& turn() { return *turn_; }

    /// How often the timed jobs were looked through.
    std::uint64_t job_looks() const { return job_looks_; }
    void note_job_look() { ++job_looks_; }

    /// Gives every store the standards the program ships with.
    void install_standards(Instant now);

  private:
    Place place_;
    std::unique_ptr<secrets::KeyRing> keys_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<db::Turn> turn_;
    std::unique_ptr<BlockIds> ids_;
    std::unique_ptr<Runner> runner_;
    std::atomic<std::uint64_t> job_looks_{0};
};

/// Runs the modules' timed jobs, each as a transaction per store, while it lives and it is this copy's turn.
class Scheduler {
  public:
    Scheduler(Application& application, std::function<Instant()> clock);
    ~Scheduler();

  private:
    void loop();
    Application& application_;
    std::function<Instant()> clock_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

/// Runs each timed job that is due between two instants once per store: what the scheduler does, for programs
/// that make their own time (stories, the demo).
void run_due_jobs(Application& application, Instant from, Instant to);

/// Every store of the database.
std::vector<Id<Store>> stores_of(Application& application);

Instant system_clock();

}  // namespace forecourt::program
