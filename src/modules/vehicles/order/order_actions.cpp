#include <db/send.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/claim/claim.h>
#include <modules/vehicles/model/model.h>
#include <modules/vehicles/order/order_actions.h>
#include <modules/vehicles/order/vehicles_order.sql.h>
#include <services/numbering/api.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_order;

struct OrderEvent {
    std::string number;
    std::int64_t cars{};
    Date expected_on;
};
FORECOURT_STRUCT(OrderEvent, number, cars, expected_on)

struct OrderedCarEvent {
    std::string number;
    std::string model_name;
    std::string colour;
    Date expected_on;
    std::string reason;
};
FORECOURT_STRUCT(OrderedCarEvent, number, model_name, colour, expected_on, reason)

std::optional<OrderRow> load_order(db::Connection& db, Id<Store> store, Id<FactoryOrder> id) {
    return db::first<OrderRow>(db, statements::find_order, {{"store_id", store}, {"id", id}});
}

void insert_order(Tx& tx, OrderRow& order) {
    order.waiting = order.cars;
    order.number = numbering::next_number(tx, "FO");
    db::send(tx.db(), statements::insert_order, db::Params::of(order, {{"store_id", tx.store_id()}}));
}

void insert_ordered_car(Tx& tx, const OrderedCarRow& car) {
    db::send(tx.db(), statements::insert_ordered_car, db::Params::of(car, {{"store_id", tx.store_id()}}));
}

Result<OrderPlaced> run_place_order(Tx& tx, const PlaceOrder& in) {
    if (auto no = check_order(in, local_date(tx.now()))) return *no;
    OrderRow order{.id = tx.new_id<FactoryOrder>(),
                   .number = {},
                   .note = in.note.value_or(""),
                   .placed_at = tx.now(),
                   .placed_by = tx.actor().name};
    std::vector<std::string> names;
    for (const auto& line : in.lines) {
        const auto model = find_model(tx.db(), tx.store_id(), line.model_id);
        if (!model) return model_not_found;
        names.push_back(model->name);
        order.cars += line.cars;
    }
    insert_order(tx, order);
    std::int64_t position = 0;
    for (std::size_t i = 0; i < in.lines.size(); ++i) {
        const auto& line = in.lines[i];
        for (std::int64_t n = 0; n < line.cars; ++n) {
            insert_ordered_car(tx, {.id = tx.new_id<OrderedCar>(),
                                    .order_id = order.id,
                                    .position = ++position,
                                    .model_id = line.model_id,
                                    .model_name = names[i],
                                    .colour = line.colour.text,
                                    .cost = line.cost,
                                    .expected_on = in.expected_on});
        }
    }
    tx.emit("vehicles.order_placed", {{"factory_order", order.id}},
            OrderEvent{order.number, order.cars, in.expected_on});
    return OrderPlaced{order.id, order.number, order.cars};
}

struct LoadedCar {
    OrderedCarRow car;
    OrderRow order;
};

Result<LoadedCar> load(Tx& tx, Id<OrderedCar> id, std::int64_t version) {
    auto car = db::first<OrderedCarRow>(tx.db(), statements::find_ordered_car,
                                        {{"store_id", tx.store_id()}, {"id", id}});
    if (!car) return ordered_car_not_found;
    if (auto no = may_change_ordered(*car)) return *no;
    car->version = version;
    const auto order = load_order(tx.db(), tx.store_id(), car->order_id);
    ensure(order.has_value());
    return LoadedCar{*car, *order};
}

void store(Tx& tx, const LoadedCar& changed) {
    db::execute_one(tx.db(), statements::update_ordered_car,
                    db::Params::of(changed.car, {{"store_id", tx.store_id()}}));
    if (changed.car.state == OrderedCarState::ordered) return;
    db::send(tx.db(), statements::settle_one, {{"store_id", tx.store_id()}, {"id", changed.order.id}});
}

OrderedCarEvent event_of(const LoadedCar& one, const std::string& reason) {
    return {one.order.number, one.car.model_name, one.car.colour, one.car.expected_on, reason};
}

