#include <demo/dealership.h>

#include <demo/people.h>
#include <program/application.h>
#include <secrets/keys.h>

namespace forecourt::demo {

void make_dealership(program::Application& application, const DealershipSettings& settings) {
    const Instant opening = local_instant(settings.today + -settings.days, 8);
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    const auto answer = application.runner().run_work_and_wait(
        program::system_actor({0}), opening, [&](Tx& tx) -> MaybeRefused {
            make_store(tx, pepper);
            return std::nullopt;
        });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(opening);
}

}  // namespace forecourt::demo
