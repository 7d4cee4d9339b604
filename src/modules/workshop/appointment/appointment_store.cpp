#include <db/send.h>
#include <modules/workshop/appointment/appointment.sql.h>
#include <modules/workshop/appointment/appointment_store.h>
#include <modules/workshop/order/order_actions.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {

namespace q = sql::appointment;

namespace {

struct BayFacts {
    Id<Bay> id;
    std::string name;
    BayKind kind{};
};
FORECOURT_STRUCT(BayFacts, id, name, kind)

struct Arrived {
    std::string number;
    Instant starts_at;
};
FORECOURT_STRUCT(Arrived, number, starts_at)

}  // namespace

Capacity capacity_of(db::Connection& db, Id<Store> store) {
    return db::first<Capacity>(db, q::find_capacity, {{"store_id", store}}).value_or(Capacity{});
}

DayPlan day_plan(db::Connection& db, Id<Store> store, Date day) {
    DayPlan plan{.day = day, .capacity = capacity_of(db, store), .bays = {}, .advisors = {}, .taken = {}};
    for (const auto& bay : db::all<BayFacts>(db, q::open_bays, {{"store_id", store}})) {
        if (bay.kind == BayKind::mechanical || bay.kind == BayKind::quick) plan.bays.push_back(bay.id);
    }
    for (const auto& person : access::users_with_role(db, store, Role::advisor))
        plan.advisors.push_back(person.id);
    plan.taken = db::all<TakenPlace>(
        db, q::taken_places,
        {{"store_id", store}, {"day_begins", local_instant(day)}, {"day_ends", local_instant(day + 1)}});
    return plan;
}

std::optional<AppointmentRow> find_appointment(db::Connection& db, Id<Store> store, Id<Appointment> id) {
    return db::first<AppointmentRow>(db, q::find_appointment, {{"store_id", store}, {"id", id}});
}

void save_appointment(Tx& tx, AppointmentRow& appointment) {
    db::execute_one(tx.db(), q::update_appointment,
                    db::Params::of(appointment, {{"store_id", tx.store_id()}}));
    ++appointment.version;
}

void forget_missed_call(Tx& tx, Id<vehicles::Car> car) { tasks::close_tasks(tx, {"car", car}, missed_call); }

MaybeRefused appointment_arrives(Tx& tx, Id<Appointment> id, Id<vehicles::Car> car) {
    auto appointment = find_appointment(tx.db(), tx.store_id(), id);
    if (!appointment || appointment->car_id != car) return appointment_not_found;
    if (const auto no = may_end(*appointment)) return no;
    appointment->state = AppointmentState::arrived;
    appointment->ended_at = tx.now();
    save_appointment(tx, *appointment);
    tx.emit("workshop.appointment_arrived",
            {{"appointment", id}, {"customer", appointment->customer_id}, {"car", appointment->car_id}},
            Arrived{appointment->number, appointment->starts_at});
    return std::nullopt;
}

}  // namespace forecourt::workshop
