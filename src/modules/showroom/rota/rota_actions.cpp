#include <db/send.h>
#include <modules/leads/api.h>
#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/rota/rota.h>
#include <modules/showroom/rota/showroom_rota.sql.h>
#include <modules/showroom/test_drive/test_drive.h>
#include <services/access/api.h>

#include <map>
#include <set>

namespace forecourt::showroom {
namespace {

namespace statements = sql::showroom_rota;

struct StoredEntry {
    Date day;
    Id<vehicles::Car> car_id;
    Id<User> user_id;
    std::optional<std::int64_t> fuel_percent;
    std::optional<bool> clean;
    std::string note;
    std::optional<Instant> ready_at;
};
FORECOURT_STRUCT(StoredEntry, day, car_id, user_id, fuel_percent, clean, note, ready_at)

struct RotaEvent {
    std::string car_title;
    std::string user_name;
    Date day;
};
FORECOURT_STRUCT(RotaEvent, car_title, user_name, day)

struct ReadyEvent {
    std::string car_title;
    std::int64_t fuel_percent{};
};
FORECOURT_STRUCT(ReadyEvent, car_title, fuel_percent)

Result<vehicles::CarFacts> demo_car(Tx& tx, Id<vehicles::Car> id) {
    auto car = vehicles::find_car(tx.db(), tx.store_id(), id);
    if (!car) return vehicles::car_not_found;
    if (car->state != vehicles::CarState::demo) return car_is_not_demo;
    return *car;
}

Result<Nothing> run_assign_demo_car(Tx& tx, const AssignDemoCar& in) {
    const auto car = demo_car(tx, in.car_id);
    if (!car) return car.refused();
    if (in.day < local_date(tx.now())) return rota_day_is_past;
    bool found = false;
    for (const auto& person : access::users_with_role(tx.db(), tx.store_id(), Role::sales))
        found = found || person.id == in.user_id;
    if (!found) return consultant_not_found;
    db::send(tx.db(), statements::assign, db::Params::of(in, {{"store_id", tx.store_id()}}));
    tx.emit("showroom.demo_car_assigned", {{"car", car->id}},
            RotaEvent{car->model_name, access::user_name(tx.db(), tx.store_id(), in.user_id), in.day});
    return Nothing{};
}

Result<Nothing> run_ready_demo_car(Tx& tx, const ReadyDemoCar& in) {
    const auto car = demo_car(tx, in.car_id);
    if (!car) return car.refused();
    if (auto no = check_ready(in)) return *no;
    const Date today = local_date(tx.now());
    const auto entry = db::first<StoredEntry>(
        tx.db(), statements::rota_between,
        {{"store_id", tx.store_id()}, {"from", today}, {"until", today + 1}, {"car_id", car->id}});
    if (!entry) return demo_car_not_assigned;
    if (entry->ready_at) return demo_car_is_ready;
    db::send(tx.db(), statements::make_ready,
             {{"store_id", tx.store_id()},
              {"day", today},
              {"car_id", car->id},
              {"fuel_percent", in.fuel_percent},
              {"clean", in.clean},
              {"note", in.note.value_or("")},
              {"ready_at", tx.now()}});
    tx.emit("showroom.demo_car_ready", {{"car", car->id}}, ReadyEvent{car->model_name, in.fuel_percent});
    return Nothing{};
}

Result<Rota> run_demo_rota(Context& context, const RotaIn& in) {
    Rota rota{.from = in.from, .cars = {}, .entries = {}};
    for (const auto& car : vehicles::demo_cars(context.db(), context.store_id()))
        rota.cars.push_back({car.id, car.model_name, car.plate ? car.plate->text : ""});
    for (const auto& entry : db::all<StoredEntry>(
             context.db(), statements::rota_between,
             {{"store_id", context.store_id()}, {"from", in.from}, {"until", in.from + 7}})) {
        rota.entries.push_back(
            {.day = entry.day,
             .car_id = entry.car_id,
             .user_id = entry.user_id,
             .user_name = access::user_name(context.db(), context.store_id(), entry.user_id),
             .fuel_percent = entry.fuel_percent,
             .clean = entry.clean,
             .note = entry.note,
             .ready_at = entry.ready_at});
    }
    return rota;
}

struct UsedDrive {
    Id<TestDrive> id;
    TestDriveState state{};
    Id<vehicles::Car> car_id;
    Id<customers::Customer> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    std::optional<Instant> started_at;
    std::optional<Instant> finished_at;
    std::optional<std::int64_t> mileage_out_km;
    std::optional<std::int64_t> mileage_in_km;
    std::optional<std::int64_t> comfort;
    std::optional<std::int64_t> power;
    std::optional<std::int64_t> handling;
    std::optional<std::int64_t> space;
};
FORECOURT_STRUCT(UsedDrive, id, state, car_id, customer_id, lead_id, started_at, finished_at, mileage_out_km,
                 mileage_in_km, comfort, power, handling, space)

struct CarSums {
    DemoCarUse use;
    std::int64_t scores = 0;
    std::int64_t scored = 0;
    std::set<std::int64_t> customers;
    std::set<std::int64_t> won;
};

void add(CarSums& sums, const UsedDrive& drive, const Context& context) {
    if (drive.state == TestDriveState::cancelled) {
        ++sums.use.cancelled;
        return;
    }
    ++sums.use.booked;
    if (drive.state != TestDriveState::finished) return;
    ++sums.use.finished;
    sums.use.driven_minutes += (*drive.finished_at - *drive.started_at).ms / 60'000;
    sums.use.driven_km += *drive.mileage_in_km - *drive.mileage_out_km;
    if (drive.comfort) {
        sums.scores += *drive.comfort + *drive.power + *drive.handling + *drive.space;
        sums.scored += 4;
    }
    sums.customers.insert(drive.customer_id.value);
    if (!drive.lead_id) return;
    const auto lead = leads::find_lead(context.db(), context.store_id(), *drive.lead_id);
    if (lead && lead->state == leads::LeadState::won) sums.won.insert(drive.customer_id.value);
}

Result<DemoCarUses> run_demo_car_use(Context& context, const DemoCarUseIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const Date until = in.until.value_or(local_date(context.now()));
    const Date from = std::max(in.from.value_or(until + -29), until + -366);
    std::map<Id<vehicles::Car>, CarSums> cars;
    for (const auto& car : vehicles::demo_cars(db, store)) cars[car.id];
    for (const auto& drive : db::all<UsedDrive>(
             db, statements::drives_between,
             {{"store_id", store}, {"from", local_instant(from)}, {"until", local_instant(until + 1)}})) {
        add(cars[drive.car_id], drive, context);
    }
    const auto open = access::store_facts(db, store);
    const std::int64_t open_minutes =
        std::max(1, (until - from + 1) * (open.closes_minute - open.opens_minute));
    DemoCarUses uses{.from = from, .until = until, .rows = {}};
    for (auto& [id, sums] : cars) {
        auto& use = sums.use;
        use.car_id = id;
        if (const auto car = vehicles::find_car(db, store, id)) {
            use.title = car->model_name;
            use.plate = car->plate ? car->plate->text : "";
        }
        use.use_percent = use.driven_minutes * 100 / open_minutes;
        if (sums.scored > 0) use.score_tenths = (sums.scores * 10 + sums.scored / 2) / sums.scored;
        use.customers = static_cast<std::int64_t>(sums.customers.size());
        use.won = static_cast<std::int64_t>(sums.won.size());
        uses.rows.push_back(use);
    }
    return uses;
}

}  // namespace

MaybeRefused check_ready(const ReadyDemoCar& in) {
    if (in.fuel_percent < 0 || in.fuel_percent > 100) return fuel_percent_wrong;
    if (in.fuel_percent < 25) return demo_car_nearly_empty;
    if (!in.clean) return demo_car_not_clean;
    return std::nullopt;
}

const Action<AssignDemoCar, Nothing> assign_demo_car{
    {.name = "showroom.assign_demo_car",
     .needs = test_drive_write,
     .refuses = {vehicles::car_not_found, car_is_not_demo, rota_day_is_past, consultant_not_found},
     .run = run_assign_demo_car}};
const Action<ReadyDemoCar, Nothing> ready_demo_car{
    {.name = "showroom.ready_demo_car",
     .needs = test_drive_write,
     .refuses = {vehicles::car_not_found, car_is_not_demo, fuel_percent_wrong, demo_car_nearly_empty,
                 demo_car_not_clean, demo_car_not_assigned, demo_car_is_ready},
     .run = run_ready_demo_car}};

const View<RotaIn, Rota> demo_rota{
    {.name = "showroom.demo_rota", .needs = test_drive_write, .refuses = {}, .run = run_demo_rota}};
const View<DemoCarUseIn, DemoCarUses> demo_car_use{
    {.name = "showroom.demo_car_use", .needs = test_drive_write, .refuses = {}, .run = run_demo_car_use}};

}  // namespace forecourt::showroom
