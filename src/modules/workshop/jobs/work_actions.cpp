#include <db/send.h>
#include <modules/workshop/appointment/appointment.h>
#include <modules/workshop/appointment/appointment.sql.h>
#include <modules/workshop/jobs/work_actions.h>
#include <modules/workshop/jobs/work_clock.sql.h>
#include <modules/workshop/jobs/work_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::work_clock;

struct WorkSaid {
    std::string number;
    std::string plate;
    std::string job;
    std::string person;
    std::int64_t minutes{};
    std::string reason;
};
FORECOURT_STRUCT(WorkSaid, number, plate, job, person, minutes, reason)

WorkSaid said_of(const Tx& tx, const OrderRow& order, const LineRow& line, Id<User> person) {
    return {.number = order.number,
            .plate = plate_of(tx.db(), tx.store_id(), order.car_id),
            .job = line.name,
            .person = access::user_name(tx.db(), tx.store_id(), person),
            .minutes = 0,
            .reason = {}};
}

bool is_technician(const Tx& tx, Id<User> user) {
    for (const auto& person : access::users_with_role(tx.db(), tx.store_id(), Role::technician)) {
        if (person.id == user) return true;
    }
    return false;
}

bool bay_is_open(const Tx& tx, Id<Bay> bay) {
    return db::number(tx.db(), sql::appointment::find_bay, {{"store_id", tx.store_id()}, {"id", bay}})
        .has_value();
}

std::optional<ClockRow> running_clock(const Tx& tx, Id<User> user) {
    return db::first<ClockRow>(tx.db(), q::running_clock, {{"store_id", tx.store_id()}, {"user_id", user}});
}

// Two orders do not stand in one bay at the same time.
MaybeRefused bay_is_free(const Tx& tx, const LineRow& line, Id<Bay> bay, Instant start, Instant end) {
    if (!bay_is_open(tx, bay)) return bay_not_found;
    const auto other = db::text(tx.db(), q::overlapping_in_bay,
                                {{"store_id", tx.store_id()},
                                 {"bay_id", bay},
                                 {"order_id", line.order_id},
                                 {"day_begins", local_instant(local_date(start))},
                                 {"planned_start", start},
                                 {"planned_end", end}});
    if (other) return with(bay_is_taken, "number", *other);
    return std::nullopt;
}

Result<WorkAssigned> run_assign_work(Tx& tx, const AssignWork& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    const auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    if (const auto no = may_assign(*line)) return *no;
    if (!is_technician(tx, in.technician_id)) return technician_not_found;
    const Instant start = in.planned_start.value_or(tx.now());
    const Instant end = start + Duration{line->quantity.thousandths * 3600};
    if (in.bay_id) {
        if (const auto no = bay_is_free(tx, *line, *in.bay_id, start, end)) return *no;
    }
    line->technician_id = in.technician_id;
    line->bay_id = in.bay_id;
    line->planned_start = start;
    line->planned_end = end;
    line->version = in.version;
    save_line(tx, *line);
    const auto said = said_of(tx, *order, *line, in.technician_id);
    emit_for(tx, *order, "workshop.work_assigned", said);
    tasks::alert(tx, {.title_key = "alert.workshop.work_assigned",
                      .params_json = reflect::to_json(said),
                      .user_id = in.technician_id,
                      .role = {},
                      .link = "/workshop/my-work",
                      .about = {"repair_order", order->id},
                      .level = tasks::AlertLevel::info});
    return WorkAssigned{start, end};
}

Result<ClockedOn> run_clock_on(Tx& tx, const ClockOn& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    const auto user = tx.actor().user_id;
    if (const auto no = may_clock_on(*line, running_clock(tx, user))) return *no;
    if (in.bay_id && !bay_is_open(tx, *in.bay_id)) return bay_not_found;
    std::optional<std::int64_t> rework;
    if (line->work == Work::rework || line->work == Work::paused) {
        rework = db::number(tx.db(), q::open_rework_of_line,
                            {{"store_id", tx.store_id()}, {"order_id", order->id}, {"line_id", line->id}});
    }
    const ClockRow clock{.id = tx.new_id<Clock>(),
                         .order_id = order->id,
                         .line_id = line->id,
                         .rework_id = rework,
                         .user_id = user,
                         .bay_id = in.bay_id ? in.bay_id : line->bay_id,
                         .started_at = tx.now(),
                         .ended_at = {},
                         .end_reason = {}};
    db::send(tx.db(), q::insert_clock, db::Params::of(clock, {{"store_id", tx.store_id()}}));
    line->work = Work::working;
    if (!line->started_at) line->started_at = tx.now();
    if (!line->technician_id) line->technician_id = user;
    save_line(tx, *line);
    if (!order->started_at) order->started_at = tx.now();
    refresh_order(tx, *order);
    emit_for(tx, *order, "workshop.clocked_on", said_of(tx, *order, *line, user));
    return ClockedOn{clock.id, order->state};
}

