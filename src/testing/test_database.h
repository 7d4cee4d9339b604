#pragma once
#include <action/module.h>
#include <db/connection.h>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// What unit tests stand on; linked to test programs only.
namespace forecourt::testing {

/// SQLite in memory, and PostgreSQL when FORECOURT_TEST_PG holds the address of one.
std::vector<db::Engine> engines();

/// Keys 1001, 1002, ...
class SequentialIds final : public IdSource {
  public:
    std::int64_t next() override { return ++last_; }

  private:
    std::int64_t last_ = 1000;
};

/// An empty database with the tables of every module. Everything happens in one transaction that is rolled
/// back at the end, so one migrated schema serves all tests of a process. The clock stands still until it is
/// moved:
///
///     TestDatabase test(engine);
///     test.act_as(Id<User>{7}, {Role::sales});
///     const auto quote = test.action(deals::start_quote, {.customer_id = {5}});
///     ASSERT_TRUE(quote);
///     test.now = test.now + hours(1);
class TestDatabase {
  public:
    explicit TestDatabase(db::Engine engine);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    db::Connection& db() { return connection_; }
    Id<Store> store() const { return actor.store_id; }
    Context context() { return Context(connection_, actor, now); }

    /// From here on this person acts, with the rights that the modules grant to the roles.
    void act_as(Id<User> user, std::vector<Role> roles, Id<Store> store = {1});
    /// From here on this customer acts, by a personal link.
    void act_as_customer(std::int64_t customer_id, Id<Store> store = {1});

    /// Runs `work(Tx&)` and then the modules' handlers of what it emitted, as the program does. What was
    /// emitted stands in `events` afterwards. A refusal (of a Result, or of a handler) or an exception undoes
    /// the changes.
    template <class Work>
    auto run(Work work) {
        using Answer = decltype(work(std::declval<Tx&>()));
        Savepoint savepoint(*this);
        Tx tx(connection_, actor, now, ids);
        if constexpr (std::is_void_v<Answer>) {
            work(tx);
            const auto refused = handle(tx);
            ensure(!refused);
            savepoint.keep(tx);
        } else if constexpr (std::is_same_v<Answer, MaybeRefused>) {
            MaybeRefused answer = work(tx);
            if (!answer) answer = handle(tx);
            if (!answer) savepoint.keep(tx);
            return answer;
        } else if constexpr (requires(Answer answer) { answer.refused(); }) {
            Answer answer = work(tx);
            if (answer) {
                if (auto refused = handle(tx)) return Answer(*refused);
                savepoint.keep(tx);
            }
            return answer;
        } else {
            Answer answer = work(tx);
            const auto refused = handle(tx);
            ensure(!refused);
            savepoint.keep(tx);
            return answer;
        }
    }

    /// Runs an action; its right is checked as the program checks it.
    template <class In, class Out>
    Result<Out> action(const Action<In, Out>& action, const std::type_identity_t<In>& in) {
        if (!actor.may(action.needs)) return not_allowed;
        return run([&](Tx& tx) { return action.run(tx, in); });
    }
    template <class In, class Out>
    Result<Out> view(const View<In, Out>& view, const std::type_identity_t<In>& in) {
        if (!actor.may(view.needs)) return not_allowed;
        auto context = this->context();
        return view.run(context, in);
    }

    /// The last event of this name; null when there was none since the beginning.
    const Event* last_event(std::string_view name) const;

    Instant now{};  // 2026-11-22 10:00 in the store
    Actor actor;    // the general manager (user 7) of store 1 until told otherwise
    SequentialIds ids;
    std::vector<Event> events;  // all since the beginning

  private:
    class Savepoint {
      public:
        explicit Savepoint(TestDatabase& test);
        ~Savepoint();
        void keep(Tx& tx);

      private:
        TestDatabase& test_;
        bool kept_ = false;
    };
    MaybeRefused handle(Tx& tx);

    db::Connection& connection_;
};

}  // namespace forecourt::testing
