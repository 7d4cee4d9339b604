#include <modules/care/call/call_actions.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/care/call/call_store.h>
#include <modules/care/call/care_call.sql.h>
#include <modules/customers/api.h>
#include <services/tasks/api.h>

namespace forecourt::care {
namespace {

struct CallData {
    CallKind kind{};
    Date due_on;
    std::optional<int> satisfaction;
    std::string words;
};
FORECOURT_STRUCT(CallData, kind, due_on, satisfaction, words)

struct TitleParams {
    std::string customer;
    CallKind kind{};
};
FORECOURT_STRUCT(TitleParams, customer, kind)

void emit(Tx& tx, std::string_view event, const CallRow& call) {
    tx.emit(event,
            {{"care_call", call.id},
             {"customer", call.customer_id},
             {"car", call.car_id.value_or(0)},
             {call.about_type, call.about_id}},
            CallData{.kind = call.kind,
                     .due_on = call.due_on,
                     .satisfaction = call.satisfaction,
                     .words = call.words});
}

void ask_for(Tx& tx, const CallRow& call) {
    tasks::add_task(tx, {.title_key = "task.care.call",
                         .params_json = reflect::to_json(TitleParams{
                             .customer = customers::customer_name(tx.db(), tx.store_id(), call.customer_id),
                             .kind = call.kind}),
                         .role = Role::care,
                         .due_at = local_instant(call.due_on, 18),
                         .about = {"care_call", call.id},
                         .customer_id = call.customer_id.value,
                         .link = "/care/calls/" + std::to_string(call.id.value)});
}

CallAnswer answer_of(const CallRow& call) {
    return {.call_id = call.id,
            .state = call.state,
            .complaint_id = call.complaint_id,
            .version = call.version + 1};
}

void open_case(Tx& tx, CallRow& call) {
    std::optional<ObjectRef> about;
    if (call.about_type == "repair_order") about = ObjectRef("repair_order", call.about_id);
    if (call.about_type == "deal") about = ObjectRef("deal", call.about_id);
    const bool very_low = *call.satisfaction <= 3;
    call.complaint_id = complaints::open_complaint(
        tx, {.customer_id = call.customer_id,
             .channel = complaints::ComplaintChannel::follow_up_call,
             .category = complaints::ComplaintCategory::service,
             .severity = very_low ? complaints::Severity::major : complaints::Severity::general,
             .words = call.words,
             .about = about,
             .car_id = call.car_id.value_or(0)});
}

Result<CallAnswer> run_record(Tx& tx, const RecordCall& in) {
    auto call = load_call(tx.db(), tx.store_id(), in.call_id);
    if (!call) return call_not_found;
    call->version = in.version;
    auto decided = decide_call(*call, in, plans(), tx.now());
    if (!decided) return decided.refused();
    if (decided->done_at) decided->done_by = tx.actor().user_id;
    if (is_complaint(*decided, plans())) open_case(tx, *decided);
    update_call(tx, *decided);
    tasks::close_tasks(tx, {"care_call", call->id}, "task.care.call");
    if (decided->state == CallState::planned) {
        ask_for(tx, *decided);
        emit(tx, "care.call_not_reached", *decided);
    } else {
        emit(tx, "care.call_recorded", *decided);
    }
    return answer_of(*decided);
}

Result<CallAnswer> run_postpone(Tx& tx, const PostponeCall& in) {
    auto call = load_call(tx.db(), tx.store_id(), in.call_id);
    if (!call) return call_not_found;
    call->version = in.version;
    auto decided = decide_postponing(*call, in, tx.now());
    if (!decided) return decided.refused();
    update_call(tx, *decided);
    tasks::close_tasks(tx, {"care_call", call->id}, "task.care.call");
    ask_for(tx, *decided);
    emit(tx, "care.call_postponed", *decided);
    return answer_of(*decided);
}

struct OptOutData {
    std::string reason;
};
FORECOURT_STRUCT(OptOutData, reason)

struct PlannedId {
    Id<CareCall> id;
};
FORECOURT_STRUCT(PlannedId, id)

/// A customer who wants to be left alone is: planned calls are dropped and none is planned any more.
Result<Nothing> run_opt_out(Tx& tx, const OptOut& in) {
    if (!customers::find_customer(tx.db(), tx.store_id(), in.customer_id)) return care_customer_not_found;
    if (has_opted_out(tx.db(), tx.store_id(), in.customer_id)) return opted_out_already;
    db::send(tx.db(), sql::care_call::insert_opt_out,
             {{"customer_id", in.customer_id},
              {"store_id", tx.store_id()},
              {"at", tx.now()},
              {"by_user", tx.actor().user_id},
              {"reason", in.reason.text}});
    for (const auto& planned :
         db::all<PlannedId>(tx.db(), sql::care_call::planned_calls,
                            {{"store_id", tx.store_id()}, {"customer_id", in.customer_id}})) {
        tasks::close_every_task(tx, {"care_call", planned.id});
    }
    db::send(tx.db(), sql::care_call::cancel_calls,
             {{"now", tx.now()}, {"store_id", tx.store_id()}, {"customer_id", in.customer_id}});
    tx.emit("care.customer_opted_out", {{"customer", in.customer_id}}, OptOutData{in.reason.text});
    return Nothing{};
}

}  // namespace

MaybeRefused plan_calls(Tx& tx, const Event& event) {
    const Id<customers::Customer> customer{event.object("customer")};
    if (!customer || has_opted_out(tx.db(), tx.store_id(), customer)) return std::nullopt;
    for (const auto& plan : plans().calls) {
        if (plan.after != event.name) continue;
        CallRow call{.id = tx.new_id<CareCall>(),
                     .kind = plan.kind,
                     .customer_id = customer,
                     .due_on = due_day(plan, local_date(event.at)),
                     .state = CallState::planned,
                     .planned_at = event.at,
                     .version = 1};
        if (const auto car = event.object("car"); car != 0) call.car_id = car;
        for (const char* type : {"repair_order", "deal"}) {
            if (call.about_id == 0 && event.object(type) != 0) {
                call.about_type = type;
                call.about_id = event.object(type);
            }
        }
        insert_call(tx, call);
        ask_for(tx, call);
        emit(tx, "care.call_planned", call);
    }
    return std::nullopt;
}

const Action<RecordCall, CallAnswer> record_call{
    {.name = "care.record_call",
     .needs = call_write,
     .refuses = {call_not_found, call_is_done, satisfaction_is_missing, satisfaction_out_of_range,
                 words_are_missing},
     .run = run_record}};
const Action<PostponeCall, CallAnswer> postpone_call{
    {.name = "care.postpone_call",
     .needs = call_write,
     .refuses = {call_not_found, call_is_done, call_day_is_past},
     .run = run_postpone}};
const Action<OptOut, Nothing> opt_out{{.name = "care.opt_out",
                                       .needs = call_write,
                                       .refuses = {care_customer_not_found, opted_out_already},
                                       .run = run_opt_out}};

}  // namespace forecourt::care
