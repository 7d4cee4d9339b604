#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/vehicles/api.h>

namespace forecourt::showroom {

/// Who makes a demo car ready on a day: washed, charged or filled, checked round.
struct AssignDemoCar {
    Id<vehicles::Car> car_id;
    Date day;
    Id<User> user_id;
};
FORECOURT_STRUCT(AssignDemoCar, car_id, day, user_id)

struct ReadyDemoCar {
    Id<vehicles::Car> car_id;
    std::int64_t fuel_percent{};
    bool clean{};
    std::optional<std::string> note;
};
FORECOURT_STRUCT(ReadyDemoCar, car_id, fuel_percent, clean, note)

inline constexpr Refusal rota_day_is_past{"rota_day_is_past", RefusalKind::unprocessable};
/// Nobody is down for this car today.
inline constexpr Refusal demo_car_not_assigned{"demo_car_not_assigned"};
inline constexpr Refusal demo_car_is_ready{"demo_car_is_ready"};
/// Under a quarter of the tank or battery no drive begins.
inline constexpr Refusal demo_car_nearly_empty{"demo_car_nearly_empty", RefusalKind::unprocessable};
inline constexpr Refusal demo_car_not_clean{"demo_car_not_clean", RefusalKind::unprocessable};

MaybeRefused check_ready(const ReadyDemoCar& in);

struct RotaIn {
    Date from;  // seven days
};
FORECOURT_STRUCT(RotaIn, from)

struct RotaEntry {
    Date day;
    Id<vehicles::Car> car_id;
    Id<User> user_id;
    std::string user_name;
    std::optional<std::int64_t> fuel_percent;
    std::optional<bool> clean;
    std::string note;
    std::optional<Instant> ready_at;
};
FORECOURT_STRUCT(RotaEntry, day, car_id, user_id, user_name, fuel_percent, clean, note, ready_at)

struct RotaCar {
    Id<vehicles::Car> id;
    std::string title;
    std::string plate;
};
FORECOURT_STRUCT(RotaCar, id, title, plate)

struct Rota {
    Date from;
    std::vector<RotaCar> cars;
    std::vector<RotaEntry> entries;
};
FORECOURT_STRUCT(Rota, from, cars, entries)

/// How a demo car was used in a stretch of days, and what came of the drives.
struct DemoCarUseIn {
    std::optional<Date> from;  // the last thirty days when nothing is said
    std::optional<Date> until;
};
FORECOURT_STRUCT(DemoCarUseIn, from, until)

struct DemoCarUse {
    Id<vehicles::Car> car_id;
    std::string title;
    std::string plate;
    std::int64_t booked{};
    std::int64_t finished{};
    std::int64_t cancelled{};
    std::int64_t driven_minutes{};
    std::int64_t driven_km{};
    std::int64_t use_percent{};                // driven time in the opening hours
    std::optional<std::int64_t> score_tenths;  // of 5, over what customers said
    std::int64_t customers{};                  // who finished a drive
    std::int64_t won{};                        // of them, who signed afterwards
};
FORECOURT_STRUCT(DemoCarUse, car_id, title, plate, booked, finished, cancelled, driven_minutes, driven_km,
                 use_percent, score_tenths, customers, won)

struct DemoCarUses {
    Date from;
    Date until;
    std::vector<DemoCarUse> rows;
};
FORECOURT_STRUCT(DemoCarUses, from, until, rows)

extern const Action<AssignDemoCar, Nothing> assign_demo_car;
extern const Action<ReadyDemoCar, Nothing> ready_demo_car;
extern const View<RotaIn, Rota> demo_rota;
extern const View<DemoCarUseIn, DemoCarUses> demo_car_use;

}  // namespace forecourt::showroom
