#pragma once
#include <action/context.h>
#include <secrets/bytes.h>

#include <string>
#include <string_view>
#include <vector>

namespace forecourt::access {

/// What stands on a store's documents.
struct StoreFacts {
    Id<Store> id;
    std::string name;
    std::string legal_name;
    std::string address;
    std::string phone;
    std::string tax_number;
    std::string bank_name;
    std::string bank_account;
    std::string licence_number;
    int opens_minute = 8 * 60 + 30;  // of the day
    int closes_minute = 18 * 60;
    bool is_demo{};
};
FORECOURT_STRUCT(StoreFacts, id, name, legal_name, address, phone, tax_number, bank_name, bank_account,
                 licence_number, opens_minute, closes_minute, is_demo)

StoreFacts store_facts(db::Connection& db, Id<Store> store);
std::vector<StoreFacts> every_store(db::Connection& db);

struct PersonRow {
    Id<User> id;
    std::string name;
    std::string login;
};
FORECOURT_STRUCT(PersonRow, id, name, login)

/// The people who have a role in a store, in the order they joined.
std::vector<PersonRow> users_with_role(db::Connection& db, Id<Store> store, Role role);
/// A person's name, empty for nobody (id 0: the system).
std::string user_name(db::Connection& db, Id<Store> store, Id<User> user);

/// A personal link for a customer, valid for a time: the token for the address /c/<token>. Whoever has it
/// acts as this customer with Role::customer and nothing more. Only the token's hash is stored.
std::string create_link(Tx& tx, std::string_view purpose, std::int64_t customer_id, const ObjectRef& about,
                        Duration valid);

/// A personal link that still lets its customer in. The token itself is known to nobody but the customer.
struct LiveLink {
    std::string purpose;  // "customers.own_page"
    std::string object_type;
    std::int64_t object_id{};
    Instant created_at;
    std::string created_by_name;
    Instant ends_at;
};
FORECOURT_STRUCT(LiveLink, purpose, object_type, object_id, created_at, created_by_name, ends_at)

/// The latest first.
std::vector<LiveLink> live_links(db::Connection& db, Id<Store> store, std::int64_t customer_id, Instant now);

/// Ends a customer's links and whatever sessions were begun by one; how many links there were.
std::int64_t end_links(Tx& tx, std::int64_t customer_id);

// For setting up (init, demo, tests) and for the sign-in routes.

struct NewUser {
    std::string login;
    std::string name;
    std::string password_hash;
    std::vector<Role> roles;
    bool password_is_given{};  // by somebody else, so that its owner must take another
};
Id<Store> add_store(Tx& tx, const StoreFacts& facts);
Id<User> add_user(Tx& tx, Id<Store> store, const NewUser& user);

struct UserRow {
    Id<User> id;
    std::string login;
    std::string name;
    std::string password_hash;
    Language language{};
    int failures{};
    Instant locked_until;
    std::optional<Instant> disabled_at;
    std::optional<Instant> password_given_at;
};
FORECOURT_STRUCT(UserRow, id, login, name, password_hash, language, failures, locked_until, disabled_at,
                 password_given_at)

struct SessionRow {
    std::string token_hash;
    Id<Store> store_id;
    std::optional<Id<User>> user_id;
    std::optional<std::int64_t> customer_id;
    std::string csrf_token;
    Instant created_at;
    Instant last_seen_at;
    Instant ends_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(SessionRow, token_hash, store_id, user_id, customer_id, csrf_token, created_at, last_seen_at,
                 ends_at, ended_at)

struct LinkRow {
    std::string token_hash;
    Id<Store> store_id;
    std::int64_t customer_id{};
    std::string purpose;
    std::string object_type;
    std::int64_t object_id{};
    Instant ends_at;
};
FORECOURT_STRUCT(LinkRow, token_hash, store_id, customer_id, purpose, object_type, object_id, ends_at)

inline constexpr Refusal sign_in_wrong{"sign_in_wrong", RefusalKind::unauthenticated};
inline constexpr Refusal sign_in_locked{"sign_in_locked", RefusalKind::unauthenticated};
inline constexpr Refusal link_not_valid{"link_not_valid", RefusalKind::unauthenticated};

/// A session ends after this long without a request, and after a working day in any case.
inline constexpr Duration idle_limit = hours(2);
inline constexpr Duration session_limit = hours(12);
/// After five wrong passwords in a row the account rests, twice as long each further time.
Duration rest_after_failures(int failures);

std::optional<UserRow> find_user_by_login(db::Connection& db, std::string_view login);
std::optional<UserRow> find_user(db::Connection& db, Id<User> user);
struct StoreRoles {
    Id<Store> store_id;
    std::vector<Role> roles;
};
std::vector<StoreRoles> roles_of(db::Connection& db, Id<User> user);
struct DemoPerson {
    std::string login;
    std::string name;
    std::vector<Role> roles;
};
FORECOURT_STRUCT(DemoPerson, login, name, roles)
std::vector<DemoPerson> people_of_store(db::Connection& db, Id<Store> store);

std::optional<SessionRow> find_session(db::Connection& db, std::string_view token);
bool is_live(const SessionRow& session, Instant now);
std::optional<LinkRow> find_link(db::Connection& db, std::string_view token);

/// Writes the result of a sign-in; `token` is what the browser keeps.
struct NewSession {
    std::string token;
    std::string csrf_token;
};
NewSession begin_session(Tx& tx, Id<Store> store, std::optional<Id<User>> user, std::int64_t customer_id);
void end_session(db::Connection& db, std::string_view token_hash, Instant now);
void touch_session(db::Connection& db, std::string_view token_hash, Instant now);
void record_failure(Tx& tx, const UserRow& user);
void forget_failures(Tx& tx, const UserRow& user);

}  // namespace forecourt::access
