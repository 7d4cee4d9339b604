#include <db/send.h>
#include <modules/vehicles/stock/ageing_job.h>
#include <modules/vehicles/stock/ageing_rules.h>
#include <modules/vehicles/stock/vehicles_stock.sql.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_stock;

struct AgedCar {
    Id<Car> id;
    std::string model_name;
    std::string vin_tail;
    std::string colour;
    Instant stock_since;
};
FORECOURT_STRUCT(AgedCar, id, model_name, vin_tail, colour, stock_since)

struct AgedEvent {
    std::string model_name;
    std::string vin_tail;
    std::int64_t days{};
};
FORECOURT_STRUCT(AgedEvent, model_name, vin_tail, days)

struct AgedAlert {
    std::int64_t cars{};
    std::int64_t days{};
    std::string model_name;  // of the oldest
};
FORECOURT_STRUCT(AgedAlert, cars, days, model_name)

}  // namespace

void tell_ageing(Tx& tx) {
    const auto& steps = floor_plan().steps;
    // From the furthest step down, so that a car that was never told of gets the one alert that matters.
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const Instant before =
            local_instant(local_date(tx.now()) + -static_cast<int>(step->days) + 1) - Duration{1};
        const auto cars =
            db::all<AgedCar>(tx.db(), statements::cars_past_step,
                             {{"store_id", tx.store_id()}, {"before", before}, {"step", step->days}});
        if (cars.empty()) continue;
        for (const auto& car : cars) {
            db::send(tx.db(), statements::set_age_step,
                     {{"store_id", tx.store_id()}, {"id", car.id}, {"step", step->days}});
            tx.emit("vehicles.car_aged", {{"car", car.id}},
                    AgedEvent{car.model_name, car.vin_tail, days_standing(car.stock_since, tx.now())});
        }
        const AgedAlert told{static_cast<std::int64_t>(cars.size()), step->days, cars.front().model_name};
        tasks::alert(tx, {.title_key = "alert.vehicles.cars_aged",
                          .params_json = reflect::to_json(told),
                          .role = step->role,
                          .link = "/stock?min_age_days=" + std::to_string(step->days),
                          .about = {"car", cars.front().id},
                          .level = step->level});
    }
}

}  // namespace forecourt::vehicles
