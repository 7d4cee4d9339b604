#include <db/send.h>
#include <modules/workshop/appointment/appointment.sql.h>
#include <modules/workshop/appointment/appointment_actions.h>
#include <modules/workshop/appointment/appointment_store.h>
#include <modules/workshop/line/line_actions.h>
#include <services/access/api.h>
#include <services/messages/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::appointment;

struct AppointmentSaid {
    std::string number;
    std::string customer_name;
    std::string plate;
    Instant starts_at;
    std::string time;  // as the store's clock shows it
    std::string words;
    std::string reason;
};
FORECOURT_STRUCT(AppointmentSaid, number, customer_name, plate, starts_at, time, words, reason)

// Everything an appointment's event and message say.
AppointmentSaid said_of(const Tx& tx, const AppointmentRow& row, std::string reason = {}) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), row.car_id);
    return {.number = row.number,
            .customer_name = customers::customer_name(tx.db(), tx.store_id(), row.customer_id),
            .plate = car && car->plate ? car->plate->text : std::string{},
            .starts_at = row.starts_at,
            .time = local_text(row.starts_at),
            .words = row.words,
            .reason = std::move(reason)};
}

void tell(Tx& tx, std::string_view event, const AppointmentRow& row, const AppointmentSaid& said) {
    tx.emit(event, {{"appointment", row.id}, {"customer", row.customer_id}, {"car", row.car_id}}, said);
}

void send_to_customer(Tx& tx, std::string_view template_key, const AppointmentRow& row,
                      const AppointmentSaid& said) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), row.customer_id);
    if (!customer || customer->phone.empty()) return;
    messages::send(tx, {.channel = messages::Channel::sms,
                        .customer_id = row.customer_id.value,
                        .to = customer->phone,
                        .template_key = template_key,
                        .params_json = reflect::to_json(said),
                        .about = {"appointment", row.id},
                        .language = Language::zh});
}

bool is_own(const Context& context, const AppointmentRow& row) {
    return !context.actor().is_customer() || row.customer_id.value == context.actor().customer_id;
}

AppointmentBooked answer(const Tx& tx, const AppointmentRow& row) {
    return {row.id, row.number, row.starts_at, access::user_name(tx.db(), tx.store_id(), row.advisor_id)};
}

Result<AppointmentBooked> run_book_appointment(Tx& tx, const BookAppointment& in) {
    Id<customers::Customer> customer_id = in.customer_id.value_or(Id<customers::Customer>{});
    if (tx.actor().is_customer()) customer_id = {tx.actor().customer_id};
    if (!customers::find_customer(tx.db(), tx.store_id(), customer_id)) return customers::customer_not_found;
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return vehicles::car_not_found;
    if (car->customer_id != customer_id) return car_is_not_the_customers;
    if (db::number(tx.db(), q::find_booked_of_car,
                   {{"store_id", tx.store_id()},
                    {"customer_id", customer_id},
                    {"car_id", in.car_id},
                    {"now", tx.now()}})) {
        return car_has_appointment;
    }
    const WantedPlace wanted{in.starts_at, in.minutes.value_or(60), in.advisor_id};
    const auto place =
        find_place(day_plan(tx.db(), tx.store_id(), local_date(in.starts_at)), wanted, tx.now());
    if (!place) return place.refused();
    const AppointmentRow row{.id = tx.new_id<Appointment>(),
                             .number = numbering::next_number(tx, "AP"),
                             .state = AppointmentState::booked,
                             .customer_id = customer_id,
                             .car_id = in.car_id,
                             .starts_at = in.starts_at,
                             .ends_at = in.starts_at + minutes(wanted.minutes),
                             .bay_id = place->bay_id,
                             .advisor_id = place->advisor_id,
                             .words = in.words.text,
                             .booked_at = tx.now(),
                             .booked_by = tx.actor().user_id,
                             .by_customer = tx.actor().is_customer(),
                             .ended_at = {},
                             .end_reason = {},
                             .version = 1};
    db::send(tx.db(), q::insert_appointment, db::Params::of(row, {{"store_id", tx.store_id()}}));
    forget_missed_call(tx, row.car_id);
    const auto said = said_of(tx, row);
    tell(tx, "workshop.appointment_booked", row, said);
    send_to_customer(tx, "workshop.appointment_booked", row, said);
    if (row.by_customer) {
        tasks::alert(tx, {.title_key = "alert.workshop.booked_by_customer",
                          .params_json = reflect::to_json(said),
                          .user_id = row.advisor_id,
                          .role = {},
                          .link = "/workshop/appointments",
                          .about = {"appointment", row.id},
                          .level = tasks::AlertLevel::info});
    }
    return answer(tx, row);
}

