#include <db/postgresql.h>
#include <db/send.h>
#include <db/sqlite.h>
#include <db/writer.h>

#include <algorithm>
#include <chrono>

namespace forecourt::db {
namespace {

// A group is not tried again when its callers have waited this long: they are told to come again.
constexpr std::chrono::seconds longest_retry{5};

constexpr Sql savepoint{"db.savepoint", "savepoint job"};
constexpr Sql release{"db.release", "release savepoint job"};
constexpr Sql rollback_to{"db.rollback_to", "rollback to savepoint job"};

// Not prepared on PostgreSQL: after an error only the plain form is accepted.
void roll_back(Connection& connection) {
    if (connection.engine() == Engine::sqlite) {
        connection.execute(rollback_to);
    } else {
        connection.script(rollback_to.text);
    }
}

void lock_all_stores(Connection& connection, const std::deque<Job>& group) {
    if (connection.engine() != Engine::postgresql) return;
    std::vector<std::int64_t> stores;
    for (const auto& job : group) stores.push_back(job.store);
    std::sort(stores.begin(), stores.end());
    stores.erase(std::unique(stores.begin(), stores.end()), stores.end());
    lock_stores(connection, stores);
}

}  // namespace

Writer::Writer(Open open, std::function<void()> failed, AnswerGroup answer_group, std::size_t longest_queue)
    : open_(std::move(open)),
      failed_(std::move(failed)),
      answer_group_(std::move(answer_group)),
      longest_queue_(longest_queue),
      connection_(open_()),
      thread_([this] { loop(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    // No checkpoint here: SQLite makes one when the last connection closes, and before that another program
    // may be at work, whose writer alone moves the log.
    thread_.join();
}

bool Writer::submit(Job job) {
    {
        const std::lock_guard guard(mutex_);
        if (stopping_ || broken_) return false;
        if (waiting_.size() >= longest_queue_) {
            ++stats_.turned_away;
            return false;
        }
        waiting_.push_back(std::move(job));
        if (waiting_.size() > 1) return true;  // the writer has been woken already
    }
    wake_.notify_one();
    return true;
}

WriterStats Writer::stats() const {
    const std::lock_guard guard(mutex_);
    auto stats = stats_;
    stats.waiting = waiting_.size();
    return stats;
}

void Writer::loop() {
    for (;;) {
        std::deque<Job> group;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            if (waiting_.size() <= largest_group) {
                group.swap(waiting_);
            } else {
                std::move(waiting_.begin(), waiting_.begin() + largest_group, std::back_inserter(group));
                waiting_.erase(waiting_.begin(), waiting_.begin() + largest_group);
            }
            stats_.jobs += group.size();
            ++stats_.groups;
        }
        run_group(group);
        if (connection_ && connection_->engine() == Engine::sqlite && !broken_ &&
            ++groups_since_checkpoint_ >= 200) {
            groups_since_checkpoint_ = 0;
            checkpoint_sqlite(*connection_);
        }
    }
}

void Writer::run_group(std::deque<Job>& group) {
    std::vector<Outcome> outcomes;
    auto in_the_end = Outcome::unavailable;
    const auto retried_until = std::chrono::steady_clock::now() + longest_retry;
    for (int attempt = 0; attempt < 5; ++attempt) {
        outcomes.assign(group.size(), Outcome::unavailable);
        try {
            if (!connection_) connection_ = open_();
            if (try_group(group, outcomes)) return answer(group, outcomes);
        } catch (const Error& error) {
            if (connection_) connection_->rollback();
            if (error.failure == Failure::damaged) in_the_end = Outcome::damaged;
            if (error.failure == Failure::unavailable) {
                // Nothing was committed. A lost link may come back; a full disk says no to this group.
                if (connection_ && connection_->engine() == Engine::postgresql) {
                    connection_.reset();
                } else {
                    break;
                }
            } else if (error.failure != Failure::conflict) {
                break;
            }
            if (std::chrono::steady_clock::now() > retried_until) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
        } catch (const std::exception&) {
            if (connection_) connection_->rollback();
            break;
        }
    }
    if (in_the_end == Outcome::damaged && group.size() > 1) return run_each(group);
    outcomes.assign(group.size(), in_the_end);
    answer(group, outcomes);
}

// One of them meets a damaged page, and the others need not wait for a backup.
void Writer::run_each(std::deque<Job>& group) {
    for (auto& job : group) {
        std::deque<Job> alone;
        alone.push_back(std::move(job));
        run_group(alone);
    }
}

void Writer::begin(const std::deque<Job>& group) {
    connection_->begin();
    lock_all_stores(*connection_, group);
}

// False when a job has changed rows and then said no: what is to be kept cannot be told from what is not.
bool Writer::run_plain(std::deque<Job>& group, std::vector<Outcome>& outcomes) {
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto before = connection_->touches();
        const bool keep = group[i].run(*connection_);
        if (!keep && connection_->touches() != before) return false;
        outcomes[i] = keep ? Outcome::committed : Outcome::rolled_back;
    }
    return true;
}

void Writer::run_guarded(std::deque<Job>& group, std::vector<Outcome>& outcomes) {
    Connection& connection = *connection_;
    for (std::size_t i = 0; i < group.size(); ++i) {
        send(connection, savepoint);
        const bool keep = group[i].run(connection);
        if (!keep) roll_back(connection);
        send(connection, release);
        outcomes[i] = keep ? Outcome::committed : Outcome::rolled_back;
    }
}

// Runs and commits the group. Throws when nothing was committed; a failing COMMIT makes every outcome
// unknown. A savepoint costs SQLite a copy of each page that is changed, and PostgreSQL two statements and a
// number; nearly all who say no do it before they change anything.
bool Writer::try_group(std::deque<Job>& group, std::vector<Outcome>& outcomes) {
    Connection& connection = *connection_;
    begin(group);
    if (!run_plain(group, outcomes)) {
        connection.rollback();
        begin(group);
        run_guarded(group, outcomes);
    }
    settle(connection);
    const auto began = std::chrono::steady_clock::now();
    try {
        connection.commit();
        figures_.group_size.note(static_cast<std::int64_t>(group.size()));
        figures_.commit_us.note(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began)
                .count());
    } catch (const Error& error) {
        if (error.failure == Failure::conflict) throw;
        for (auto& outcome : outcomes) {
            if (outcome == Outcome::committed) outcome = Outcome::unknown;
        }
        if (connection.engine() == Engine::sqlite) {
            {
                const std::lock_guard guard(mutex_);
                broken_ = true;
            }
            answer(group, outcomes);
            group.clear();
            outcomes.clear();
            if (failed_) failed_();
        } else {
            connection_.reset();
        }
    }
    return true;
}

void Writer::answer(std::deque<Job>& group, const std::vector<Outcome>& outcomes) {
    const auto all = [&] {
        for (std::size_t i = 0; i < group.size(); ++i) group[i].done(outcomes[i]);
    };
    if (answer_group_) {
        answer_group_(all);
    } else {
        all();
    }
}

}  // namespace forecourt::db
