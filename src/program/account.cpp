#include <program/account.h>

#include <secrets/keys.h>
#include <secrets/password.h>
#include <services/access/second_factor.h>
#include <services/access/staff.h>

#include <cstdio>
#include <fstream>

namespace forecourt::program {
namespace {

struct HelpedEvent {
    std::string login;
};
FORECOURT_STRUCT(HelpedEvent, login)

int speaks_against(const std::string& what) {
    std::fprintf(stderr, "forecourt: %s\n", what.c_str());
    return 1;
}

}  // namespace

int help_in(const Place& place, const AccountSettings& settings) {
    Application application(place);
    std::optional<access::UserRow> user;
    std::vector<access::StoreRoles> stores;
    application.database().read([&](db::Connection& db) {
        user = access::find_user_by_login(db, settings.login);
        if (user) stores = access::roles_of(db, user->id);
    });
    if (!user || stores.empty()) return speaks_against("nobody signs in as " + settings.login);
    std::string hash;
    if (!settings.password_file.empty()) {
        std::ifstream file(settings.password_file);
        std::string password;
        if (!std::getline(file, password)) return speaks_against("cannot read " + settings.password_file);
        if (const auto no = access::may_be_password(password, user->login))
            return speaks_against(std::string(no->name()));
        hash = secrets::hash_password(password,
                                      application.keys().lasting_key(secrets::Purpose::password_pepper));
    }
    const auto answer = application.runner().run_work_and_wait(
        system_actor(stores.front().store_id), system_clock(), [&](Tx& tx) -> MaybeRefused {
            if (settings.takes_off_code) access::drop_second_factor(tx, user->id);
            if (!hash.empty()) access::write_given_password(tx, user->id, hash);
            access::forget_failures(tx, *user);
            tx.emit("access.helped_in", {{"user", user->id}}, HelpedEvent{user->login});
            return std::nullopt;
        });
    ensure(answer.ending == Ending::done);
    std::printf("%s can sign in again\n", settings.login.c_str());
    return 0;
}

}  // namespace forecourt::program
