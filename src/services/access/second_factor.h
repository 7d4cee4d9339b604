#pragma once
#include <action/action.h>
#include <action/view.h>
#include <secrets/keys.h>
#include <services/access/api.h>

// What a person shows besides the password: the code of an authenticator program (RFC 6238).

namespace forecourt::access {

/// Sets up the own one.
inline constexpr Right own_account{"access.own_account"};
/// Takes a lost authenticator off an account.
inline constexpr Right second_factor_reset{"access.second_factor_reset"};

/// The keys that seal seeds and pepper passwords; before anything else here.
void configure_second_factor(const secrets::KeyRing& keys);
const secrets::KeyRing& sign_in_keys();

/// Whether the person must show a code to sign in.
bool has_second_factor(db::Connection& db, Id<User> user);
/// Whether it is the authenticator's code of now, or a recovery code; then it is never taken again.
bool take_code(Tx& tx, Id<User> user, std::string_view code);
/// Seals so many of the seeds of an old key anew, of whatever store; how many there were.
std::int64_t reseal_factors(Tx& tx, std::int64_t limit);
/// Off it goes, with all the person's sessions; false when there was none.
bool drop_second_factor(Tx& tx, Id<User> user);

inline constexpr Refusal second_factor_needed{"second_factor_needed", RefusalKind::unauthenticated};
inline constexpr Refusal second_factor_wrong{"second_factor_wrong", RefusalKind::unauthenticated};
inline constexpr Refusal second_factor_is_on{"second_factor_is_on"};
inline constexpr Refusal second_factor_not_begun{"second_factor_not_begun"};
/// The code is not the one the program shows now; the clock of the phone may be off.
inline constexpr Refusal code_does_not_fit{"code_does_not_fit", RefusalKind::unprocessable};
inline constexpr Refusal person_has_no_second_factor{"person_has_no_second_factor", RefusalKind::not_found};
/// Nobody takes off the own one: another manager does.
inline constexpr Refusal own_second_factor{"own_second_factor", RefusalKind::forbidden};

struct ConfirmSecondFactor {
    FilledText code;
};
FORECOURT_STRUCT(ConfirmSecondFactor, code)

struct ResetSecondFactor {
    Id<User> user_id;
    FilledText reason;
};
FORECOURT_STRUCT(ResetSecondFactor, user_id, reason)

/// The own one. The seed is told while it is being set up and never again.
struct MySecondFactor {
    bool on{};
    std::optional<Instant> since;
    std::optional<std::string> seed;     // base32, to be typed in
    std::optional<std::string> address;  // otpauth://, to be scanned
    std::int64_t recovery_codes_left{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(MySecondFactor, on, since, seed, address, recovery_codes_left, allowed_actions)

struct SecondFactorRow {
    Id<User> user_id;
    std::string name;
    std::string login;
    std::optional<Instant> confirmed_at;
};
FORECOURT_STRUCT(SecondFactorRow, user_id, name, login, confirmed_at)
struct SecondFactors {
    std::vector<SecondFactorRow> rows;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(SecondFactors, rows, allowed_actions)

extern const Action<Nothing, Nothing> begin_second_factor;
extern const Action<ConfirmSecondFactor, Nothing> confirm_second_factor;
extern const Action<ResetSecondFactor, Nothing> reset_second_factor;
extern const View<Nothing, MySecondFactor> my_second_factor;
/// Who signs in with a code and who does not.
extern const View<Nothing, SecondFactors> second_factors;

}  // namespace forecourt::access
