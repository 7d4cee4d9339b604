#include <program/init.h>

#include <demo/dealership.h>
#include <documents/fonts.h>
#include <secrets/keys.h>
#include <secrets/password.h>
#include <services/access/api.h>

#include <cstdio>

namespace forecourt::program {

int init(const Place& place, const InitSettings& settings) {
    Place making = place;
    making.in_the_making = true;
    documents::use_own_fonts();
    Application application(making);
    bool taken = false;
    application.database().read([&](db::Connection& db) { taken = !access::every_store(db).empty(); });
    if (taken) {
        std::fprintf(stderr, "forecourt: there is a store in %s already\n", place.data_folder.c_str());
        return 1;
    }
    if (settings.demo == "people") {
        demo::make_people(application, settings.stores);
        std::printf("%d stores of the demo's people are there, with the password demo: see simulate --help\n",
                    settings.stores);
        return 0;
    }
    if (!settings.demo.empty()) {
        const Instant now = system_clock();
        demo::make_dealership(application, {.days = settings.days, .today = local_date(now), .until = now});
        std::printf(
            "The demo dealership is there. Sign in as gm, sales1, advisor1 ... with the password demo\n");
        return 0;
    }
    const std::string password = secrets::random_token(9);
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    const auto answer = application.runner().run_work_and_wait(
        system_actor({0}), system_clock(), [&](Tx& tx) -> MaybeRefused {
            const auto store =
                access::add_store(tx, {.name = settings.store_name, .legal_name = settings.store_name});
            access::add_user(tx, store,
                             {.login = settings.admin_login,
                              .name = settings.admin_login,
                              .password_hash = secrets::hash_password(password, pepper),
                              .roles = {Role::admin, Role::gm},
                              .password_is_given = true});
            return std::nullopt;
        });
    ensure(answer.ending == Ending::done);
    application.install_standards(system_clock());
    std::printf("The store is there. Sign in as %s with the password %s\n", settings.admin_login.c_str(),
                password.c_str());
    return 0;
}

}  // namespace forecourt::program
