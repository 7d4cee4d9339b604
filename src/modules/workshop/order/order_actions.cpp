#include <modules/workshop/appointment/appointment_store.h>
#include <modules/workshop/consent/consent_actions.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_actions.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/order/repair_order.sql.h>
#include <services/files/api.h>
#include <services/numbering/api.h>
#include <services/search/api.h>
#include <services/tasks/api.h>
#include <text/search_terms.h>

namespace forecourt::workshop {
namespace {

struct ReceivedSaid {
    std::string number;
    std::string plate;
    std::string customer_name;
    std::string words;
    std::int64_t mileage_km{};
    std::int64_t photos{};
    bool signature{};
    Instant promised_at;
};
FORECOURT_STRUCT(ReceivedSaid, number, plate, customer_name, words, mileage_km, photos, signature,
                 promised_at)

struct PromiseSaid {
    std::string number;
    std::string plate;
    Instant before;
    Instant promised_at;
    std::string reason;
};
FORECOURT_STRUCT(PromiseSaid, number, plate, before, promised_at, reason)

void index_order(Tx& tx, const OrderRow& order, const vehicles::CarFacts& car,
                 const std::string& customer_name) {
    auto terms = text::terms_of(text::FieldKind::number, order.number);
    const std::string plate = car.plate ? car.plate->text : std::string{};
    for (auto& term : text::terms_of(text::FieldKind::plate, plate)) terms.push_back(std::move(term));
    search::index_object(tx, {.object_type = "repair_order",
                              .object_id = order.id.value,
                              .title = order.number + " " + plate,
                              .subtitle = customer_name + " · " + car.model_name,
                              .link = order_link(order.id),
                              .terms = std::move(terms)});
}

// What speaks against taking this car in now.
MaybeRefused may_receive(const Tx& tx, const ReceiveCar& in, const std::optional<vehicles::CarFacts>& car) {
    if (!car) return vehicles::car_not_found;
    if (car->customer_id != in.customer_id) return car_is_not_the_customers;
    if (db::number(tx.db(), sql::repair_order::find_open_order_of_car,
                   {{"store_id", tx.store_id()}, {"car_id", in.car_id}})) {
        return car_is_in_workshop_already;
    }
    if (in.fuel_percent < 0 || in.fuel_percent > 100) return fuel_percent_out_of_range;
    if (in.promised_at <= tx.now()) return promise_in_the_past;
    if (const auto no = may_mark(in.marks)) return no;
    std::vector<FileHash> files = in.photos;
    for (const auto& mark : in.marks) {
        if (mark.photo) files.push_back(*mark.photo);
    }
    if (const auto no = files_are_there(tx, files)) return no;
    if (in.signature) return files_are_there(tx, {*in.signature});
    return std::nullopt;
}

OrderRow order_of(Tx& tx, const ReceiveCar& in) {
    OrderRow order;
    order.id = tx.new_id<RepairOrder>();
    order.state = OrderState::received;
    order.appointment_id = in.appointment_id;
    order.customer_id = in.customer_id;
    order.car_id = in.car_id;
    order.advisor_id = in.advisor_id.value_or(tx.actor().user_id);
    order.repair_class = in.repair_class.value_or(RepairClass::minor_repair);
    order.mileage_km = in.mileage_km;
    order.fuel_percent = in.fuel_percent;
    order.words = in.words.text;
    order.belongings = in.belongings.value_or("");
    order.sent_in_by = in.sent_in_by.value_or("");
    order.marks = {reflect::to_json(in.marks)};
    order.photos = json_of(in.photos);
    order.signature = in.signature ? in.signature->text : std::string{};
    order.wants_old_parts = in.wants_old_parts.value_or(false);
    order.opened_at = tx.now();
    order.opened_by = tx.actor().user_id;
    order.first_promised_at = in.promised_at;
    order.promised_at = in.promised_at;
    order.quality_round = 1;
    order.version = 1;
    return order;
}

Result<CarReceived> run_receive_car(Tx& tx, const ReceiveCar& in) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), in.car_id);
    if (const auto no = may_receive(tx, in, car)) return *no;
    if (in.appointment_id) {
        if (const auto no = appointment_arrives(tx, *in.appointment_id, in.car_id)) return *no;
    }
    forget_missed_call(tx, in.car_id);
    if (const auto no = vehicles::set_mileage(tx, in.car_id, in.mileage_km)) return *no;
    auto order = order_of(tx, in);
    order.number = numbering::next_number(tx, "RO");
    insert_order(tx, order);
    index_order(tx, order, *car, customer->name);
    emit_for(tx, order, "workshop.car_received",
             ReceivedSaid{.number = order.number,
                          .plate = car->plate ? car->plate->text : std::string{},
                          .customer_name = customer->name,
                          .words = order.words,
                          .mileage_km = order.mileage_km,
                          .photos = static_cast<std::int64_t>(in.photos.size()),
                          .signature = in.signature.has_value(),
                          .promised_at = order.promised_at});
    return CarReceived{order.id, order.number};
}

