#include <modules/used_cars/car/used_car_actions.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/car/used_car_views.h>
#include <modules/used_cars/car/used_cars_car.sql.h>
#include <modules/used_cars/days/days_rules.h>
#include <modules/used_cars/days/used_cars_days.sql.h>
#include <modules/used_cars/job/job_actions.h>
#include <modules/used_cars/job/job_rules.h>
#include <modules/used_cars/photo/photo_actions.h>
#include <modules/used_cars/photo/photo_rules.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

namespace statements = sql::used_cars_car;

constexpr UsedStep steps_in_order[] = {UsedStep::arrived,    UsedStep::inspection, UsedStep::mechanical,
                                       UsedStep::body_paint, UsedStep::cleaning,   UsedStep::photos,
                                       UsedStep::for_sale};

std::string tail_of(const Vin& vin) {
    return vin.text.size() > 6 ? vin.text.substr(vin.text.size() - 6) : vin.text;
}

std::int64_t days_between(Instant from, Instant until) {
    return std::max(0, local_date(until) - local_date(from));
}

struct StoredOnBoard {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
    std::string model_text;
    Vin vin;
    std::string plate;
    std::string colour;
    std::int64_t mileage_km{};
    Date first_registered;
    UsedStep step{};
    Instant step_since;
    Instant taken_at;
    Money price;
    Money spent;
    std::optional<Money> asking_price;
    std::string location;
    vehicles::CarState state{};
    std::int64_t open_jobs{};
    std::int64_t version{};
};
FORECOURT_STRUCT(StoredOnBoard, id, number, car_id, model_text, vin, plate, colour, mileage_km,
                 first_registered, step, step_since, taken_at, price, spent, asking_price, location, state,
                 open_jobs, version)

UsedBoardCar board_car(const StoredOnBoard& car, const DayTargets& targets, const Context& context) {
    const StayRow stay{.step = car.step, .entered_at = car.step_since};
    const auto minutes_in_step = minutes_of(stay, context.now());
    UsedBoardCar shown{.id = car.id,
                       .number = car.number,
                       .car_id = car.car_id,
                       .model_text = car.model_text,
                       .vin_tail = tail_of(car.vin),
                       .plate = car.plate,
                       .colour = car.colour,
                       .mileage_km = car.mileage_km,
                       .first_registered = car.first_registered,
                       .location = car.location,
                       .step = car.step,
                       .minutes_in_step = minutes_in_step,
                       .late = is_late(targets, car.step, minutes_in_step),
                       .days_in_stock = days_between(car.taken_at, context.now()),
                       .open_jobs = car.open_jobs,
                       .promised = car.state == vehicles::CarState::locked,
                       .asking_price = car.asking_price,
                       .cost = {},
                       .version = car.version};
    if (context.actor().may(used_cost_read)) shown.cost = car.price + car.spent;
    return shown;
}

UsedBoardStep board_step(const DayTargets& targets, UsedStep step, std::span<const UsedBoardCar> cars,
                         std::span<const StayRow> ended) {
    const auto figures = figures_of(targets, step, ended);
    UsedBoardStep shown{.step = step,
                        .target_days = target_days(targets, step),
                        .stays = figures.stays,
                        .late_stays = figures.late,
                        .median_minutes = figures.median_minutes};
    for (const auto& car : cars) {
        if (car.step != step) continue;
        ++shown.cars;
        if (car.late) ++shown.late_cars;
    }
    return shown;
}

struct TimeToSale {
    Instant taken_at;
    Instant offered_at;
};
FORECOURT_STRUCT(TimeToSale, taken_at, offered_at)

std::optional<std::int64_t> median_to_sale(const Context& context, Instant since) {
    std::vector<std::int64_t> took;
    for (const auto& one : db::all<TimeToSale>(context.db(), statements::times_to_sale,
                                               {{"store_id", context.store_id()}, {"since", since}})) {
        took.push_back((one.offered_at - one.taken_at).ms / minutes(1).ms);
    }
    return median(std::move(took));
}