Result<ClockedOff> run_clock_off(Tx& tx, const ClockOff& in) {
    const auto user = in.user_id.value_or(tx.actor().user_id);
    if (user != tx.actor().user_id && !tx.actor().may(work_assign)) return clock_is_not_yours;
    const auto clock = running_clock(tx, user);
    if (!clock) return technician_not_clocked_on;
    const auto others = *db::number(tx.db(), q::others_on_line,
                                    {{"store_id", tx.store_id()},
                                     {"order_id", clock->order_id},
                                     {"line_id", clock->line_id},
                                     {"user_id", user}});
    if (const auto no = may_clock_off(in.reason, others)) return *no;
    db::send(
        tx.db(), q::end_clock,
        {{"store_id", tx.store_id()}, {"id", clock->id}, {"ended_at", tx.now()}, {"end_reason", in.reason}});
    auto line = find_line(tx.db(), tx.store_id(), clock->line_id);
    auto order = find_order_row(tx.db(), tx.store_id(), clock->order_id);
    line->work = work_after(in.reason, others);
    if (line->work == Work::done) {
        line->done_at = tx.now();
        line->done_by = user;
        db::send(tx.db(), q::finish_rework,
                 {{"store_id", tx.store_id()},
                  {"order_id", order->id},
                  {"line_id", line->id},
                  {"done_at", tx.now()},
                  {"done_by", user}});
    }
    save_line(tx, *line);
    refresh_order(tx, *order);
    auto said = said_of(tx, *order, *line, user);
    said.minutes = (tx.now() - clock->started_at).ms / minutes(1).ms;
    said.reason = std::string(name_of(in.reason));
    emit_for(tx, *order, "workshop.clocked_off", said);
    if (order->state == OrderState::quality_check) emit_for(tx, *order, "workshop.work_done", said);
    return ClockedOff{line->id, said.minutes, order->state};
}

Result<Nothing> run_finish_outside(Tx& tx, const FinishOutsideWork& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    if (const auto no = may_finish_outside(*line)) return *no;
    line->work = Work::done;
    line->done_at = tx.now();
    line->done_by = tx.actor().user_id;
    line->version = in.version;
    save_line(tx, *line);
    refresh_order(tx, *order);
    const auto said = said_of(tx, *order, *line, tx.actor().user_id);
    emit_for(tx, *order, "workshop.outside_work_finished", said);
    if (order->state == OrderState::quality_check) emit_for(tx, *order, "workshop.work_done", said);
    return Nothing{};
}

}  // namespace

const Action<AssignWork, WorkAssigned> assign_work{
    {.name = "workshop.assign_work",
     .needs = work_assign,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_not_labour, line_not_approved,
                 line_is_done, technician_not_found, bay_not_found, bay_is_taken, changed_by_someone_else},
     .run = run_assign_work}};
const Action<ClockOn, ClockedOn> clock_on{
    {.name = "workshop.clock_on",
     .needs = work_clock,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_not_labour, line_not_approved,
                 line_is_done, technician_is_clocked_on, bay_not_found},
     .run = run_clock_on}};
const Action<ClockOff, ClockedOff> clock_off{
    {.name = "workshop.clock_off",
     .needs = work_clock,
     .refuses = {clock_is_not_yours, technician_not_clocked_on, colleague_is_clocked_on},
     .run = run_clock_off}};
const Action<FinishOutsideWork, Nothing> finish_outside_work{
    {.name = "workshop.finish_outside_work",
     .needs = work_assign,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_not_outside, line_not_approved,
                 line_is_done, changed_by_someone_else},
     .run = run_finish_outside}};

}  // namespace forecourt::workshop
