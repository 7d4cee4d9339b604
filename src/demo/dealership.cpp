#include <demo/dealership.h>

#include <demo/one_stop_days.h>
#include <secrets/keys.h>

namespace forecourt::demo {

void make_dealership(program::Application& application, const DealershipSettings& settings) {
    const Date first_day = settings.today + -settings.days;
    const Instant opening = local_instant(first_day, 7);
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    DemoStore made;
    const auto answer = application.runner().run_work_and_wait(
        program::system_actor({0}), opening, [&](Tx& tx) -> MaybeRefused {
            made = make_store(tx, pepper);
            return std::nullopt;
        });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(opening);
    Player player(application, made, opening, settings.until, settings.seed);
    Dealership store{.player = player, .first_day = first_day, .last_day = settings.today,
                     .until = settings.until};
    stock_the_showroom(store);
    bring_lenders(store);
    plan_standards(store);
    plan_showroom_days(store);
    plan_consultation_days(store);
    plan_workshop_days(store);
    plan_care_days(store);
    plan_team_months(store);
    player.play();
}

}  // namespace forecourt::demo