Result<UsedBoard> run_board(Context& context, const Nothing&) {
    auto& db = context.db();
    const auto targets = limits::in_force(context, day_targets);
    UsedBoard board{.looks_back_days = targets.looks_back_days};
    const Instant since = context.now() - days(board.looks_back_days);
    const bool with_cost = context.actor().may(used_cost_read);
    Money cost;
    for (const auto& car :
         db::all<StoredOnBoard>(db, statements::cars_in_stock, {{"store_id", context.store_id()}})) {
        board.cars.push_back(board_car(car, targets, context));
        cost += car.price + car.spent;
    }
    const auto ended = db::all<StayRow>(db, sql::used_cars_days::stays_ended_since,
                                        {{"store_id", context.store_id()}, {"since", since}});
    for (const auto step : steps_in_order)
        board.steps.push_back(board_step(targets, step, board.cars, ended));
    board.median_minutes_to_sale = median_to_sale(context, since);
    if (with_cost) {
        const Date today = local_date(context.now());
        board.cost = cost;
        board.daily_cost = vehicles::capital_cost_between(cost, today, today + 1);
    }
    allow(board.allowed_actions, context, buy_car, std::nullopt);
    return board;
}

struct StoredInList {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
    std::string model_text;
    Vin vin;
    std::string plate;
    std::string colour;
    UsedSource source{};
    std::int64_t mileage_km{};
    Date first_registered;
    UsedStep step{};
    Instant step_since;
    Instant taken_at;
    std::optional<Instant> sold_at;
    Money price;
    Money spent;
    std::optional<Money> asking_price;
    std::optional<Id<deals::Deal>> sold_deal_id;
    std::optional<Date> transferred_on;
};
FORECOURT_STRUCT(StoredInList, id, number, car_id, model_text, vin, plate, colour, source, mileage_km,
                 first_registered, step, step_since, taken_at, sold_at, price, spent, asking_price,
                 sold_deal_id, transferred_on)

Result<Page<UsedCarListRow>> run_list(Context& context, const UsedCarListIn& in) {
    auto stored = list_page<StoredInList>(context, statements::list_used_cars, in, "-taken_at");
    if (!stored) return stored.refused();
    Page<UsedCarListRow> page{.rows = {}, .next = stored->next};
    for (const auto& car : stored->rows) {
        UsedCarListRow row{.id = car.id,
                           .number = car.number,
                           .model_text = car.model_text,
                           .vin = car.vin,
                           .plate = car.plate,
                           .colour = car.colour,
                           .source = car.source,
                           .mileage_km = car.mileage_km,
                           .first_registered = car.first_registered,
                           .step = car.step,
                           .taken_at = car.taken_at,
                           .sold_at = car.sold_at,
                           .days_in_stock = days_between(car.taken_at, car.sold_at.value_or(context.now())),
                           .asking_price = car.asking_price,
                           .cost = {},
                           .transferred_on = car.transferred_on};
        if (context.actor().may(used_cost_read)) row.cost = car.price + car.spent;
        page.rows.push_back(std::move(row));
    }
    return page;
}

std::vector<UsedPhotos> photos_by_place(const UsedCarNow& now) {
    std::vector<UsedPhotos> places;
    for (const auto place : photo_places) {
        UsedPhotos shown{.place = place, .needed = is_needed(place), .photos = {}};
        for (const auto& photo : now.photos) {
            if (photo.place == place) shown.photos.push_back(photo.file);
        }
        places.push_back(std::move(shown));
    }
    return places;
}