Result<AppointmentBooked> run_move_appointment(Tx& tx, const MoveAppointment& in) {
    auto row = find_appointment(tx.db(), tx.store_id(), in.appointment_id);
    if (!row || !is_own(tx, *row)) return appointment_not_found;
    if (const auto no = may_end(*row)) return *no;
    auto plan = day_plan(tx.db(), tx.store_id(), local_date(in.starts_at));
    // Its own place does not stand in its way.
    std::erase_if(plan.taken, [&](const auto& taken) {
        return taken.bay_id == row->bay_id && taken.starts_at == row->starts_at &&
               taken.advisor_id == row->advisor_id;
    });
    const Duration length = row->ends_at - row->starts_at;
    const auto place = find_place(plan, {in.starts_at, length.ms / minutes(1).ms, {}}, tx.now());
    if (!place) return place.refused();
    row->starts_at = in.starts_at;
    row->ends_at = in.starts_at + length;
    row->bay_id = place->bay_id;
    row->advisor_id = place->advisor_id;
    row->version = in.version;
    save_appointment(tx, *row);
    const auto said = said_of(tx, *row);
    tell(tx, "workshop.appointment_moved", *row, said);
    send_to_customer(tx, "workshop.appointment_moved", *row, said);
    return answer(tx, *row);
}

void end_as(Tx& tx, const EndAppointment& in, AppointmentRow& row, AppointmentState state,
            std::string_view event) {
    row.state = state;
    row.ended_at = tx.now();
    row.end_reason = in.reason.value_or("");
    row.version = in.version;
    save_appointment(tx, row);
    tell(tx, event, row, said_of(tx, row, row.end_reason));
}

// By noon of the next day the advisor has called.
void end_as_missed(Tx& tx, const EndAppointment& in, AppointmentRow& row) {
    tasks::add_task(tx, {.title_key = missed_call,
                         .params_json = reflect::to_json(said_of(tx, row)),
                         .user_id = row.advisor_id,
                         .due_at = local_instant(local_date(row.starts_at) + 1, 12),
                         .about = {"car", row.car_id},
                         .customer_id = row.customer_id.value,
                         .link = "/customers/" + std::to_string(row.customer_id.value)});
    end_as(tx, in, row, AppointmentState::missed, "workshop.appointment_missed");
}

Result<Nothing> run_cancel_appointment(Tx& tx, const EndAppointment& in) {
    auto row = find_appointment(tx.db(), tx.store_id(), in.appointment_id);
    if (!row || !is_own(tx, *row)) return appointment_not_found;
    if (const auto no = may_end(*row)) return *no;
    end_as(tx, in, *row, AppointmentState::cancelled, "workshop.appointment_cancelled");
    return Nothing{};
}

Result<Nothing> run_mark_missed(Tx& tx, const EndAppointment& in) {
    auto row = find_appointment(tx.db(), tx.store_id(), in.appointment_id);
    if (!row || !is_own(tx, *row)) return appointment_not_found;
    if (const auto no = may_mark_missed(*row, tx.now())) return *no;
    end_as_missed(tx, in, *row);
    return Nothing{};
}

