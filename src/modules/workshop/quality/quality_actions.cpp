#include <db/send.h>
#include <modules/workshop/jobs/work_clock.sql.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/quality/quality_actions.h>
#include <modules/workshop/quality/quality_check.sql.h>
#include <modules/workshop/quality/quality_rules.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

namespace q = sql::quality_check;

struct CheckSaid {
    std::string number;
    std::string plate;
    CheckLevel level{};
    std::int64_t round{};
    std::string job;
    std::string cause;
    std::string words;
};
FORECOURT_STRUCT(CheckSaid, number, plate, level, round, job, cause, words)

struct WorkerRow {
    Id<User> user_id;
};
FORECOURT_STRUCT(WorkerRow, user_id)

std::vector<Id<User>> workers_of(const Tx& tx, Id<RepairOrder> order) {
    std::vector<Id<User>> workers;
    for (const auto& row : db::all<WorkerRow>(tx.db(), sql::work_clock::workers_of_order,
                                              {{"store_id", tx.store_id()}, {"order_id", order}})) {
        workers.push_back(row.user_id);
    }
    return workers;
}

// The job goes back to whoever did it, and the reason with it.
void send_back(Tx& tx, const OrderRow& order, std::vector<LineRow>& lines, const ReworkFault& fault,
               Id<Check> check, CheckSaid said) {
    auto line =
        std::find_if(lines.begin(), lines.end(), [&](const auto& row) { return row.id == fault.line_id; });
    ensure(line != lines.end());
    db::send(tx.db(), q::insert_rework,
             {{"id", tx.new_id<Rework>()},
              {"store_id", tx.store_id()},
              {"order_id", order.id},
              {"line_id", fault.line_id},
              {"check_id", check},
              {"cause", fault.cause},
              {"words", fault.words},
              {"caused_by", fault.caused_by ? fault.caused_by : line->done_by},
              {"opened_at", tx.now()}});
    const auto worker = line->technician_id;
    line->work = Work::rework;
    line->done_at.reset();
    line->done_by.reset();
    save_line(tx, *line);
    said.job = line->name;
    said.cause = std::string(name_of(fault.cause));
    said.words = fault.words.text;
    emit_for(tx, order, "workshop.rework_opened", said);
    if (!worker) return;
    tasks::alert(tx, {.title_key = "alert.workshop.rework",
                      .params_json = reflect::to_json(said),
                      .user_id = *worker,
                      .role = {},
                      .link = "/workshop/my-work",
                      .about = {"repair_order", order.id},
                      .level = tasks::AlertLevel::warning});
}

void insert_check(Tx& tx, const RecordCheck& in, const OrderRow& order, Id<Check> id,
                  Id<checklists::Checklist> list) {
    db::send(tx.db(), q::insert_check,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"order_id", order.id},
              {"round", order.quality_round},
              {"level", in.level},
              {"passed", in.passed},
              {"checklist_id", list},
              {"road_test_km", in.road_test_km.value_or(0)},
              {"note", in.note.value_or("")},
              {"checked_at", tx.now()},
              {"checked_by", tx.actor().user_id}});
}

void tell_result(Tx& tx, const OrderRow& order, const RecordCheck& in, const CheckSaid& said) {
    if (!in.passed) {
        emit_for(tx, order, "workshop.check_failed", said);
        return;
    }
    emit_for(tx, order, "workshop.check_passed", said);
    if (!order.passed_at) return;
    emit_for(tx, order, "workshop.quality_passed", said);
    tell_customer(tx, order, "workshop.car_ready", reflect::to_json(said));
    tasks::alert(tx, {.title_key = "alert.workshop.quality_passed",
                      .params_json = reflect::to_json(said),
                      .user_id = order.advisor_id,
                      .role = {},
                      .link = order_link(order.id),
                      .about = {"repair_order", order.id},
                      .level = tasks::AlertLevel::info});
}

Result<CheckRecorded> run_record_check(Tx& tx, const RecordCheck& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    auto lines = lines_of_order(tx.db(), tx.store_id(), order->id);
    const auto parts = parts::parts_of_order(tx.db(), tx.store_id(), {"repair_order", order->id});
    const auto workers = workers_of(tx, order->id);
    const CheckFacts facts{*order, lines, parts, workers};
    if (const auto no = may_check(facts, in.level, tx.actor())) return *no;
    if (const auto no = may_record(facts, in)) return *no;
    const auto filled = checklists::fill(tx, checklist_of(in.level), {"repair_order", order->id}, in.answers,
                                         order->opened_at);
    if (!filled) return filled.refused();
    // What the list calls a fault is not passed over.
    if (in.passed && filled->faults > 0) return passed_with_faults;
    const auto id = tx.new_id<Check>();
    insert_check(tx, in, *order, id, filled->id);
    const CheckSaid said{order->number,
                         plate_of(tx.db(), tx.store_id(), order->car_id),
                         in.level,
                         order->quality_round,
                         {},
                         {},
                         in.note.value_or("")};
    for (const auto& fault : in.faults) send_back(tx, *order, lines, fault, id, said);
    *order = after_check(*order, in.passed, tx.now(), tx.actor().user_id);
    if (order->passed_at) order->certificate_number = numbering::next_number(tx, "QC");
    order->version = in.version;
    order->state = state_of(*order, lines);
    save_order(tx, *order);
    tell_result(tx, *order, in, said);
    return CheckRecorded{id, order->state, next_check(*order), order->certificate_number, order->version};
}

}  // namespace

const Action<RecordCheck, CheckRecorded> record_check{
    {.name = "workshop.record_check",
     .needs = quality_check,
     .refuses = {order_not_found, order_is_over, order_is_past_work, consent_is_open, work_not_done,
                 parts_not_issued, check_out_of_order, self_check_by_other, check_of_own_work,
                 final_check_needs_inspector, passed_with_faults, rework_without_cause, line_not_found,
                 line_not_worked_on, checklists::checklist_incomplete, checklists::checklist_photo_missing,
                 checklists::checklist_measure_missing, checklists::checklist_measure_beyond_limits,
                 changed_by_someone_else},
     .run = run_record_check}};

}  // namespace forecourt::workshop
