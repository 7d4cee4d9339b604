#include <db/send.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/days/days_rules.h>
#include <modules/used_cars/days/late_job.h>
#include <modules/used_cars/days/used_cars_days.sql.h>
#include <services/tasks/api.h>

namespace forecourt::used_cars {
namespace {

namespace statements = sql::used_cars_days;

struct LateStay {
    Id<Stay> id;
    Id<UsedCar> used_car_id;
    UsedStep step{};
    Instant entered_at;
    std::string number;
    std::string model_text;
};
FORECOURT_STRUCT(LateStay, id, used_car_id, step, entered_at, number, model_text)

struct LateAlert {
    std::string number;
    std::string model_text;
    UsedStep step{};
    std::int64_t days{};
};
FORECOURT_STRUCT(LateAlert, number, model_text, step, days)

void tell(Tx& tx, const LateStay& stay, std::int64_t target) {
    db::send(tx.db(), statements::tell_stay,
             {{"store_id", tx.store_id()}, {"id", stay.id}, {"told_at", tx.now()}});
    tasks::alert(tx,
                 {.title_key = "alert.used_cars.step_is_late",
                  .params_json = reflect::to_json(LateAlert{stay.number, stay.model_text, stay.step, target}),
                  .role = Role::sales_manager,
                  .link = link_of(stay.used_car_id),
                  .about = {"used_car", stay.used_car_id},
                  .level = tasks::AlertLevel::warning});
}

}  // namespace

void tell_late_steps(Tx& tx) {
    for (const auto& target : limits::in_force(tx, day_targets).steps) {
        // The minutes are whole ones: a stay is late from the first whole minute beyond its days.
        const Instant before = tx.now() - days(target.days) - minutes(1);
        for (const auto& stay :
             db::all<LateStay>(tx.db(), statements::stays_too_long,
                               {{"store_id", tx.store_id()}, {"step", target.step}, {"before", before}})) {
            tell(tx, stay, target.days);
        }
    }
}

}  // namespace forecourt::used_cars