UsedCarHead head_of(const Context& context, const UsedCarNow& now) {
    const auto& car = now.car;
    const auto stock = vehicles::find_car(context.db(), context.store_id(), car.car_id);
    ensure(stock.has_value());
    UsedCarHead head{.id = car.id,
                     .number = car.number,
                     .car_id = car.car_id,
                     .car_before_id = car.car_before_id,
                     .source = car.source,
                     .seller_id = car.seller_id,
                     .seller_name = customers::customer_name(context.db(), context.store_id(), car.seller_id),
                     .deal_id = car.deal_id,
                     .model_text = car.model_text,
                     .vin = car.vin,
                     .plate = car.plate,
                     .colour = car.colour,
                     .condition = car.condition,
                     .mileage_km = stock->mileage_km,
                     .first_registered = car.first_registered,
                     .location = stock->location,
                     .step = car.step,
                     .step_since = car.step_since,
                     .taken_at = car.taken_at,
                     .taken_by = car.taken_by,
                     .days_in_stock = days_between(car.taken_at, car.sold_at.value_or(context.now())),
                     .asking_price = car.asking_price,
                     .promised = now.promised,
                     .sold_deal_id = car.sold_deal_id,
                     .sold_at = car.sold_at,
                     .invoice_number = car.invoice_number,
                     .transferred_on = car.transferred_on,
                     .version = car.version};
    if (now.promised && stock->deal_id) head.sold_deal_id = stock->deal_id;
    return head;
}

UsedWayStep way_step(const Context& context, const DayTargets& targets, const UsedCarNow& now, UsedStep step,
                     std::span<const StayRow> stays) {
    UsedWayStep shown{.step = step,
                      .target_days = target_days(targets, step),
                      .is_now = now.car.step == step,
                      .refused_because = {}};
    for (const auto& stay : stays) {
        if (stay.step != step) continue;
        const auto minutes = minutes_of(stay, context.now());
        ++shown.times;
        shown.minutes += minutes;
        shown.late = shown.late || is_late(targets, step, minutes);
    }
    if (const auto no = may_enter(now, step)) shown.refused_because = std::string(no->name());
    return shown;
}

// Who does the work sees what it costs; what the car cost in all is for fewer.
UsedJob shown_job(const Context& context, const UsedCarRow& car, const JobRow& job) {
    UsedJob shown{.id = job.id,
                  .step = job.step,
                  .title = job.title,
                  .planned_cost = job.planned_cost,
                  .cost = job.cost,
                  .done_by = job.done_by,
                  .supplier = job.supplier,
                  .state = job.state,
                  .note = job.note,
                  .planned_at = job.planned_at,
                  .planned_by = job.planned_by,
                  .ended_at = job.ended_at,
                  .ended_by = job.ended_by,
                  .version = job.version,
                  .allowed_actions = {}};
    if (!context.actor().may(used_cost_read) && !context.actor().may(reconditioning_write)) {
        shown.planned_cost = Money{0};
        shown.cost = Money{0};
    }
    const auto no = may_end_job(car, job);
    allow(shown.allowed_actions, context, finish_job, no);
    allow(shown.allowed_actions, context, drop_job, no);
    return shown;
}

// What the customer pays for the car, or what is asked for it.
std::optional<UsedMoney> money_now(const Context& context, const UsedCarNow& now) {
    UsedMoneyIn in{
        .car = now.car, .jobs = now.jobs, .gross = now.car.asking_price, .today = local_date(context.now())};
    in.vat_basis_points = deals::used_car_vat_basis_points(in.today).value_or(0);
    if (now.car.sold_deal_id) {
        const auto deal = deals::find_deal(context.db(), context.store_id(), *now.car.sold_deal_id);
        ensure(deal.has_value());
        in.gross = deal->car_price;
        in.vat_basis_points =
            deals::sold_car_of(context.db(), context.store_id(), *now.car.sold_deal_id).vat_basis_points;
    }
    return money_of(in);
}

