#include <modules/workshop/appointment/appointment.sql.h>
#include <modules/workshop/appointment/appointment_actions.h>
#include <modules/workshop/appointment/appointment_store.h>
#include <modules/workshop/appointment/appointment_views.h>

namespace forecourt::workshop {
namespace {

Result<FreeSlots> run_free_slots(Context& context, const FreeSlotsInput& in) {
    const auto duration = in.minutes.value_or(60);
    if (duration < 15 || duration > 8 * 60) return appointment_minutes_out_of_range;
    const auto plan = day_plan(context.db(), context.store_id(), in.day);
    return FreeSlots{in.day, free_slots(plan, duration, context.now())};
}

Result<Page<AppointmentListRow>> run_appointment_list(Context& context, const AppointmentListInput& in) {
    std::optional<Instant> day_begins, day_ends;
    if (in.day) {
        day_begins = local_instant(*in.day);
        day_ends = local_instant(*in.day + 1);
    }
    return list_page<AppointmentListRow>(context, sql::appointment::list_appointments, in, "starts_at",
                                         {{"day_begins", day_begins}, {"day_ends", day_ends}});
}

Result<Bays> run_bay_list(Context& context, const Nothing&) {
    return Bays{
        db::all<BayRow>(context.db(), sql::appointment::open_bays, {{"store_id", context.store_id()}}),
        capacity_of(context.db(), context.store_id())};
}

}  // namespace

const View<FreeSlotsInput, FreeSlots> free_slots_view{{.name = "workshop.free_slots",
                                                       .needs = slots_read,
                                                       .refuses = {appointment_minutes_out_of_range},
                                                       .run = run_free_slots}};
const View<AppointmentListInput, Page<AppointmentListRow>> appointment_list{
    {.name = "workshop.appointment_list",
     .needs = appointment_read,
     .refuses = {},
     .run = run_appointment_list}};
const View<Nothing, Bays> bay_list{
    {.name = "workshop.bay_list", .needs = appointment_read, .refuses = {}, .run = run_bay_list}};

}  // namespace forecourt::workshop
