#include <db/send.h>
#include <secrets/digest.h>
#include <services/access/access.sql.h>
#include <services/access/api.h>

namespace forecourt::access {
namespace {

struct RoleRow {
    Id<Store> store_id;
    Id<User> user_id;
    Role role{};
};
FORECOURT_STRUCT(RoleRow, store_id, user_id, role)

struct PersonRoleRow {
    Id<User> id;
    std::string name;
    std::string login;
    Role role{};
};
FORECOURT_STRUCT(PersonRoleRow, id, name, login, role)

}  // namespace

StoreFacts store_facts(db::Connection& db, Id<Store> store) {
    auto facts = db::first<StoreFacts>(db, sql::access::find_store, {{"store_id", store}});
    ensure(facts.has_value());
    return *facts;
}

std::vector<StoreFacts> every_store(db::Connection& db) {
    return db::all<StoreFacts>(db, sql::access::every_store);
}

std::vector<PersonRow> users_with_role(db::Connection& db, Id<Store> store, Role role) {
    return db::all<PersonRow>(db, sql::access::users_with_role, {{"store_id", store}, {"role", role}});
}

std::string user_name(db::Connection& db, Id<Store>, Id<User> user) {
    return db::text(db, sql::access::user_name, {{"user_id", user}}).value_or("");
}

std::string create_link(Tx& tx, std::string_view purpose, std::int64_t customer_id, const ObjectRef& about,
                        Duration valid) {
    std::string token = secrets::random_token();
    const LinkRow link{.token_hash = secrets::sha256_hex(token),
                       .store_id = tx.store_id(),
                       .customer_id = customer_id,
                       .purpose = std::string(purpose),
                       .object_type = std::string(about.type),
                       .object_id = about.id,
                       .ends_at = tx.now() + valid};
    db::send(tx.db(), sql::access::insert_link,
             db::Params::of(link, {{"created_at", tx.now()}, {"created_by", tx.actor().user_id}}));
    return token;
}

std::vector<LiveLink> live_links(db::Connection& db, Id<Store> store, std::int64_t customer_id, Instant now) {
    return db::all<LiveLink>(db, sql::access::live_links,
                             {{"store_id", store}, {"customer_id", customer_id}, {"now", now}});
}

std::int64_t end_links(Tx& tx, std::int64_t customer_id) {
    const db::Params of_customer{
        {"store_id", tx.store_id()}, {"customer_id", customer_id}, {"now", tx.now()}};
    db::send(tx.db(), sql::access::end_sessions_of_customer, of_customer);
    return tx.db().execute(sql::access::end_links, of_customer);
}

Id<Store> add_store(Tx& tx, const StoreFacts& given) {
    StoreFacts facts = given;
    facts.id = tx.new_id<Store>();
    db::send(tx.db(), sql::access::insert_store, db::Params::of(facts));
    return facts.id;
}

Id<User> add_user(Tx& tx, Id<Store> store, const NewUser& user) {
    const auto id = tx.new_id<User>();
    std::optional<Instant> given_at;
    if (user.password_is_given) given_at = tx.now();
    db::send(tx.db(), sql::access::insert_user,
             {{"id", id},
              {"login", user.login},
              {"name", user.name},
              {"password_hash", user.password_hash},
              {"language", Language::zh},
              {"password_given_at", given_at}});
    for (const auto role : user.roles) {
        db::send(tx.db(), sql::access::insert_role, {{"store_id", store}, {"user_id", id}, {"role", role}});
    }
    return id;
}

Duration rest_after_failures(int failures) {
    if (failures < 5) return {0};
    const int doublings = std::min(failures - 5, 6);
    return minutes(1LL << doublings);
}

std::optional<UserRow> find_user_by_login(db::Connection& db, std::string_view login) {
    return db::first<UserRow>(db, sql::access::find_user_by_login, {{"login", login}});
}

std::optional<UserRow> find_user(db::Connection& db, Id<User> user) {
    return db::first<UserRow>(db, sql::access::find_user, {{"user_id", user}});
}

std::vector<StoreRoles> roles_of(db::Connection& db, Id<User> user) {
    std::vector<StoreRoles> stores;
    for (const auto& row : db::all<RoleRow>(db, sql::access::roles_of_user, {{"user_id", user}})) {
        if (stores.empty() || stores.back().store_id != row.store_id) stores.push_back({row.store_id, {}});
        stores.back().roles.push_back(row.role);
    }
    return stores;
}

std::vector<DemoPerson> people_of_store(db::Connection& db, Id<Store> store) {
    std::vector<DemoPerson> people;
    for (const auto& row : db::all<PersonRoleRow>(db, sql::access::people_of_store, {{"store_id", store}})) {
        if (people.empty() || people.back().login != row.login) people.push_back({row.login, row.name, {}});
        people.back().roles.push_back(row.role);
    }
    return people;
}

std::optional<SessionRow> find_session(db::Connection& db, std::string_view token) {
    return db::first<SessionRow>(db, sql::access::find_session, {{"token_hash", secrets::sha256_hex(token)}});
}

// What began long after now began while the clock was wrong; it would live until the clock is there again.
bool is_live(const SessionRow& session, Instant now) {
    return !session.ended_at && session.created_at < now + idle_limit && now < session.ends_at &&
           now < session.last_seen_at + idle_limit;
}

std::optional<LinkRow> find_link(db::Connection& db, std::string_view token) {
    return db::first<LinkRow>(db, sql::access::find_link, {{"token_hash", secrets::sha256_hex(token)}});
}

NewSession begin_session(Tx& tx, Id<Store> store, std::optional<Id<User>> user, std::int64_t customer_id) {
    NewSession session{.token = secrets::random_token(), .csrf_token = secrets::random_token(18)};
    SessionRow row{.token_hash = secrets::sha256_hex(session.token),
                   .store_id = store,
                   .user_id = user,
                   .customer_id = {},
                   .csrf_token = session.csrf_token,
                   .created_at = tx.now(),
                   .last_seen_at = tx.now(),
                   .ends_at = tx.now() + session_limit,
                   .ended_at = {}};
    if (customer_id != 0) row.customer_id = customer_id;
    db::send(tx.db(), sql::access::insert_session, db::Params::of(row));
    return session;
}

void end_session(db::Connection& db, std::string_view token_hash, Instant now) {
    db.execute(sql::access::end_session, {{"token_hash", token_hash}, {"now", now}});
}

void touch_session(db::Connection& db, std::string_view token_hash, Instant now) {
    db.execute(sql::access::touch_session, {{"token_hash", token_hash}, {"now", now}});
}

void record_failure(Tx& tx, const UserRow& user) {
    const int failures = user.failures + 1;
    db::send(tx.db(), sql::access::count_failure,
             {{"user_id", user.id},
              {"failures", failures},
              {"locked_until", tx.now() + rest_after_failures(failures)}});
}

void forget_failures(Tx& tx, const UserRow& user) {
    if (user.failures == 0) return;
    db::send(tx.db(), sql::access::count_failure,
             {{"user_id", user.id}, {"failures", 0}, {"locked_until", Instant{}}});
}

}  // namespace forecourt::access