Result<Nothing> run_postpone(Tx& tx, const PostponeOrderedCar& in) {
    auto one = load(tx, in.ordered_car_id, in.version);
    if (!one) return one.refused();
    if (in.expected_on < local_date(tx.now())) return expected_date_is_past;
    one->car.expected_on = in.expected_on;
    store(tx, *one);
    tx.emit("vehicles.ordered_car_postponed",
            {{"factory_order", one->order.id}, {"deal", one->car.deal_id.value_or(Id<deals::Deal>{})}},
            event_of(*one, in.reason.text));
    return Nothing{};
}

Result<CarAdded> run_dispatch(Tx& tx, const DispatchOrderedCar& in) {
    auto one = load(tx, in.ordered_car_id, in.version);
    if (!one) return one.refused();
    if (auto no = check_dispatch(one->car, in)) return *no;
    if (in.expected_on) one->car.expected_on = *in.expected_on;
    if (in.cost) one->car.cost = *in.cost;
    auto added = put_ordered_car(tx,
                                 {.vin = in.vin,
                                  .model_id = one->car.model_id,
                                  .colour = {one->car.colour},
                                  .cost = one->car.cost,
                                  .expected_on = one->car.expected_on},
                                 one->car.deal_id);
    if (!added) return added;
    one->car.state = OrderedCarState::dispatched;
    one->car.car_id = added->id;
    store(tx, *one);
    tx.emit("vehicles.ordered_car_dispatched",
            {{"factory_order", one->order.id},
             {"car", added->id},
             {"deal", one->car.deal_id.value_or(Id<deals::Deal>{})}},
            event_of(*one, ""));
    return added;
}

Result<Nothing> run_drop(Tx& tx, const DropOrderedCar& in) {
    auto one = load(tx, in.ordered_car_id, in.version);
    if (!one) return one.refused();
    one->car.state = OrderedCarState::dropped;
    one->car.drop_reason = in.reason.text;
    store(tx, *one);
    tx.emit("vehicles.ordered_car_dropped",
            {{"factory_order", one->order.id}, {"deal", one->car.deal_id.value_or(Id<deals::Deal>{})}},
            event_of(*one, in.reason.text));
    return Nothing{};
}

// `open_only` false is the same as not said; the statement's line is switched on by being given.
Result<Page<OrderListRow>> run_order_list(Context& context, const OrderListIn& asked) {
    OrderListIn in = asked;
    if (in.open_only && !*in.open_only) in.open_only.reset();
    return list_page<OrderListRow>(context, statements::list_orders, in, "-placed_at");
}

Result<OrderRecord> run_order_record(Context& context, const OrderIn& in) {
    const auto order = load_order(context.db(), context.store_id(), in.order_id);
    if (!order) return factory_order_not_found;
    OrderRecord record{.order = *order, .cars = {}};
    for (const auto& car :
         db::all<OrderedCarRow>(context.db(), statements::cars_of_order,
                                {{"store_id", context.store_id()}, {"order_id", in.order_id}})) {
        OrderedCarLine line{
            .id = car.id,
            .position = car.position,
            .model_id = car.model_id,
            .model_name = car.model_name,
            .colour = car.colour,
            .cost = {},
            .expected_on = car.expected_on,
            .late = car.state == OrderedCarState::ordered && car.expected_on < local_date(context.now()),
            .state = car.state,
            .car_id = car.car_id,
            .drop_reason = car.drop_reason,
            .deal_id = car.deal_id,
            .version = car.version,
            .allowed_actions = {}};
        if (context.actor().may(stock_cost_read)) line.cost = car.cost;
        allow(line.allowed_actions, context, dispatch_ordered_car, may_change_ordered(car));
        allow(line.allowed_actions, context, postpone_ordered_car, may_change_ordered(car));
        allow(line.allowed_actions, context, drop_ordered_car, may_change_ordered(car));
        record.cars.push_back(std::move(line));
    }
    return record;
}

