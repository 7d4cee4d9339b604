#include <program/api.h>
#include <program/problem.h>
#include <program/session_json.h>
#include <secrets/password.h>
#include <services/access/account_rules.h>
#include <services/access/recovery_codes.h>
#include <services/access/second_factor.h>
#include <services/access/staff.h>

// What a person does to the own sign-in. Not actions: they need the session that asks, and hashing is too
// slow for the writer.

namespace forecourt::program {
namespace {

constexpr Refusal busy_try_again{"busy_try_again", RefusalKind::unavailable};
constexpr Refusal not_allowed{"not_allowed", RefusalKind::forbidden};

struct ChangeEvent {
    std::string login;
};
FORECOURT_STRUCT(ChangeEvent, login)

}  // namespace

// A wrong guess counts like one at the sign-in: a session left open is no place to try passwords. On a
// worker.
MaybeRefused Api::prove_password(const access::UserRow& user, const Actor& actor, const std::string& typed) {
    const Instant now = settings_.clock();
    if (now < user.locked_until) return access::password_rests;
    if (secrets::password_matches(user.password_hash, typed, settings_.password_pepper)) return std::nullopt;
    runner_.run_work_and_wait(actor, now, [&user](Tx& tx) -> MaybeRefused {
        access::record_failure(tx, user);
        tx.emit("access.sign_in_failed", {{"user", user.id}});
        return std::nullopt;
    });
    return access::current_password_wrong;
}

access::UserRow Api::user_of(const Actor& actor) {
    std::optional<access::UserRow> user;
    runner_.database().read([&](db::Connection& db) { user = access::find_user(db, actor.user_id); });
    ensure(user.has_value());
    return *user;
}

void Api::change_password(http::Request&& request, const SignedInPtr& who, http::Responder responder) {
    const Language language = language_of(request, who);
    if (who->actor.is_customer()) return responder(refusal_response(not_allowed, language));
    ChangePasswordInput input;
    if (auto errors = reflect::from_json(input, request.body); !errors.empty())
        return responder(malformed_response(errors, language));
    const bool taken = workers_.post([this, input, who, responder, language] {
        const auto user = user_of(who->actor);
        MaybeRefused no = access::may_be_password(input.new_password, user.login);
        if (!no) no = prove_password(user, who->actor, input.current_password);
        if (!no && input.new_password == input.current_password) no = access::password_is_the_same;
        if (no) return responder(refusal_response(*no, language));
        const auto hash = secrets::hash_password(input.new_password, settings_.password_pepper);
        const auto answer = runner_.run_work_and_wait(
            who->actor, settings_.clock(), [&user, &hash, &who](Tx& tx) -> MaybeRefused {
                access::write_own_password(tx, user.id, hash, who->token_hash);
                access::forget_failures(tx, user);
                tx.emit("access.password_changed", {{"user", user.id}}, ChangeEvent{user.login});
                return std::nullopt;
            });
        // What this session was believed to be: one that must change its password.
        sessions_.forget(who->token_hash);
        responder(answer.ending == Ending::done ? json_response("{}") : to_response(answer, language));
    });
    if (!taken) responder(refusal_response(busy_try_again, language));
}

// The first ones belong to setting the authenticator up, by a code that was right a moment ago. To make them
// anew the session alone is not enough.
void Api::make_recovery_codes(http::Request&& request, const SignedInPtr& who, http::Responder responder) {
    const Language language = language_of(request, who);
    if (who->actor.is_customer()) return responder(refusal_response(not_allowed, language));
    RecoveryCodesInput input;
    if (auto errors = reflect::from_json(input, request.body); !errors.empty())
        return responder(malformed_response(errors, language));
    const bool taken = workers_.post([this, input, who, responder, language] {
        const auto user = user_of(who->actor);
        access::RecoveryCodeCount count;
        runner_.database().read(
            [&](db::Connection& db) { count = access::count_recovery_codes(db, user.id); });
        if (count.made > 0) {
            if (const auto no = prove_password(user, who->actor, input.current_password.value_or("")))
                return responder(refusal_response(*no, language));
        }
        RecoveryCodesAnswer made;
        const auto answer = runner_.run_work_and_wait(
            who->actor, settings_.clock(), [&user, &count, &made](Tx& tx) -> MaybeRefused {
                if (!access::has_second_factor(tx.db(), user.id))
                    return access::recovery_codes_need_second_factor;
                // Somebody with the same session was quicker: theirs stand, and the password is asked for.
                if (count.made == 0 && access::count_recovery_codes(tx.db(), user.id).made > 0)
                    return access::current_password_wrong;
                made.codes = access::make_recovery_codes(tx, user.id);
                if (count.made > 0) access::forget_failures(tx, user);
                tx.emit("access.recovery_codes_made", {{"user", user.id}}, ChangeEvent{user.login});
                return std::nullopt;
            });
        if (answer.ending != Ending::done) return responder(to_response(answer, language));
        auto response = json_response(reflect::to_json(made));
        response.compressible = false;
        responder(std::move(response));
    });
    if (!taken) responder(refusal_response(busy_try_again, language));
}

void Api::end_other_sessions(const SignedInPtr& who, http::Responder responder) {
    if (who->actor.is_customer()) return responder(refusal_response(not_allowed, who->actor.language));
    runner_.run_work(
        who->actor, settings_.clock(),
        [who](Tx& tx) -> MaybeRefused {
            access::end_sessions_but(tx, who->actor.user_id, who->token_hash);
            tx.emit("access.other_sessions_ended", {{"user", who->actor.user_id}});
            return std::nullopt;
        },
        [who, responder](const Answer& answer) {
            responder(answer.ending == Ending::done ? json_response("{}")
                                                    : to_response(answer, who->actor.language));
        });
}

}  // namespace forecourt::program
