#pragma once
#include <core/histogram.h>
#include <db/connection.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace forecourt::db {

enum class Outcome {
    committed,    // on the disk
    rolled_back,  // the job said no; nothing of it is there
    unknown,      // the COMMIT failed: what became of it shows after a restart, by its idempotency key
    unavailable,  // it was not run at all
    damaged,      // it met a damaged page; nothing of it is there
};

/// A piece of work for the one writer. `run` may be called again after a conflict, so it must start afresh
/// each time; false rolls its changes back. `done` is called exactly once, after the whole group is durable.
struct Job {
    std::int64_t store{};
    std::function<bool(Connection&)> run;
    std::function<void(Outcome)> done;
};

struct WriterStats {
    std::uint64_t jobs{};
    std::uint64_t groups{};
    std::size_t waiting{};
    std::uint64_t turned_away{};  // because too many were waiting
};

/// How large groups were, and how long their COMMIT took: on SQLite that is the disk.
struct WriterFigures {
    Histogram<9> group_size{{1, 2, 4, 8, 16, 32, 64, 128, 256}};
    TimeHistogram commit_us{time_bounds_us};
};

/// How many jobs may wait for a writer. A slow disk must not make a queue that nobody outlives: who comes
/// then is told at once to come again.
inline constexpr std::size_t usual_longest_queue = 4096;

/// One thread and one connection that write. It takes all jobs that wait, runs one after the other, commits
/// once and then answers them all: while the disk syncs one group, the next gathers. Who changes rows and
/// says no after that takes nobody with him: the group is run once more, each job in a savepoint of its own.
class Writer {
  public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    /// `failed` is called once when a COMMIT has failed on SQLite: the program must stop and recover.
    /// `answer_group`, if given, runs the answering of each group.
    using AnswerGroup = std::function<void(const std::function<void()>&)>;
    Writer(Open open, std::function<void()> failed, AnswerGroup answer_group = {},
           std::size_t longest_queue = usual_longest_queue);
    ~Writer();

    /// False when the queue is full or the writer has stopped; `done` is not called then.
    bool submit(Job job);
    WriterStats stats() const;
    const WriterFigures& figures() const { return figures_; }

  private:
    void loop();
    void run_group(std::deque<Job>& group);
    void run_each(std::deque<Job>& group);
    bool try_group(std::deque<Job>& group, std::vector<Outcome>& outcomes);
    void begin(const std::deque<Job>& group);
    bool run_plain(std::deque<Job>& group, std::vector<Outcome>& outcomes);
    void run_guarded(std::deque<Job>& group, std::vector<Outcome>& outcomes);
    void answer(std::deque<Job>& group, const std::vector<Outcome>& outcomes);

    static constexpr std::size_t largest_group = 256;

    Open open_;
    std::function<void()> failed_;
    AnswerGroup answer_group_;
    std::size_t longest_queue_;
    std::unique_ptr<Connection> connection_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> waiting_;
    WriterStats stats_;
    WriterFigures figures_;
    bool stopping_ = false;
    bool broken_ = false;
    int groups_since_checkpoint_ = 0;
    std::thread thread_;
};

}  // namespace forecourt::db
