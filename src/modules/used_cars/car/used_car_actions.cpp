#include <db/send.h>
#include <modules/used_cars/car/used_car_actions.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/car/used_cars_car.sql.h>
#include <services/files/api.h>
#include <services/ledger/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::used_cars {
namespace {

namespace statements = sql::used_cars_car;

struct StepEvent {
    std::string number;
    std::string model_text;
    UsedStep step{};
    std::string location;
};
FORECOURT_STRUCT(StepEvent, number, model_text, step, location)

struct PriceEvent {
    std::string number;
    Money price;
    std::string reason;
};
FORECOURT_STRUCT(PriceEvent, number, price, reason)

struct PaperEvent {
    std::string number;  // of the used car
    UsedPaper kind{};
};
FORECOURT_STRUCT(PaperEvent, number, kind)

UsedCarChanged changed(const UsedCarRow& car) { return {car.id, car.step, car.version}; }

/// The car at the version the person saw.
Result<UsedCarNow> load(Tx& tx, Id<UsedCar> id, std::optional<std::int64_t> version) {
    auto now = load_now(tx.db(), tx.store_id(), id);
    if (!now) return used_car_not_found;
    if (version) now->car.version = *version;
    return *now;
}

// Into the stock and onto the way of reconditioning; what it costs is the deal's or the purchase's to book.
Result<UsedCarRow> take_in(Tx& tx, const BuyUsedCar& in) {
    const auto taken = vehicles::take_used_car(tx, {.vin = in.vin,
                                                    .plate = in.plate,
                                                    .model_text = in.model_text.text,
                                                    .mileage_km = in.mileage_km,
                                                    .first_registered = in.first_registered,
                                                    .cost = in.price,
                                                    .location = in.location.text,
                                                    .key_number = in.key_number.value_or(""),
                                                    .keys = in.keys});
    if (!taken) return taken.refused();
    UsedCarRow car{.id = tx.new_id<UsedCar>(),
                   .number = numbering::next_number(tx, "UC"),
                   .car_id = taken->car_id,
                   .car_before_id = taken->before,
                   .source = in.deal_id ? UsedSource::trade_in : UsedSource::purchase,
                   .seller_id = in.customer_id,
                   .deal_id = in.deal_id,
                   .model_text = in.model_text.text,
                   .vin = in.vin,
                   .plate = in.plate ? in.plate->text : "",
                   .condition = in.condition.text,
                   .mileage_km = in.mileage_km,
                   .first_registered = in.first_registered,
                   .market_price = in.market_price,
                   .repair_estimate = in.repair_estimate,
                   .price = in.price,
                   .step = UsedStep::arrived,
                   .step_since = tx.now(),
                   .taken_at = tx.now(),
                   .taken_by = tx.actor().name,
                   .version = 1};
    insert_used_car(tx, car);
    change_step(tx, car, UsedStep::arrived);
    tx.emit("used_cars.car_taken_in",
            {{"used_car", car.id},
             {"car", car.car_id},
             {"customer", car.seller_id},
             {"deal", car.deal_id.value_or(Id<deals::Deal>{})}},
            UsedCarEvent{car.number, car.model_text, in.condition.text});
    return car;
}

Result<UsedCarBought> run_buy(Tx& tx, const BuyUsedCar& in) {
    if (!customers::find_customer(tx.db(), tx.store_id(), in.customer_id))
        return customers::customer_not_found;
    if (in.deal_id) {
        if (auto no = check_trade_in(deals::find_deal(tx.db(), tx.store_id(), *in.deal_id), in)) return *no;
        if (load_trade_in(tx.db(), tx.store_id(), *in.deal_id)) return trade_in_is_in_stock;
    }
    if (auto no = check_purchase(in, local_date(tx.now()))) return *no;
    const auto car = take_in(tx, in);
    if (!car) return car.refused();
    // A trade-in came into the stock's value when the new car was handed over.
    if (car->source == UsedSource::purchase) {
        ledger::post(tx, "used_cars.car_taken_in", about_cost(car->id),
                     postings_of_purchase(car->price, car->seller_id));
    } else {
        tasks::close_tasks(tx, {"deal", *car->deal_id}, "task.used_cars.enter_trade_in");
    }
    return UsedCarBought{car->id, car->number, car->car_id};
}

Result<UsedCarChanged> run_receive_paper(Tx& tx, const ReceivePaper& in) {
    const auto now = load(tx, in.used_car_id, {});
    if (!now) return now.refused();
    if (auto no = may_receive_paper(now->car)) return *no;
    if (has_paper(now->papers, in.kind)) return used_paper_is_there;
    if (in.file && !files::file_exists(tx.db(), tx.store_id(), *in.file)) return files::file_not_found;
    const PaperRow paper{.kind = in.kind,
                         .number = std::string(trimmed(in.number.value_or(""))),
                         .file = in.file ? in.file->text : "",
                         .received_at = tx.now(),
                         .received_by = tx.actor().name};
    db::send(
        tx.db(), statements::insert_paper,
        db::Params::of(paper,
                       {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"used_car_id", now->car.id}}));
    tx.emit("used_cars.paper_received", {{"used_car", now->car.id}, {"car", now->car.car_id}},
            PaperEvent{now->car.number, in.kind});
    return changed(now->car);
}

