#include <demo/dealership.h>

#include <demo/inner_desk.h>
#include <demo/one_stop_days.h>
#include <secrets/keys.h>

namespace forecourt::demo {
namespace {

std::vector<DemoStore> make_stores(program::Application& application, int count, Instant when) {
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    std::vector<DemoStore> made;
    const auto answer =
        application.runner().run_work_and_wait(program::system_actor({0}), when, [&](Tx& tx) -> MaybeRefused {
            for (int number = 1; number <= count; ++number) made.push_back(make_store(tx, pepper, number));
            return std::nullopt;
        });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(when);
    return made;
}

}  // namespace

void make_people(program::Application& application, int stores) {
    make_stores(application, stores, program::system_clock());
}

void make_dealership(program::Application& application, const DealershipSettings& settings) {
    const Date first_day = settings.today + -settings.days;
    const Instant opening = local_instant(first_day, 7);
    // Some cars have been standing since long before the first day that is played.
    const Instant long_before = opening - days(170);
    const auto stores = make_stores(application, 2, long_before);
    InnerDesk desk(application, stores.front());
    desk.also_knows(stores.back());
    Player player(desk, stores.front(), long_before, settings.until, settings.seed);
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
    desk.run_jobs(settings.until);
}

}  // namespace forecourt::demo
