#pragma once
#include <services/access/api.h>

#include <string>
#include <string_view>
#include <vector>

// What a person shows instead of the authenticator's code when the telephone is lost. Ten of them, each
// serves once; the store keeps their hashes.

namespace forecourt::access {

/// There is nothing they could stand for.
inline constexpr Refusal recovery_codes_need_second_factor{"recovery_codes_need_second_factor"};

struct RecoveryCodeCount {
    std::int64_t made{};
    std::int64_t unused{};
};
FORECOURT_STRUCT(RecoveryCodeCount, made, unused)

RecoveryCodeCount count_recovery_codes(db::Connection& db, Id<User> user);
/// Ten new ones of 120 random bits, "ABCD-EFGH-...", told this once; those before them end.
std::vector<std::string> make_recovery_codes(Tx& tx, Id<User> user);
/// Whether it is one of the person's that was never used; then it is used now.
bool take_recovery_code(Tx& tx, Id<User> user, std::string_view typed);
void drop_recovery_codes(Tx& tx, Id<User> user);

}  // namespace forecourt::access
