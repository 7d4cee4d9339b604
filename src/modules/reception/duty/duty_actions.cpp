#include <modules/reception/duty/duty_actions.h>

#include <modules/reception/duty/duty_store.h>
#include <modules/reception/visit/assignment.h>
#include <services/tasks/api.h>

namespace forecourt::reception {
namespace {

struct DutyEvent {
    std::string name;
    std::int64_t faults{};
    std::string reason;
};
FORECOURT_STRUCT(DutyEvent, name, faults, reason)

struct FaultsAlert {
    std::string name;
    std::int64_t faults{};
};
FORECOURT_STRUCT(FaultsAlert, name, faults)

void emit_duty(Tx& tx, std::string_view name, const DutyRow& duty, std::string reason) {
    tx.emit(name, {{"duty", duty.id}, {"user", duty.user_id}},
            DutyEvent{tx.actor().name, duty.faults, reason});
}

Result<DutyStarted> run_start_duty(Tx& tx, const StartDuty& in) {
    const auto user = tx.actor().user_id;
    const auto today = duty_today(tx, user);
    if (auto no = may_start_duty(today)) return *no;
    DutyRow duty = today.value_or(DutyRow{});
    if (!today) {
        duty.id = tx.new_id<Duty>();
        duty.user_id = user;
        duty.on_date = local_date(tx.now());
    }
    const auto checked = checklists::fill(tx, "appearance", {"duty", duty.id}, in.answers);
    if (!checked) return checked.refused();
    duty.started_at = tx.now();
    duty.checklist_id = checked->id;
    duty.faults = checked->faults;
    duty.away_since.reset();
    duty.away_reason.reset();
    duty.ended_at.reset();
    if (today) {
        update_duty(tx, duty);
    } else {
        insert_duty(tx, duty);
    }
    emit_duty(tx, "reception.duty_started", duty, "");
    if (duty.faults > 0) {
        tasks::alert(tx, {.title_key = "alert.appearance_faults",
                          .params_json = reflect::to_json(FaultsAlert{tx.actor().name, duty.faults}),
                          .user_id = {},
                          .role = Role::sales_manager,
                          .link = "/reception",
                          .about = {"duty", duty.id},
                          .level = tasks::AlertLevel::info});
    }
    assign_to_freed(tx, user);
    return DutyStarted{.id = duty.id, .faults = duty.faults};
}

Result<Nothing> run_leave_desk(Tx& tx, const LeaveDesk& in) {
    auto duty = duty_today(tx, tx.actor().user_id);
    if (auto no = may_leave_desk(duty, open_visits_of(tx, tx.actor().user_id))) return *no;
    duty->away_since = tx.now();
    duty->away_reason = in.reason.text;
    update_duty(tx, *duty);
    emit_duty(tx, "reception.desk_left", *duty, in.reason.text);
    return Nothing{};
}

Result<Nothing> run_return_to_desk(Tx& tx, const Nothing&) {
    auto duty = duty_today(tx, tx.actor().user_id);
    if (auto no = may_return(duty)) return *no;
    duty->away_since.reset();
    duty->away_reason.reset();
    duty->back_at = tx.now();
    update_duty(tx, *duty);
    emit_duty(tx, "reception.returned_to_desk", *duty, "");
    assign_to_freed(tx, tx.actor().user_id);
    return Nothing{};
}

Result<Nothing> run_end_duty(Tx& tx, const Nothing&) {
    auto duty = duty_today(tx, tx.actor().user_id);
    if (auto no = may_end_duty(duty, open_visits_of(tx, tx.actor().user_id))) return *no;
    duty->ended_at = tx.now();
    update_duty(tx, *duty);
    emit_duty(tx, "reception.duty_ended", *duty, "");
    return Nothing{};
}

}  // namespace

const Action<StartDuty, DutyStarted> start_duty{
    {.name = "reception.start_duty",
     .needs = duty_write,
     .refuses = {duty_started_already, checklists::checklist_unknown, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_start_duty}};

const Action<LeaveDesk, Nothing> leave_desk{{.name = "reception.leave_desk",
                                             .needs = duty_write,
                                             .refuses = {duty_not_started, away_already, still_with_customer},
                                             .run = run_leave_desk}};

const Action<Nothing, Nothing> return_to_desk{{.name = "reception.return_to_desk",
                                               .needs = duty_write,
                                               .refuses = {duty_not_started, not_away},
                                               .run = run_return_to_desk}};

const Action<Nothing, Nothing> end_duty{{.name = "reception.end_duty",
                                         .needs = duty_write,
                                         .refuses = {duty_not_started, still_with_customer},
                                         .run = run_end_duty}};

}  // namespace forecourt::reception
