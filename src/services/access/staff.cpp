#include <services/access/staff.h>

#include <db/send.h>
#include <secrets/password.h>
#include <services/access/access.sql.h>
#include <services/access/second_factor.h>
#include <services/access/staff.sql.h>

#include <algorithm>
#include <map>

namespace forecourt::access {
namespace {

namespace statements = sql::staff;

struct PersonEvent {
    std::string login;
    std::string name;
    std::string reason;
};
FORECOURT_STRUCT(PersonEvent, login, name, reason)

struct StaffRoleRow {
    Id<User> user_id;
    std::string name;
    std::string login;
    Role role{};
    Instant locked_until;
    std::optional<Instant> stopped_at;
};
FORECOURT_STRUCT(StaffRoleRow, user_id, name, login, role, locked_until, stopped_at)

struct SeenRow {
    Id<User> user_id;
    Instant last_seen_at;
};
FORECOURT_STRUCT(SeenRow, user_id, last_seen_at)

bool has(const std::vector<Role>& roles, Role role) { return std::ranges::count(roles, role) > 0; }

bool is_plain(std::string_view login) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    return login.size() >= 2 && login.size() <= 40 && std::ranges::all_of(login, plain);
}

// The roles a person of this store has; none for a stranger.
std::vector<Role> roles_here(const Tx& tx, Id<User> user) {
    for (auto& of_store : roles_of(tx.db(), user)) {
        if (of_store.store_id == tx.store_id()) return of_store.roles;
    }
    return {};
}

MaybeRefused may_give_roles(const Actor& actor, const std::vector<Role>& roles) {
    if (roles.empty()) return roles_missing;
    if (has(roles, Role::customer) || has(roles, Role::system)) return role_not_for_people;
    if (has(roles, Role::gm) && !has(actor.roles, Role::gm)) return only_gm_over_gm;
    return std::nullopt;
}

// Whether the account of somebody with these roles may be changed here.
MaybeRefused may_change_account(const Actor& actor, Id<User> user, const std::vector<Role>& roles) {
    if (user == actor.user_id) return own_account_here;
    if (roles.empty()) return account_not_found;
    if (has(roles, Role::gm) && !has(actor.roles, Role::gm)) return only_gm_over_gm;
    return std::nullopt;
}

MaybeRefused may_stop(const std::optional<Instant>& stopped_at) {
    if (stopped_at) return person_is_stopped;
    return std::nullopt;
}

MaybeRefused may_let_in(const std::optional<Instant>& stopped_at) {
    if (!stopped_at) return person_is_active;
    return std::nullopt;
}

Result<UserRow> person_to_change(const Tx& tx, Id<User> user) {
    if (auto no = may_change_account(tx.actor(), user, roles_here(tx, user))) return *no;
    const auto person = find_user(tx.db(), user);
    ensure(person.has_value());
    return *person;
}

void write_roles(Tx& tx, Id<User> user, const std::vector<Role>& roles) {
    db::send(tx.db(), statements::drop_roles, {{"store_id", tx.store_id()}, {"user_id", user}});
    for (const auto role : roles) {
        db::send(tx.db(), sql::access::insert_role,
                 {{"store_id", tx.store_id()}, {"user_id", user}, {"role", role}});
    }
}

// Tens of milliseconds of the one writer: a person is added or forgets a password a few times a month.
std::string hash_of(const std::string& password) {
    return secrets::hash_password(password, sign_in_keys().lasting_key(secrets::Purpose::password_pepper));
}

void write_password(Tx& tx, Id<User> user, std::string_view hash, std::optional<Instant> given_at) {
    db::send(tx.db(), sql::access::set_password,
             {{"user_id", user}, {"password_hash", hash}, {"given_at", given_at}});
}

void tell(Tx& tx, std::string_view event, const UserRow& person, const std::string& reason = {}) {
    tx.emit(event, {{"user", person.id}}, PersonEvent{person.login, person.name, reason});
}

Result<PersonAdded> run_add(Tx& tx, const AddPerson& in) {
    if (!is_plain(in.login.text)) return login_not_plain;
    if (auto no = may_give_roles(tx.actor(), in.roles)) return *no;
    if (auto no = may_be_password(in.first_password, in.login.text)) return *no;
    if (find_user_by_login(tx.db(), in.login.text)) return login_taken;
    const auto id = add_user(tx, tx.store_id(),
                             {.login = in.login.text,
                              .name = in.name.text,
                              .password_hash = hash_of(in.first_password),
                              .roles = in.roles,
                              .password_is_given = true});
    tell(tx, "access.person_added", *find_user(tx.db(), id));
    return PersonAdded{id};
}

Result<Nothing> run_set_roles(Tx& tx, const SetRoles& in) {
    const auto person = person_to_change(tx, in.user_id);
    if (!person) return person.refused();
    if (auto no = may_give_roles(tx.actor(), in.roles)) return *no;
    write_roles(tx, in.user_id, in.roles);
    tell(tx, "access.roles_set", *person);
    return Nothing{};
}

Result<Nothing> run_stop(Tx& tx, const StopPerson& in) {
    const auto person = person_to_change(tx, in.user_id);
    if (!person) return person.refused();
    if (auto no = may_stop(person->disabled_at)) return *no;
    db::send(tx.db(), statements::stop_user, {{"user_id", in.user_id}, {"stopped_at", tx.now()}});
    end_sessions_but(tx, in.user_id);
    tell(tx, "access.person_stopped", *person, in.reason.text);
    return Nothing{};
}

Result<Nothing> run_let_in(Tx& tx, const PersonOnly& in) {
    const auto person = person_to_change(tx, in.user_id);
    if (!person) return person.refused();
    if (auto no = may_let_in(person->disabled_at)) return *no;
    db::send(tx.db(), statements::stop_user,
             {{"user_id", in.user_id}, {"stopped_at", std::optional<Instant>{}}});
    tell(tx, "access.person_let_in", *person);
    return Nothing{};
}

Result<Nothing> run_give_password(Tx& tx, const GivePassword& in) {
    const auto person = person_to_change(tx, in.user_id);
    if (!person) return person.refused();
    if (auto no = may_be_password(in.first_password, person->login)) return *no;
    write_given_password(tx, in.user_id, hash_of(in.first_password));
    forget_failures(tx, *person);
    tell(tx, "access.password_given", *person);
    return Nothing{};
}

Result<Staff> run_staff(Context& context, const Nothing&) {
    const db::Params of_store{{"store_id", context.store_id()}};
    std::map<std::int64_t, Instant> seen;
    for (const auto& row : db::all<SeenRow>(context.db(), statements::last_seen_of_store, of_store)) {
        seen[row.user_id.value] = row.last_seen_at;
    }
    Staff all;
    for (const auto& row : db::all<StaffRoleRow>(context.db(), statements::staff_of_store, of_store)) {
        if (all.rows.empty() || all.rows.back().user_id != row.user_id) {
            all.rows.push_back({.user_id = row.user_id,
                                .name = row.name,
                                .login = row.login,
                                .roles = {},
                                .resting = context.now() < row.locked_until,
                                .stopped_at = row.stopped_at,
                                .last_seen_at = {},
                                .allowed_actions = {}});
            const auto found = seen.find(row.user_id.value);
            if (found != seen.end()) all.rows.back().last_seen_at = found->second;
        }
        all.rows.back().roles.push_back(row.role);
    }
    for (auto& row : all.rows) {
        const auto no = may_change_account(context.actor(), row.user_id, row.roles);
        allow(row.allowed_actions, context, set_roles, no);
        allow(row.allowed_actions, context, give_password, no);
        allow(row.allowed_actions, context, stop_person, no ? no : may_stop(row.stopped_at));
        allow(row.allowed_actions, context, let_person_in, no ? no : may_let_in(row.stopped_at));
    }
    for (const auto role : every_staff_role()) {
        if (!may_give_roles(context.actor(), {role})) all.roles_to_give.push_back(role);
    }
    allow(all.allowed_actions, context, add_person, std::nullopt);
    return all;
}

Result<MySessions> run_my_sessions(Context& context, const Nothing&) {
    return MySessions{db::all<SessionLine>(context.db(), statements::live_sessions_of,
                                           {{"user_id", context.actor().user_id},
                                            {"now", context.now()},
                                            {"silent_since", context.now() - idle_limit}})};
}

}  // namespace

