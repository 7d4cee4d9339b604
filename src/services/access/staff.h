#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/access/account_rules.h>
#include <services/access/api.h>

// Who may sign in to a store and as what: added, given roles, stopped, helped back in.

namespace forecourt::access {

inline constexpr Right staff_write{"access.staff_write"};

inline constexpr Refusal account_not_found{"account_not_found", RefusalKind::not_found};
inline constexpr Refusal login_taken{"login_taken"};
/// 2 to 40 of a-z, 0-9, dot, dash and underscore.
inline constexpr Refusal login_not_plain{"login_not_plain", RefusalKind::unprocessable};
inline constexpr Refusal roles_missing{"roles_missing", RefusalKind::unprocessable};
/// The customer's and the system's are nobody's.
inline constexpr Refusal role_not_for_people{"role_not_for_people", RefusalKind::unprocessable};
/// Only a general manager makes another, or touches one.
inline constexpr Refusal only_gm_over_gm{"only_gm_over_gm", RefusalKind::forbidden};
/// Nobody stops or changes the own account here: it could be the last that opens this page.
inline constexpr Refusal own_account_here{"own_account_here", RefusalKind::forbidden};
inline constexpr Refusal person_is_stopped{"person_is_stopped"};
inline constexpr Refusal person_is_active{"person_is_active"};

struct AddPerson {
    FilledText login;
    FilledText name;
    std::vector<Role> roles;
    std::string first_password;
};
FORECOURT_STRUCT(AddPerson, login, name, roles, first_password)

struct PersonAdded {
    Id<User> user_id;
};
FORECOURT_STRUCT(PersonAdded, user_id)

struct SetRoles {
    Id<User> user_id;
    std::vector<Role> roles;
};
FORECOURT_STRUCT(SetRoles, user_id, roles)

struct StopPerson {
    Id<User> user_id;
    FilledText reason;
};
FORECOURT_STRUCT(StopPerson, user_id, reason)

struct PersonOnly {
    Id<User> user_id;
};
FORECOURT_STRUCT(PersonOnly, user_id)

struct GivePassword {
    Id<User> user_id;
    std::string first_password;
};
FORECOURT_STRUCT(GivePassword, user_id, first_password)

struct StaffRow {
    Id<User> user_id;
    std::string name;
    std::string login;
    std::vector<Role> roles;
    bool resting{};  // after wrong passwords, for a while
    std::optional<Instant> stopped_at;
    std::optional<Instant> last_seen_at;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(StaffRow, user_id, name, login, roles, resting, stopped_at, last_seen_at, allowed_actions)
struct Staff {
    std::vector<StaffRow> rows;
    std::vector<Role> roles_to_give;  // by who asks
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(Staff, rows, roles_to_give, allowed_actions)

extern const Action<AddPerson, PersonAdded> add_person;
extern const Action<SetRoles, Nothing> set_roles;
/// From now on the person can not sign in, and whoever is signed in as this person is out.
extern const Action<StopPerson, Nothing> stop_person;
extern const Action<PersonOnly, Nothing> let_person_in;
/// For who has forgotten it; all the person's sessions end and the account rests no longer.
extern const Action<GivePassword, Nothing> give_password;
extern const View<Nothing, Staff> staff;

/// A session of mine that is still good.
struct SessionLine {
    Instant created_at;
    Instant last_seen_at;
};
FORECOURT_STRUCT(SessionLine, created_at, last_seen_at)
struct MySessions {
    std::vector<SessionLine> rows;
};
FORECOURT_STRUCT(MySessions, rows)
extern const View<Nothing, MySessions> my_sessions;

/// Ends the person's sessions, all but the one with this hash.
void end_sessions_but(Tx& tx, Id<User> user, std::string_view token_hash = {});
/// Writes the password its owner has chosen, and ends those sessions too.
void write_own_password(Tx& tx, Id<User> user, std::string_view hash, std::string_view but_session);
/// Writes one that somebody else has chosen: its owner can do nothing with it but take another.
void write_given_password(Tx& tx, Id<User> user, std::string_view hash);

}  // namespace forecourt::access
