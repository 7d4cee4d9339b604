#include <demo/inner_desk.h>

#include <modules/customers/api.h>
#include <program/papers.h>
#include <services/files/api.h>

#include <stdexcept>

namespace forecourt::demo {

Actor InnerDesk::actor_of(std::string_view login) const {
    for (const auto* store : stores_) {
        for (const auto& person : store->people) {
            if (person.login != login) continue;
            Actor actor;
            actor.user_id = person.user_id;
            actor.store_id = store->store_id;
            actor.name = person.name;
            actor.roles = person.roles;
            actor.rights = application_.runner().modules().rights_of(person.roles);
            return actor;
        }
    }
    throw std::runtime_error("nobody is called " + std::string(login));
}

Desk::Outcome InnerDesk::act(std::string_view login, std::string_view action, const std::string& input,
                             Instant now) {
    return act_as(actor_of(login), action, input, now);
}

Desk::Outcome InnerDesk::act_as_customer(std::int64_t customer, std::string_view action,
                                         const std::string& input, Instant now) {
    Actor actor;
    actor.store_id = stores_.front()->store_id;
    // Who comes by the open page has no name yet.
    application_.database().read([&](db::Connection& db) {
        const auto known = customers::find_customer(db, actor.store_id, {customer});
        if (known) actor.name = known->name;
    });
    actor.roles = {Role::customer};
    actor.rights = application_.runner().modules().rights_of(actor.roles);
    actor.customer_id = customer;
    return act_as(actor, action, input, now);
}

Desk::Outcome InnerDesk::act_as(const Actor& actor, std::string_view action, const std::string& input,
                                Instant now) {
    const auto* found = application_.runner().modules().find_action(action);
    if (found == nullptr) throw std::runtime_error("no action " + std::string(action));
    auto answer = application_.runner().run_and_wait(
        {.action = found, .actor = actor, .input = input, .idempotency_key = {}, .now = now});
    if (answer.ending == program::Ending::done) return {.done = true, .output = std::move(answer.output)};
    if (answer.refused) return {.told = std::string(answer.refused->name())};
    std::string told = answer.incident.empty() ? "not done" : "incident " + answer.incident;
    for (const auto& error : answer.errors) told += " " + error.path + " " + error.code;
    throw std::runtime_error(actor.name + " " + std::string(action) + " " + input + ": " + told);
}

std::string InnerDesk::see(std::string_view login, std::string_view view, const Parameters& parameters,
                           Instant now) {
    const auto* found = application_.runner().modules().find_view(view);
    if (found == nullptr) throw std::runtime_error("no view " + std::string(view));
    const Actor actor = actor_of(login);
    std::string output;
    application_.database().read([&](db::Connection& db) {
        Context context(db, actor, now);
        output = found->run_query(context, parameters).output;
    });
    return output;
}

std::string InnerDesk::upload(std::string_view login, const std::string& png, Instant now) {
    std::string hash;
    const auto answer =
        application_.runner().run_work_and_wait(actor_of(login), now, [&](Tx& tx) -> MaybeRefused {
            const auto stored = files::store_upload(tx, "image/png", png);
            if (!stored) return stored.refused();
            hash = stored->text;
            return std::nullopt;
        });
    if (answer.ending != program::Ending::done) throw std::runtime_error("an upload was not taken");
    return hash;
}

Instant InnerDesk::wait_until(Instant when) {
    if (jobs_ran_ == Instant{}) jobs_ran_ = when;
    if (when - jobs_ran_ > minutes(30)) run_jobs(when);
    return when;
}

void InnerDesk::run_jobs(Instant until) {
    program::run_due_jobs(application_, jobs_ran_, until);
    program::draw_papers(application_, until);
    jobs_ran_ = until;
}

}  // namespace forecourt::demo
