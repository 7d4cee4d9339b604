#include <program/api.h>

#include <modules/customers/api.h>
#include <program/problem.h>
#include <program/session_json.h>
#include <secrets/password.h>
#include <services/access/second_factor.h>

namespace forecourt::program {
namespace {

constexpr Refusal too_many_tries{"too_many_tries", RefusalKind::unavailable};
constexpr Refusal busy_try_again{"busy_try_again", RefusalKind::unavailable};

// Compared against when the login is not known, so that the answer takes as long as for a known one.
const std::string& decoy_hash(const secrets::Key& pepper) {
    static const std::string hash = secrets::hash_password("nobody", pepper);
    return hash;
}

http::Header session_cookie(const std::string& token, bool secure, bool ends) {
    std::string value = "forecourt_session=" + token + "; Path=/; HttpOnly; SameSite=Strict";
    if (secure) value += "; Secure";
    if (ends) value += "; Max-Age=0";
    return {"Set-Cookie", value};
}

SessionFacts facts_of(db::Connection& db, const Actor& actor) {
    SessionFacts facts;
    const auto store = access::store_facts(db, actor.store_id);
    facts.store = {store.id.value, store.name};
    facts.demo = store.is_demo;
    facts.language = std::string(name_of(actor.language));
    for (const auto role : actor.roles) facts.roles.emplace_back(name_of(role));
    for (const auto right : actor.rights) facts.rights.emplace_back(right);
    if (actor.is_customer()) {
        facts.customer = NamedRecord{actor.customer_id, actor.name};
        facts.stores = {facts.store};
        return facts;
    }
    if (const auto user = access::find_user(db, actor.user_id)) {
        facts.user = {user->id.value, user->name, user->login};
        facts.must_change_password = user->password_given_at.has_value();
    }
    for (const auto& row : access::roles_of(db, actor.user_id)) {
        facts.stores.push_back({row.store_id.value, access::store_facts(db, row.store_id).name});
    }
    return facts;
}

}  // namespace

bool Api::too_many_sign_ins(const std::string& address, Instant now) {
    const std::lock_guard guard(mutex_);
    if (sign_ins_.size() > 10'000) sign_ins_.clear();
    auto& [began, tries] = sign_ins_[address];
    // Also where the clock was set back: the minute must not last until it is there again.
    if (now - began >= minutes(1) || now < began) {
        began = now;
        tries = 0;
    }
    return ++tries > 60;
}

http::Response Api::signed_in_response(const access::NewSession& session, const Actor& actor) {
    SessionAnswer answer{.csrf_token = session.csrf_token, .token = session.token, .session = {}};
    runner_.database().read([&](db::Connection& db) { answer.session = facts_of(db, actor); });
    auto response = json_response(reflect::to_json(answer));
    response.headers.push_back(session_cookie(session.token, settings_.secure_cookie, false));
    response.compressible = false;
    return response;
}

void Api::sign_in(http::Request&& request, http::Responder responder) {
    const Language language = language_of(request, nullptr);
    const Instant now = settings_.clock();
    SignInInput input;
    if (auto errors = reflect::from_json(input, request.body); !errors.empty()) {
        return responder(malformed_response(errors, language));
    }
    if (too_many_sign_ins(request.remote_address, now))
        return responder(refusal_response(too_many_tries, language, 429));
    // Hashing takes tens of milliseconds: not on the io thread.
    const bool taken = workers_.post([this, input, responder, language, now] {
        std::optional<access::UserRow> user;
        std::vector<access::StoreRoles> stores;
        bool asks_code = false;
        runner_.database().read([&](db::Connection& db) {
            user = access::find_user_by_login(db, input.login);
            if (!user) return;
            stores = access::roles_of(db, user->id);
            asks_code = access::has_second_factor(db, user->id);
        });
        const bool known = user && !user->disabled_at && !stores.empty();
        const std::string& stored = known ? user->password_hash : decoy_hash(settings_.password_pepper);
        const bool right = secrets::password_matches(stored, input.password, settings_.password_pepper);
        if (!known) return responder(refusal_response(access::sign_in_wrong, language));
        if (now < user->locked_until) return responder(refusal_response(access::sign_in_locked, language));
        const std::string code = input.code.value_or("");
        if (right && asks_code && code.empty())
            return responder(refusal_response(access::second_factor_needed, language));
        Actor actor;
        actor.user_id = user->id;
        actor.store_id = stores.front().store_id;
        actor.name = user->name;
        actor.roles = stores.front().roles;
        actor.rights = runner_.modules().rights_of(actor.roles);
        actor.language = user->language;
        auto session = std::make_shared<access::NewSession>();
        runner_.run_work(
            actor, now,
            [user = *user, right, code, session](Tx& tx) -> MaybeRefused {
                *session = {};
                // Once more here: of two at the same time only one takes the code.
                const bool enters = right && (!access::has_second_factor(tx.db(), user.id) ||
                                              access::take_code(tx, user.id, code));
                if (!enters) {
                    access::record_failure(tx, user);
                    tx.emit("access.sign_in_failed", {{"user", user.id}});
                    return std::nullopt;
                }
                access::forget_failures(tx, user);
                *session = access::begin_session(tx, tx.store_id(), user.id, 0);
                tx.emit("access.signed_in", {{"user", user.id}});
                return std::nullopt;
            },
            [this, right, session, actor, responder, language](const Answer& answer) {
                if (answer.ending != Ending::done) return responder(to_response(answer, language));
                if (!right) return responder(refusal_response(access::sign_in_wrong, language));
                if (session->token.empty())
                    return responder(refusal_response(access::second_factor_wrong, language));
                responder(signed_in_response(*session, actor));
            });
    });
    if (!taken) responder(refusal_response(busy_try_again, language));
}

void Api::link_sign_in(http::Request&& request, http::Responder responder) {
    const Language language = language_of(request, nullptr);
    const Instant now = settings_.clock();
    LinkInput input;
    if (auto errors = reflect::from_json(input, request.body); !errors.empty()) {
        return responder(malformed_response(errors, language));
    }
    if (too_many_sign_ins(request.remote_address, now))
        return responder(refusal_response(too_many_tries, language, 429));
    auto link = std::make_shared<std::optional<access::LinkRow>>();
    std::string name;
    runner_.database().read([&](db::Connection& db) {
        *link = access::find_link(db, input.token);
        if (*link) name = customers::customer_name(db, (*link)->store_id, {(*link)->customer_id});
    });
    if (!*link || now >= (*link)->ends_at)
        return responder(refusal_response(access::link_not_valid, language));
    Actor actor;
    actor.store_id = (*link)->store_id;
    actor.customer_id = (*link)->customer_id;
    actor.name = name;
    actor.roles = {Role::customer};
    actor.rights = runner_.modules().rights_of(actor.roles);
    actor.language = language;
    auto session = std::make_shared<access::NewSession>();
    runner_.run_work(
        actor, now,
        [session](Tx& tx) -> MaybeRefused {
            *session = access::begin_session(tx, tx.store_id(), std::nullopt, tx.actor().customer_id);
            return std::nullopt;
        },
        [this, link, session, actor, responder, language](const Answer& answer) {
            if (answer.ending != Ending::done) return responder(to_response(answer, language));
            LinkAnswer body{.csrf_token = session->csrf_token,
                            .session = {},
                            .purpose = (*link)->purpose,
                            .object_type = (*link)->object_type,
                            .object_id = (*link)->object_id};
            runner_.database().read([&](db::Connection& db) { body.session = facts_of(db, actor); });
            auto response = json_response(reflect::to_json(body));
            response.headers.push_back(session_cookie(session->token, settings_.secure_cookie, false));
            response.compressible = false;
            responder(std::move(response));
        });
}

void Api::sign_out(const SignedInPtr& who, http::Responder responder) {
    runner_.run_work(
        who->actor, settings_.clock(),
        [who](Tx& tx) -> MaybeRefused {
            access::end_session(tx.db(), who->token_hash, tx.now());
            if (who->actor.user_id) tx.emit("access.signed_out", {{"user", who->actor.user_id}});
            return std::nullopt;
        },
        [this, who, responder](const Answer& answer) {
            sessions_.forget(who->token_hash);
            live_.end_streams_of(owner_of_streams(who->actor));
            auto response = to_response(answer, who->actor.language);
            if (answer.ending == Ending::done) response = json_response("{}");
            response.headers.push_back(session_cookie("", settings_.secure_cookie, true));
            // Photos were kept for a year. Not "storage": work that waits for the network lies there.
            response.headers.push_back({"Clear-Site-Data", "\"cache\""});
            responder(std::move(response));
        });
}

http::Response Api::session(const SignedInPtr& who) {
    if (!who) return refusal_response(not_signed_in, Language::zh);
    SessionAnswer answer{.csrf_token = who->csrf_token, .token = {}, .session = {}};
    runner_.database().read([&](db::Connection& db) { answer.session = facts_of(db, who->actor); });
    auto response = json_response(reflect::to_json(answer));
    response.compressible = false;
    return response;
}

// The demo's people stand on its sign-in page; a real store tells nothing but its name.
http::Response Api::sign_in_options() {
    SignInOptions options;
    runner_.database().read([&](db::Connection& db) {
        const auto stores = access::every_store(db);
        if (stores.empty()) return;
        options.store_name = stores.front().name;
        options.demo = stores.front().is_demo;
        if (!options.demo) return;
        for (const auto& person : access::people_of_store(db, stores.front().id)) {
            if (person.roles.empty()) continue;
            options.people.push_back({.login = person.login,
                                      .name = person.name,
                                      .role = std::string(name_of(person.roles.front()))});
        }
    });
    return json_response(reflect::to_json(options));
}

// Written at most once a minute, and without waiting for it.
void Api::touch(const SignedInPtr& who) {
    const Instant now = settings_.clock();
    if (now - who->last_seen_at < minutes(1)) return;
    {
        const std::lock_guard guard(mutex_);
        if (touched_.size() > 20'000) touched_.clear();
        auto& last = touched_[who->token_hash];
        if (now >= last && now - last < minutes(1)) return;
        last = now;
    }
    runner_.run_work(
        system_actor(who->actor.store_id), now,
        [who](Tx& tx) -> MaybeRefused {
            access::touch_session(tx.db(), who->token_hash, tx.now());
            return std::nullopt;
        },
        [](const Answer&) {});
}

}  // namespace forecourt::program
