#pragma once
#include <action/module.h>
#include <db/database.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace forecourt::program {

/// Keys for records, out of blocks of the database. A new block is fetched long before the old one ends, in a
/// transaction of its own, so that a rolled back action never takes its keys' reservation with it.
class BlockIds final : public IdSource {
  public:
    explicit BlockIds(db::Database& database) : database_(database) {}
    /// Fetches the first block. Before this, next() must not be called.
    void start();
    std::int64_t next() override;

  private:
    void fetch();
    static constexpr std::int64_t block = 1'000'000;
    static constexpr std::int64_t low_water = 500'000;

    db::Database& database_;
    std::mutex mutex_;
    std::int64_t next_ = 0, end_ = 0;
    std::int64_t spare_ = 0;  // the first key of the block that follows, 0 when there is none yet
    bool fetching_ = false;
};

enum class Ending { done, malformed, refused, failed, unknown, unavailable };

/// What was asked for stands on a page of the database's file that is not as it was written.
inline constexpr Refusal page_is_damaged{"page_is_damaged", RefusalKind::unavailable};

/// What came of a call.
struct Answer {
    Ending ending{};
    std::string output;           // done: JSON
    reflect::FieldErrors errors;  // malformed
    MaybeRefused refused;         // refused
    std::string incident;         // failed: what the person can tell us, the request's id if it has one
};

struct Call {
    const ActionBase* action = nullptr;
    Actor actor;
    std::string input;
    std::string idempotency_key;  // empty: not protected against repetition
    Instant now;
    std::string request_id = {};  // names it in the log and, should it break, to the person
};

/// Runs actions: once-only, rights, the action itself, the norms, handlers of other modules, the log, and the
/// answer after the commit. Thread-safe.
class Runner {
  public:
    Runner(db::Database& database, const Modules& modules, IdSource& ids)
        : database_(database), modules_(modules), ids_(ids) {}

    /// Called after each commit with what happened, on the writer's thread.
    std::function<void(const std::vector<Event>&)> on_committed;
    /// Called with an incident's number and what is known of it.
    std::function<void(const std::string& incident, const std::string& what)> on_incident;

    /// `done` is called once, on another thread; when it says done, the work is on the disk.
    void run(Call call, std::function<void(Answer)> done);
    /// The same, waiting for it.
    Answer run_and_wait(Call call);

    /// Work of the program itself in a transaction with events: sign-in, timers, setting up.
    using Work = std::function<MaybeRefused(Tx&)>;
    void run_work(Actor actor, Instant now, Work work, std::function<void(Answer)> done);
    Answer run_work_and_wait(Actor actor, Instant now, Work work);

    const Modules& modules() const { return modules_; }
    db::Database& database() { return database_; }

  private:
    struct Attempt;
    bool attempt(Attempt& attempt, db::Connection& connection, const std::function<void(Tx&, Answer&)>& body);
    void submit(std::int64_t store, std::shared_ptr<Attempt> attempt, std::function<void(Tx&, Answer&)> body);
    MaybeRefused settle_events(Tx& tx);
    void run_body(const Call& call, Tx& tx, Answer& answer);

    db::Database& database_;
    const Modules& modules_;
    IdSource& ids_;
};

/// The actor behind timers and setting up.
Actor system_actor(Id<Store> store);
/// Somebody who has not signed in: may do what is open to everyone, in this store.
Actor visitor_of(Id<Store> store);

inline constexpr Refusal idempotency_key_reused{"idempotency_key_reused", RefusalKind::unprocessable};

}  // namespace forecourt::program
