#include <db/send.h>
#include <services/access/access.sql.h>
#include <services/access/api.h>
#include <services/access/module.h>
#include <services/access/second_factor.h>
#include <services/access/staff.h>

namespace forecourt::access {
namespace {

struct SetLanguage {
    Language language{};
};
FORECOURT_STRUCT(SetLanguage, language)

/// The language a person works in; it stays at the next sign-in.
Result<Nothing> run_set_language(Tx& tx, const SetLanguage& in) {
    db::send(tx.db(), sql::access::set_language,
             {{"user_id", tx.actor().user_id}, {"language", in.language}});
    return Nothing{};
}

struct PeopleInput {
    Role role{};
};
FORECOURT_STRUCT(PeopleInput, role)
struct PeopleOutput {
    std::vector<PersonRow> rows;
};
FORECOURT_STRUCT(PeopleOutput, rows)

/// Who has a role in my store: for choosing a colleague in a form.
Result<PeopleOutput> run_people(Context& context, const PeopleInput& in) {
    return PeopleOutput{users_with_role(context.db(), context.store_id(), in.role)};
}

struct StoreOutput {
    StoreFacts store;
};
FORECOURT_STRUCT(StoreOutput, store)

Result<StoreOutput> run_store(Context& context, const Nothing&) {
    return StoreOutput{store_facts(context.db(), context.store_id())};
}

inline constexpr Right people_read{"access.people_read"};

const Action<SetLanguage, Nothing> set_language{
    {.name = "access.set_language", .needs = anyone_signed_in, .refuses = {}, .run = run_set_language}};
const View<PeopleInput, PeopleOutput> people{
    {.name = "access.people", .needs = people_read, .refuses = {}, .run = run_people}};
const View<Nothing, StoreOutput> store{
    {.name = "access.store", .needs = anyone_signed_in, .refuses = {}, .run = run_store}};

}  // namespace

const Module access_module{
    .name = "access",
    .needs = {"log"},
    .actions = {&set_language, &begin_second_factor, &confirm_second_factor, &reset_second_factor,
                &add_person, &set_roles, &stop_person, &let_person_in, &give_password},
    .views = {&people, &store, &my_second_factor, &second_factors, &staff, &my_sessions},
    .grants = {{people_read, every_staff_role()},
               {own_account, every_staff_role()},
               {second_factor_reset, {Role::gm, Role::admin}},
               {staff_write, {Role::gm, Role::admin}}},
    .events = {"access.signed_in", "access.sign_in_failed", "access.signed_out", "access.second_factor_on",
               "access.second_factor_reset", "access.recovery_codes_made", "access.recovery_code_used",
               "access.person_added", "access.roles_set", "access.person_stopped", "access.person_let_in",
               "access.password_given", "access.password_changed", "access.other_sessions_ended",
               "access.helped_in"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::access