Result<UsedCarChanged> run_pay_seller(Tx& tx, const PaySeller& in) {
    auto now = load(tx, in.used_car_id, in.version);
    if (!now) return now.refused();
    if (auto no = check_payment(*now, in.amount)) return *no;
    auto& car = now->car;
    car.paid += in.amount;
    update_used_car(tx, car);
    db::send(tx.db(), statements::insert_payment,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"used_car_id", car.id},
              {"amount", in.amount},
              {"reference", in.reference},
              {"paid_at", tx.now()},
              {"paid_by", tx.actor().name}});
    ledger::post(tx, "used_cars.seller_paid", about_cost(car.id),
                 postings_of_seller_payment(in.amount, car.seller_id));
    emit_used_car(tx, "used_cars.seller_paid", car, in.reference.text);
    return changed(car);
}

Result<UsedCarChanged> run_describe(Tx& tx, const DescribeUsedCar& in) {
    auto now = load(tx, in.used_car_id, in.version);
    if (!now) return now.refused();
    if (auto no = may_describe(*now)) return *no;
    auto& car = now->car;
    const auto name = vehicles::describe_used_car(tx, car.car_id,
                                                  {.brand = in.brand,
                                                   .series = in.series,
                                                   .trim = in.trim,
                                                   .year = in.year,
                                                   .fuel = in.fuel,
                                                   .gearbox = in.gearbox,
                                                   .displacement_ml = in.displacement_ml,
                                                   .seats = in.seats,
                                                   .price = in.new_price},
                                                  in.colour.text);
    if (!name) return name.refused();
    car.model_text = *name;
    car.colour = in.colour.text;
    car.described_at = tx.now();
    update_used_car(tx, car);
    emit_used_car(tx, "used_cars.car_described", car, car.colour);
    return changed(car);
}

Result<UsedCarChanged> run_enter_step(Tx& tx, const EnterStep& in) {
    auto now = load(tx, in.used_car_id, in.version);
    if (!now) return now.refused();
    if (auto no = may_enter(*now, in.step)) return *no;
    auto& car = now->car;
    const std::string place(trimmed(in.location.value_or("")));
    if (!place.empty()) {
        if (auto no = vehicles::set_location(tx, car.car_id, place)) return *no;
    }
    const bool was_for_sale = car.step == UsedStep::for_sale;
    change_step(tx, car, in.step);
    if (in.step == UsedStep::for_sale) {
        if (!car.offered_at) car.offered_at = tx.now();
        vehicles::set_asking_price(tx, car.car_id, car.asking_price);
    } else if (was_for_sale) {
        vehicles::set_asking_price(tx, car.car_id, std::nullopt);
    }
    update_used_car(tx, car);
    tx.emit(in.step == UsedStep::for_sale ? "used_cars.offered_for_sale" : "used_cars.step_entered",
            {{"used_car", car.id}, {"car", car.car_id}},
            StepEvent{car.number, car.model_text, in.step, place});
    return changed(car);
}

