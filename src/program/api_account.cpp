#include <program/api.h>
#include <program/problem.h>
#include <program/session_json.h>
#include <secrets/password.h>
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

// A wrong guess counts like one at the sign-in: a session left open is no place to try passwords.
void Api::change_password(http::Request&& request, const SignedInPtr& who, http::Responder responder) {
    const Language language = language_of(request, who);
    if (who->actor.is_customer()) return responder(refusal_response(not_allowed, language));
    ChangePasswordInput input;
    if (auto errors = reflect::from_json(input, request.body); !errors.empty())
        return responder(malformed_response(errors, language));
    const Instant now = settings_.clock();
    const bool taken = workers_.post([this, input, who, responder, language, now] {
        std::optional<access::UserRow> user;
        runner_.database().read(
            [&](db::Connection& db) { user = access::find_user(db, who->actor.user_id); });
        ensure(user.has_value());
        if (now < user->locked_until) return responder(refusal_response(access::password_rests, language));
        if (const auto no = access::may_be_password(input.new_password, user->login))
            return responder(refusal_response(*no, language));
        const bool right =
            secrets::password_matches(user->password_hash, input.current_password, settings_.password_pepper);
        const std::string hash =
            right ? secrets::hash_password(input.new_password, settings_.password_pepper) : std::string();
        runner_.run_work(
            who->actor, now,
            [user = *user, right, hash, who](Tx& tx) -> MaybeRefused {
                if (!right) {
                    access::record_failure(tx, user);
                    tx.emit("access.sign_in_failed", {{"user", user.id}});
                    return std::nullopt;
                }
                access::write_password(tx, user.id, hash, who->token_hash);
                access::forget_failures(tx, user);
                tx.emit("access.password_changed", {{"user", user.id}}, ChangeEvent{user.login});
                return std::nullopt;
            },
            [responder, right, language](const Answer& answer) {
                if (answer.ending != Ending::done) return responder(to_response(answer, language));
                responder(right ? json_response("{}")
                                : refusal_response(access::current_password_wrong, language));
            });
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
