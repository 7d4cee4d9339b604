#include <demo/dealership.h>

#include <demo/one_stop_days.h>
#include <secrets/keys.h>

namespace forecourt::demo {

void make_dealership(program::Application& application, const DealershipSettings& settings) {
    const Date first_day = settings.today + -settings.days;
    const Instant opening = local_instant(first_day, 7);
    // Some cars have been standing since long before the first day that is played.
    const Instant long_before = opening - days(170);
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    DemoStore made, other;
    const auto answer = application.runner().run_work_and_wait(program::system_actor({0}), long_before,
                                                               [&](Tx& tx) -> MaybeRefused {
                                                                   made = make_store(tx, pepper);
                                                                   other = make_store(tx, pepper, 2);
                                                                   return std::nullopt;
                                                               });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(long_before);
    Player player(application, made, long_before, settings.until, settings.seed);
    player.also_knows(other);
    Dealership store{
        .player = player, .first_day = first_day, .last_day = settings.today, .until = settings.until};
    stock_the_showroom(store);
    stock_the_other_store(store);
    player.wait_until(opening);
    plan_stock_days(store);
    plan_floor_days(store);
    bring_lenders(store);
    plan_standards(store);
    plan_showroom_days(store);
    plan_consultation_days(store);
    plan_workshop_days(store);
    plan_care_days(store);
    plan_evenings(store);
    plan_used_days(store);
    plan_team_months(store);
    player.play();
}

}  // namespace forecourt::demo