Result<Page<OrderedCarListRow>> run_ordered_car_list(Context& context, const OrderedCarListIn& in) {
    return list_page<OrderedCarListRow>(context, statements::list_ordered_cars, in, "expected_on");
}

}  // namespace

Result<OrderOfDeal> order_for_deal(Tx& tx, const OrderForDeal& in) {
    const auto model = find_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    if (in.expected_on < local_date(tx.now())) return expected_date_is_past;
    OrderRow order{.id = tx.new_id<FactoryOrder>(),
                   .number = {},
                   .note = in.note,
                   .placed_at = tx.now(),
                   .placed_by = tx.actor().name,
                   .cars = 1};
    insert_order(tx, order);
    const auto last_cost = db::number(tx.db(), statements::last_cost_of_model,
                                      {{"store_id", tx.store_id()}, {"model_id", in.model_id}});
    insert_ordered_car(tx, {.id = tx.new_id<OrderedCar>(),
                            .order_id = order.id,
                            .position = 1,
                            .model_id = in.model_id,
                            .model_name = model->name,
                            .colour = in.colour,
                            .cost = Money{last_cost.value_or(0)},
                            .expected_on = in.expected_on,
                            .deal_id = in.deal_id});
    tx.emit("vehicles.order_placed", {{"factory_order", order.id}, {"deal", in.deal_id}},
            OrderEvent{order.number, order.cars, in.expected_on});
    return *order_of_deal(tx.db(), tx.store_id(), in.deal_id);
}

std::optional<OrderOfDeal> order_of_deal(db::Connection& db, Id<Store> store, Id<deals::Deal> deal) {
    return db::first<OrderOfDeal>(db, statements::order_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

bool has_open_damage(db::Connection& db, Id<Store> store, Id<Car> id) {
    const auto claims = claims_of_car(db, store, id);
    return std::any_of(claims.begin(), claims.end(),
                       [](const auto& claim) { return claim.state != DamageClaimState::closed; });
}

void give_up_order(Tx& tx, Id<deals::Deal> deal) {
    const auto order = order_of_deal(tx.db(), tx.store_id(), deal);
    if (!order) return;
    db::send(tx.db(), statements::give_up_order,
             {{"store_id", tx.store_id()}, {"id", order->ordered_car_id}});
    if (order->car_id) release_car(tx, *order->car_id, deal);
}

const Action<PlaceOrder, OrderPlaced> place_order{
    {.name = "vehicles.place_order",
     .needs = stock_write,
     .refuses = {order_has_no_cars, order_count_out_of_range, car_cost_negative, expected_date_is_past,
                 model_not_found},
     .run = run_place_order}};

const Action<PostponeOrderedCar, Nothing> postpone_ordered_car{
    {.name = "vehicles.postpone_ordered_car",
     .needs = stock_write,
     .refuses = {ordered_car_not_found, ordered_car_is_settled, expected_date_is_past},
     .run = run_postpone}};

const Action<DispatchOrderedCar, CarAdded> dispatch_ordered_car{
    {.name = "vehicles.dispatch_ordered_car",
     .needs = stock_write,
     .refuses = {ordered_car_not_found, ordered_car_is_settled, car_cost_negative, car_cost_missing,
                 model_not_found, vin_known_already},
     .run = run_dispatch}};

const Action<DropOrderedCar, Nothing> drop_ordered_car{
    {.name = "vehicles.drop_ordered_car",
     .needs = stock_write,
     .refuses = {ordered_car_not_found, ordered_car_is_settled},
     .run = run_drop}};

const View<OrderListIn, Page<OrderListRow>> order_list{{.name = "vehicles.order_list",
                                                        .needs = stock_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_order_list}};
const View<OrderIn, OrderRecord> order_record{{.name = "vehicles.order_record",
                                               .needs = stock_read,
                                               .refuses = {factory_order_not_found},
                                               .run = run_order_record}};
const View<OrderedCarListIn, Page<OrderedCarListRow>> ordered_car_list{
    {.name = "vehicles.ordered_car_list",
     .needs = stock_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_ordered_car_list}};

}  // namespace forecourt::vehicles