void end_sessions_but(Tx& tx, Id<User> user, std::string_view token_hash) {
    db::send(tx.db(), statements::end_sessions,
             {{"user_id", user}, {"now", tx.now()}, {"but_session", token_hash}});
}

void write_own_password(Tx& tx, Id<User> user, std::string_view hash, std::string_view but_session) {
    write_password(tx, user, hash, std::nullopt);
    end_sessions_but(tx, user, but_session);
}

void write_given_password(Tx& tx, Id<User> user, std::string_view hash) {
    write_password(tx, user, hash, tx.now());
    end_sessions_but(tx, user);
}

const Action<AddPerson, PersonAdded> add_person{
    {.name = "access.add_person",
     .needs = staff_write,
     .refuses = {login_not_plain, roles_missing, role_not_for_people, only_gm_over_gm, password_too_short,
                 password_too_long, password_too_easy, login_taken},
     .run = run_add}};
const Action<SetRoles, Nothing> set_roles{
    {.name = "access.set_roles",
     .needs = staff_write,
     .refuses = {own_account_here, account_not_found, only_gm_over_gm, roles_missing, role_not_for_people},
     .run = run_set_roles}};
const Action<StopPerson, Nothing> stop_person{
    {.name = "access.stop_person",
     .needs = staff_write,
     .refuses = {own_account_here, account_not_found, only_gm_over_gm, person_is_stopped},
     .run = run_stop}};
const Action<PersonOnly, Nothing> let_person_in{
    {.name = "access.let_person_in",
     .needs = staff_write,
     .refuses = {own_account_here, account_not_found, only_gm_over_gm, person_is_active},
     .run = run_let_in}};
const Action<GivePassword, Nothing> give_password{
    {.name = "access.give_password",
     .needs = staff_write,
     .refuses = {own_account_here, account_not_found, only_gm_over_gm, password_too_short, password_too_long,
                 password_too_easy},
     .run = run_give_password}};
const View<Nothing, MySessions> my_sessions{
    {.name = "access.my_sessions", .needs = own_account, .refuses = {}, .run = run_my_sessions}};
const View<Nothing, Staff> staff{
    {.name = "access.staff", .needs = staff_write, .refuses = {}, .run = run_staff}};

}  // namespace forecourt::access