Result<UsedCarChanged> run_set_price(Tx& tx, const SetAskingPrice& in) {
    auto now = load(tx, in.used_car_id, in.version);
    if (!now) return now.refused();
    auto& car = now->car;
    if (auto no = check_asking_price(car, in.price)) return *no;
    car.asking_price = in.price;
    update_used_car(tx, car);
    if (car.step == UsedStep::for_sale) vehicles::set_asking_price(tx, car.car_id, in.price);
    db::send(tx.db(), statements::insert_price,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"used_car_id", car.id},
              {"price", in.price},
              {"reason", in.reason},
              {"set_at", tx.now()},
              {"set_by", tx.actor().name}});
    tx.emit("used_cars.price_set", {{"used_car", car.id}, {"car", car.car_id}},
            PriceEvent{car.number, in.price, in.reason.text});
    return changed(car);
}

Result<UsedCarChanged> run_record_transfer(Tx& tx, const RecordTransfer& in) {
    auto now = load(tx, in.used_car_id, in.version);
    if (!now) return now.refused();
    auto& car = now->car;
    if (auto no = check_transfer(car, in, local_date(tx.now()))) return *no;
    if (in.plate) {
        if (auto no = vehicles::set_plate(tx, car.car_id, *in.plate)) return *no;
        car.plate = in.plate->text;
    }
    car.invoice_number = in.invoice_number.text;
    car.transferred_on = in.transferred_on;
    update_used_car(tx, car);
    tasks::close_tasks(tx, {"used_car", car.id}, "task.used_cars.record_transfer");
    emit_used_car(tx, "used_cars.transfer_recorded", car, car.invoice_number);
    return changed(car);
}

struct TradeInTask {
    std::string number;  // of the deal
    std::string customer_name;
};
FORECOURT_STRUCT(TradeInTask, number, customer_name)

void ask_to_enter(Tx& tx, const deals::DealFacts& deal) {
    tasks::add_task(tx,
                    {.title_key = "task.used_cars.enter_trade_in",
                     .params_json = reflect::to_json(TradeInTask{
                         deal.number, customers::customer_name(tx.db(), tx.store_id(), deal.customer_id)}),
                     .role = Role::sales_manager,
                     .due_at = tx.now() + days(1),
                     .about = {"deal", deal.id},
                     .customer_id = deal.customer_id.value,
                     .link = "/used-cars?deal_id=" + std::to_string(deal.id.value)});
}

}  // namespace

MaybeRefused take_trade_in(Tx& tx, const Event& event) {
    const Id<deals::Deal> id{event.object("deal")};
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), id);
    ensure(deal.has_value());
    if (deal->trade_in == Money{0}) return std::nullopt;
    const auto old = deals::trade_in_of(tx.db(), tx.store_id(), id);
    if (!old) {
        ask_to_enter(tx, *deal);
        return std::nullopt;
    }
    BuyUsedCar in{.customer_id = deal->customer_id,
                  .vin = old->vin,
                  .plate = {},
                  .model_text = {old->model_text},
                  .first_registered = old->first_registered,
                  .mileage_km = old->mileage_km,
                  .condition = {old->condition},
                  .market_price = old->market_price,
                  .repair_estimate = old->repair_estimate,
                  .price = old->offered,
                  .location = {"二手车收车区"},
                  .key_number = {},
                  .keys = {},
                  .deal_id = id};
    if (!old->plate.empty()) in.plate = Plate{old->plate};
    // The new car leaves whatever is the matter with the old one.
    if (!take_in(tx, in)) ask_to_enter(tx, *deal);
    return std::nullopt;
}