void add_actions(UsedCarRecord& record, const Context& context, const UsedCarNow& now) {
    auto& list = record.allowed_actions;
    allow(list, context, enter_step, may_move_on(now));
    allow(list, context, plan_job, now.car.sold_at ? MaybeRefused(used_car_is_sold) : std::nullopt);
    allow(list, context, describe_car, may_describe(now));
    allow(list, context, set_asking_price, may_set_price(now.car));
    allow(list, context, receive_paper, may_receive_paper(now.car));
    allow(list, context, set_photos, may_set_photos(now.car));
    if (now.car.source == UsedSource::purchase && now.car.paid < now.car.price)
        allow(list, context, pay_seller, may_pay_seller(now));
    if (now.car.sold_at) allow(list, context, record_transfer, may_record_transfer(now.car));
}

Result<UsedCarRecord> run_record(Context& context, const UsedCarIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto now = load_now(db, store, in.used_car_id);
    if (!now) return used_car_not_found;
    UsedCarRecord record{.car = head_of(context, *now)};
    const auto targets = limits::in_force(context, day_targets);
    const auto stays = stays_of(db, store, now->car.id);
    for (const auto step : steps_in_order)
        record.way.push_back(way_step(context, targets, *now, step, stays));
    for (const auto& stay : stays) {
        const auto minutes = minutes_of(stay, context.now());
        record.stays.push_back({stay.step, stay.entered_at, stay.entered_by, stay.left_at, minutes,
                                is_late(targets, stay.step, minutes)});
    }
    for (const auto& job : now->jobs) record.jobs.push_back(shown_job(context, now->car, job));
    record.papers = now->papers;
    record.photos = photos_by_place(*now);
    record.prices = prices_of(db, store, now->car.id);
    const bool with_cost = context.actor().may(used_cost_read);
    if (with_cost || context.actor().may(seller_pay)) {
        record.purchase = UsedPurchase{
            .market_price = now->car.market_price,
            .repair_estimate = now->car.repair_estimate,
            .price = now->car.price,
            .paid = now->car.paid,
            .open = now->car.source == UsedSource::purchase ? now->car.price - now->car.paid : Money{0},
            .payments = payments_of(db, store, now->car.id)};
    }
    if (with_cost) record.money = money_now(context, *now);
    add_actions(record, context, *now);
    return record;
}

Result<TradeInToEnter> run_trade_in_to_enter(Context& context, const TradeInToEnterIn& in) {
    const auto deal = deals::find_deal(context.db(), context.store_id(), in.deal_id);
    if (!deal) return trade_in_deal_not_found;
    const bool is_taken_in = deal->state == deals::DealState::delivered && deal->trade_in > Money{0};
    if (!is_taken_in) return deal_has_no_trade_in;
    if (load_trade_in(context.db(), context.store_id(), in.deal_id)) return trade_in_is_in_stock;
    TradeInToEnter answer{
        .deal_id = deal->id,
        .number = deal->number,
        .customer_id = deal->customer_id,
        .customer_name = customers::customer_name(context.db(), context.store_id(), deal->customer_id),
        .price = deal->trade_in,
        .appraised = deals::trade_in_of(context.db(), context.store_id(), deal->id),
        .allowed_actions = {}};
    allow(answer.allowed_actions, context, buy_car, std::nullopt);
    return answer;
}

}  // namespace

const View<Nothing, UsedBoard> board{
    {.name = "used_cars.board", .needs = used_car_read, .refuses = {}, .run = run_board}};
const View<UsedCarListIn, Page<UsedCarListRow>> car_list{
    {.name = "used_cars.car_list",
     .needs = used_car_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_list}};
const View<UsedCarIn, UsedCarRecord> car_record{{.name = "used_cars.car_record",
                                                 .needs = used_car_read,
                                                 .refuses = {used_car_not_found},
                                                 .run = run_record}};
const View<TradeInToEnterIn, TradeInToEnter> trade_in_to_enter{
    {.name = "used_cars.trade_in_to_enter",
     .needs = used_car_write,
     .refuses = {trade_in_deal_not_found, deal_has_no_trade_in, trade_in_is_in_stock},
     .run = run_trade_in_to_enter}};

}  // namespace forecourt::used_cars
