#include <program/runner.h>

#include <db/send.h>
#include <program/current_call.h>
#include <secrets/digest.h>
#include <services/log/api.h>
#include <services/standards/api.h>

#include <future>

namespace forecourt::program {
namespace {

log::IdempotencyKey key_of(const Call& call) {
    const bool customer = call.actor.is_customer();
    return {.caller = (customer ? "customer " : "user ") +
                      std::to_string(customer ? call.actor.customer_id : call.actor.user_id.value),
            .key = call.idempotency_key};
}

}  // namespace

Actor system_actor(Id<Store> store) {
    Actor actor;
    actor.store_id = store;
    actor.roles = {Role::system};
    return actor;
}

Actor visitor_of(Id<Store> store) {
    Actor actor;
    actor.store_id = store;
    actor.name = "访客";
    return actor;
}

void BlockIds::start() {
    const auto connection = database_.connect();
    connection->begin();
    next_ = log::reserve_ids(*connection, block);
    end_ = next_ + block;
    connection->commit();
}

std::int64_t BlockIds::next() {
    const std::lock_guard guard(mutex_);
    if (next_ == end_ && spare_ != 0) {
        next_ = spare_;
        end_ = spare_ + block;
        spare_ = 0;
    }
    ensure(next_ < end_);
    if (end_ - next_ < low_water && spare_ == 0 && !fetching_) fetch();
    return next_++;
}

void BlockIds::fetch() {
    fetching_ = true;
    auto first = std::make_shared<std::int64_t>(0);
    const bool taken = database_.submit({.store = 0,
                                         .run =
                                             [first](db::Connection& connection) {
                                                 *first = log::reserve_ids(connection, block);
                                                 return true;
                                             },
                                         .done =
                                             [this, first](db::Outcome outcome) {
                                                 const std::lock_guard guard(mutex_);
                                                 if (outcome == db::Outcome::committed) spare_ = *first;
                                                 fetching_ = false;
                                             }});
    if (!taken) fetching_ = false;
}

struct Runner::Attempt {
    Actor actor;
    Instant now;
    std::function<void(Answer)> done;
    Answer answer;
    std::vector<Event> events;
    std::string_view name = {};  // of the action; empty for the program's own work
    std::string request_id = {};
};

// Handlers may emit further events; they are settled in turn.
MaybeRefused Runner::settle_events(Tx& tx) {
    for (std::size_t i = 0; i < tx.events().size(); ++i) {
        const Event event = tx.events()[i];
        if (!modules_.knows_event(event.name)) {
            throw BrokenInvariant("event " + std::string(event.name) + " is not declared");
        }
        if (auto no = standards::reach_milestones(tx, event)) return no;
        for (const auto* handler : modules_.handlers_of(event.name)) {
            if (auto no = handler->run(tx, event)) return no;
        }
        ensure(tx.events().size() < 10'000);
    }
    if (!tx.events().empty()) log::append(tx, tx.events());
    return std::nullopt;
}

// Returns whether the changes are to be kept.
bool Runner::attempt(Attempt& attempt, db::Connection& connection,
                     const std::function<void(Tx&, Answer&)>& body) {
    const CallScope scope({.name = attempt.name, .request_id = attempt.request_id});
    attempt.answer = {};
    attempt.events.clear();
    Answer& answer = attempt.answer;
    try {
        Tx tx(connection, attempt.actor, attempt.now, ids_);
        body(tx, answer);
        if (answer.ending != Ending::done) return false;
        db::settle(connection);
        attempt.events = std::move(tx.events());
        return true;
    } catch (const db::StaleRow&) {
        answer.ending = Ending::refused;
        answer.refused = Refused(changed_by_someone_else);
    } catch (const db::Error& error) {
        // These end the whole group's transaction.
        for (const auto failure : {db::Failure::conflict, db::Failure::unavailable, db::Failure::damaged}) {
            if (error.failure == failure) throw;
        }
        answer.ending = Ending::failed;
        answer.output = error.what();
    } catch (const std::exception& error) {
        answer.ending = Ending::failed;
        answer.output = error.what();
    }
    if (answer.ending == Ending::failed) {
        answer.incident = attempt.request_id.empty() ? new_request_id() : attempt.request_id;
        if (on_incident) on_incident(answer.incident, answer.output);
        answer.output.clear();
    }
    return false;
}

void Runner::submit(std::int64_t store, std::shared_ptr<Attempt> state,
                    std::function<void(Tx&, Answer&)> body) {
    const bool taken = database_.submit({.store = store,
                                         .run = [this, state, body = std::move(body)](
                                                    db::Connection& db) { return attempt(*state, db, body); },
                                         .done =
                                             [this, state](db::Outcome outcome) {
                                                 switch (outcome) {
                                                     case db::Outcome::committed:
                                                         if (on_committed && !state->events.empty())
                                                             on_committed(state->events);
                                                         break;
                                                     case db::Outcome::rolled_back:
                                                         break;
                                                     case db::Outcome::unknown:
                                                         state->answer.ending = Ending::unknown;
                                                         break;
                                                     case db::Outcome::unavailable:
                                                         state->answer.ending = Ending::unavailable;
                                                         break;
                                                     case db::Outcome::damaged:
                                                         state->answer.ending = Ending::refused;
                                                         state->answer.refused = Refused(page_is_damaged);
                                                         break;
                                                 }
                                                 state->done(std::move(state->answer));
                                             }});
    if (!taken) state->done({.ending = Ending::unavailable});
}

void Runner::run_body(const Call& call, Tx& tx, Answer& answer) {
    const auto refuse = [&](const Refused& refused) {
        answer.ending = Ending::refused;
        answer.refused = refused;
    };
    std::string fingerprint;
    if (!call.idempotency_key.empty()) {
        fingerprint = secrets::sha256_hex(call.input);
        if (const auto kept = log::find_answer(tx.db(), tx.store_id(), key_of(call))) {
            if (kept->action != call.action->name || kept->fingerprint != fingerprint) {
                return refuse(idempotency_key_reused);
            }
            db::confirm(tx.db());
            answer.output = kept->answer;
            answer.ending = Ending::done;
            return;
        }
    }
    if (!call.actor.may(call.action->needs)) return refuse(not_allowed);
    auto result = call.action->run_json(tx, call.input);
    if (!result.errors.empty()) {
        answer.ending = Ending::malformed;
        answer.errors = std::move(result.errors);
        return;
    }
    if (result.refused) return refuse(*result.refused);
    if (auto no = settle_events(tx)) return refuse(*no);
    if (!call.idempotency_key.empty()) {
        log::keep_answer(
            tx, key_of(call),
            {.action = std::string(call.action->name), .fingerprint = fingerprint, .answer = result.output});
    }
    answer.output = std::move(result.output);
    answer.ending = Ending::done;
}

void Runner::run(Call call, std::function<void(Answer)> done) {
    auto state = std::make_shared<Attempt>();
    state->actor = call.actor;
    state->now = call.now;
    state->name = call.action->name;
    state->request_id = call.request_id;
    state->done = std::move(done);
    const auto store = call.actor.store_id.value;
    submit(store, state,
           [this, call = std::move(call)](Tx& tx, Answer& answer) { run_body(call, tx, answer); });
}

void Runner::run_work(Actor actor, Instant now, Work work, std::function<void(Answer)> done) {
    auto state = std::make_shared<Attempt>();
    const auto store = actor.store_id.value;
    state->actor = std::move(actor);
    state->now = now;
    state->done = std::move(done);
    submit(store, state, [this, work = std::move(work)](Tx& tx, Answer& answer) {
        auto refused = work(tx);
        if (!refused) refused = settle_events(tx);
        answer.ending = refused ? Ending::refused : Ending::done;
        answer.refused = std::move(refused);
    });
}

Answer Runner::run_and_wait(Call call) {
    std::promise<Answer> promise;
    run(std::move(call), [&](Answer answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
}

Answer Runner::run_work_and_wait(Actor actor, Instant now, Work work) {
    std::promise<Answer> promise;
    run_work(std::move(actor), now, std::move(work),
             [&](Answer answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
}

}  // namespace forecourt::program