MaybeRefused note_sale(Tx& tx, const Event& event) {
    auto car = load_used_car_of(tx.db(), tx.store_id(), {event.object("car")});
    if (!car) return std::nullopt;
    change_step(tx, *car, UsedStep::sold);
    car->sold_at = tx.now();
    if (event.object("deal") != 0) car->sold_deal_id = Id<deals::Deal>{event.object("deal")};
    update_used_car(tx, *car);
    tasks::add_task(tx, {.title_key = "task.used_cars.record_transfer",
                         .params_json = reflect::to_json(UsedCarEvent{car->number, car->model_text, ""}),
                         .role = Role::delivery,
                         // What the contract promises.
                         .due_at = tx.now() + days(30),
                         .about = {"used_car", car->id},
                         .link = link_of(car->id)});
    emit_used_car(tx, "used_cars.car_sold", *car);
    return std::nullopt;
}

const Action<BuyUsedCar, UsedCarBought> buy_car{
    {.name = "used_cars.buy_car",
     .needs = used_car_write,
     .refuses = {customers::customer_not_found, trade_in_deal_not_found, deal_has_no_trade_in,
                 trade_in_has_other_price, trade_in_is_in_stock, used_first_registration_wrong,
                 used_price_wrong, used_price_over_value, vehicles::car_is_ours_already,
                 vehicles::mileage_goes_backwards, vehicles::mileage_out_of_range, vehicles::plate_taken,
                 vehicles::key_count_out_of_range},
     .run = run_buy}};
const Action<ReceivePaper, UsedCarChanged> receive_paper{
    {.name = "used_cars.receive_paper",
     .needs = used_car_write,
     .refuses = {used_car_not_found, used_car_is_sold, used_paper_is_there, files::file_not_found},
     .run = run_receive_paper}};
const Action<PaySeller, UsedCarChanged> pay_seller{
    {.name = "used_cars.pay_seller",
     .needs = seller_pay,
     .refuses = {used_car_not_found, trade_in_is_netted, seller_papers_missing, seller_payment_wrong},
     .run = run_pay_seller}};
const Action<DescribeUsedCar, UsedCarChanged> describe_car{
    {.name = "used_cars.describe_car",
     .needs = used_car_write,
     .refuses = {used_car_not_found, used_car_is_sold, used_car_is_promised,
                 vehicles::model_price_not_positive, vehicles::model_year_out_of_range,
                 vehicles::model_seats_out_of_range, vehicles::engine_does_not_fit_fuel},
     .run = run_describe}};
const Action<EnterStep, UsedCarChanged> enter_step{
    {.name = "used_cars.enter_step",
     .needs = reconditioning_write,
     .refuses = {used_car_not_found, used_car_is_sold, used_car_is_promised, used_step_not_chosen,
                 used_car_is_there, used_jobs_are_open, used_car_not_inspected, seller_papers_missing,
                 used_car_not_described, used_photos_missing, asking_price_missing,
                 vehicles::car_not_in_house},
     .run = run_enter_step}};
const Action<SetAskingPrice, UsedCarChanged> set_asking_price{
    {.name = "used_cars.set_asking_price",
     .needs = used_car_write,
     .refuses = {used_car_not_found, used_car_is_sold, used_price_wrong},
     .run = run_set_price}};
const Action<RecordTransfer, UsedCarChanged> record_transfer{
    {.name = "used_cars.record_transfer",
     .needs = reconditioning_write,
     .refuses = {used_car_not_found, used_car_is_not_sold, transfer_is_recorded, used_invoice_number_wrong,
                 transfer_day_wrong, vehicles::plate_taken},
     .run = run_record_transfer}};

}  // namespace forecourt::used_cars