Result<WalkRoundRecorded> run_record_walk_round(Tx& tx, const RecordWalkRound& in) {
    const auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    const auto filled =
        checklists::fill(tx, "walk_round", {"repair_order", order->id}, in.answers, order->opened_at);
    if (!filled) return filled.refused();
    emit_for(tx, *order, "workshop.walk_round_recorded",
             OrderSaid{order->number,
                       plate_of(tx.db(), tx.store_id(), order->car_id),
                       std::to_string(filled->faults),
                       {}});
    return WalkRoundRecorded{filled->faults};
}

Result<OrderMoved> run_change_promise(Tx& tx, const ChangePromise& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_promise(*order, in.promised_at, tx.now())) return *no;
    const PromiseSaid said{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), order->promised_at,
                           in.promised_at, in.reason.text};
    order->promised_at = in.promised_at;
    order->delay_warned_at.reset();
    order->version = in.version;
    save_order(tx, *order);
    tell_customer(tx, *order, "workshop.promise_changed", reflect::to_json(said));
    emit_for(tx, *order, "workshop.promise_changed", said);
    return OrderMoved{order->state, order->version};
}

Result<OrderMoved> run_set_repair_class(Tx& tx, const SetRepairClass& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    order->repair_class = in.repair_class;
    order->version = in.version;
    save_order(tx, *order);
    emit_for(tx, *order, "workshop.repair_class_set",
             OrderSaid{order->number, {}, std::string(name_of(in.repair_class)), {}});
    return OrderMoved{order->state, order->version};
}

Result<OrderMoved> run_record_wash(Tx& tx, const OrderAtVersion& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_wash(*order, lines_of_order(tx.db(), tx.store_id(), order->id))) return *no;
    order->washed_at = tx.now();
    order->version = in.version;
    save_order(tx, *order);
    emit_for(tx, *order, "workshop.car_washed",
             OrderSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), {}, {}});
    return OrderMoved{order->state, order->version};
}

Result<OrderMoved> run_cancel_order(Tx& tx, const CancelOrder& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    const auto lines = lines_of_order(tx.db(), tx.store_id(), order->id);
    const ObjectRef about{"repair_order", order->id};
    if (const auto no = may_cancel(*order, lines, parts::parts_of_order(tx.db(), tx.store_id(), about)))
        return *no;
    for (const auto& line : lines) {
        if (line.kind == LineKind::part) parts::release(tx, {"order_line", line.id});
    }
    // Nobody is asked any more: a late yes would lay parts aside for an order that is no more.
    withdraw_open_consent(tx, order->id);
    order->cancelled_at = tx.now();
    order->state = OrderState::cancelled;
    order->version = in.version;
    save_order(tx, *order);
    tasks::close_every_task(tx, about);
    emit_for(tx, *order, "workshop.order_cancelled",
             OrderSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), in.reason.text, {}});
    return OrderMoved{order->state, order->version};
}

}  // namespace

const Action<ReceiveCar, CarReceived> receive_car{
    {.name = "workshop.receive_car",
     .needs = order_write,
     .refuses = {customers::customer_not_found, vehicles::car_not_found, car_is_not_the_customers,
                 car_is_in_workshop_already, fuel_percent_out_of_range, promise_in_the_past,
                 mark_beside_the_car, files::file_not_found, appointment_not_found, appointment_is_over,
                 vehicles::mileage_out_of_range, vehicles::mileage_goes_backwards},
     .run = run_receive_car}};
const Action<RecordWalkRound, WalkRoundRecorded> record_walk_round{
    {.name = "workshop.record_walk_round",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_record_walk_round}};
const Action<ChangePromise, OrderMoved> change_promise{
    {.name = "workshop.change_promise",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, promise_in_the_past, changed_by_someone_else},
     .run = run_change_promise}};
const Action<SetRepairClass, OrderMoved> set_repair_class{
    {.name = "workshop.set_repair_class",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, changed_by_someone_else},
     .run = run_set_repair_class}};
const Action<OrderAtVersion, OrderMoved> record_wash{
    {.name = "workshop.record_wash",
     .needs = finding_write,
     .refuses = {order_not_found, order_is_over, work_not_done, changed_by_someone_else},
     .run = run_record_wash}};
const Action<CancelOrder, OrderMoved> cancel_order{
    {.name = "workshop.cancel_order",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, order_has_work, changed_by_someone_else},
     .run = run_cancel_order}};

}  // namespace forecourt::workshop