Result<Nothing> run_set_capacity(Tx& tx, const Capacity& in) {
    if (const auto no = may_set(in)) return *no;
    db::send(tx.db(), q::save_capacity, db::Params::of(in, {{"store_id", tx.store_id()}}));
    tx.emit("workshop.capacity_set", {{"store", tx.store_id()}}, in);
    return Nothing{};
}

struct BaySaid {
    std::string name;
};
FORECOURT_STRUCT(BaySaid, name)

Result<BayAdded> run_add_bay(Tx& tx, const AddBay& in) {
    if (db::number(tx.db(), q::find_bay_by_name, {{"store_id", tx.store_id()}, {"name", in.name}})) {
        return bay_name_taken;
    }
    const auto id = tx.new_id<Bay>();
    db::send(tx.db(), q::insert_bay, db::Params::of(in, {{"store_id", tx.store_id()}, {"id", id}}));
    tx.emit("workshop.bay_added", {{"bay", id}}, BaySaid{in.name.text});
    return BayAdded{id};
}

Result<Nothing> run_close_bay(Tx& tx, const CloseBay& in) {
    if (tx.db().execute(q::close_bay, {{"store_id", tx.store_id()}, {"id", in.bay_id}, {"now", tx.now()}}) ==
        0) {
        return bay_not_found;
    }
    tx.emit("workshop.bay_closed", {{"bay", in.bay_id}});
    return Nothing{};
}

}  // namespace

void miss_appointments_of_earlier_days(Tx& tx) {
    const Date today = local_date(tx.now());
    constexpr int looks_back_days = 30;
    auto rows = db::all<AppointmentRow>(tx.db(), q::booked_between,
                                        {{"store_id", tx.store_id()},
                                         {"since", local_instant(today + -looks_back_days)},
                                         {"before", local_instant(today)}});
    for (auto& row : rows)
        end_as_missed(tx, {.appointment_id = row.id, .version = row.version, .reason = {}}, row);
}

const Action<BookAppointment, AppointmentBooked> book_appointment{
    {.name = "workshop.book_appointment",
     .needs = appointment_write,
     .refuses = {customers::customer_not_found, vehicles::car_not_found, car_is_not_the_customers,
                 car_has_appointment, appointment_minutes_out_of_range, slot_not_offered, slot_too_far_ahead,
                 slot_is_full},
     .run = run_book_appointment}};
const Action<MoveAppointment, AppointmentBooked> move_appointment{
    {.name = "workshop.move_appointment",
     .needs = appointment_write,
     .refuses = {appointment_not_found, appointment_is_over, appointment_minutes_out_of_range,
                 slot_not_offered, slot_too_far_ahead, slot_is_full, changed_by_someone_else},
     .run = run_move_appointment}};
const Action<EndAppointment, Nothing> cancel_appointment{
    {.name = "workshop.cancel_appointment",
     .needs = appointment_write,
     .refuses = {appointment_not_found, appointment_is_over, changed_by_someone_else},
     .run = run_cancel_appointment}};
const Action<EndAppointment, Nothing> mark_appointment_missed{
    {.name = "workshop.mark_appointment_missed",
     .needs = order_write,
     .refuses = {appointment_not_found, appointment_is_over, appointment_not_missed_yet,
                 changed_by_someone_else},
     .run = run_mark_missed}};
const Action<Capacity, Nothing> set_capacity{{.name = "workshop.set_capacity",
                                              .needs = capacity_write,
                                              .refuses = {capacity_not_valid},
                                              .run = run_set_capacity}};
const Action<AddBay, BayAdded> add_bay{
    {.name = "workshop.add_bay", .needs = capacity_write, .refuses = {bay_name_taken}, .run = run_add_bay}};
const Action<CloseBay, Nothing> close_bay{{.name = "workshop.close_bay",
                                           .needs = capacity_write,
                                           .refuses = {bay_not_found},
                                           .run = run_close_bay}};

}  // namespace forecourt::workshop
