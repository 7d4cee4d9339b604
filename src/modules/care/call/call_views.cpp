#include <modules/care/call/call_views.h>

#include <modules/care/call/call_actions.h>
#include <modules/care/call/call_store.h>
#include <modules/care/call/care_call.sql.h>
#include <modules/customers/api.h>
#include <services/access/api.h>

namespace forecourt::care {
namespace {

Result<Page<CallListRow>> run_list(Context& context, const CallListInput& in) {
    return list_page<CallListRow>(context, sql::care_call::call_list, in, "due_on");
}

Result<CallRecord> run_record_view(Context& context, const CallRecordInput& in) {
    const auto call = load_call(context.db(), context.store_id(), in.call_id);
    if (!call) return call_not_found;
    CallRecord record{.call = *call};
    if (const auto customer = customers::find_customer(context.db(), context.store_id(), call->customer_id)) {
        record.customer_name = customer->name;
        record.phone_masked = customer->phone_masked;
    }
    if (call->done_by)
        record.done_by_name = access::user_name(context.db(), context.store_id(), *call->done_by);
    allow(record.allowed_actions, context, record_call, may_record(*call));
    allow(record.allowed_actions, context, postpone_call, may_record(*call));
    return record;
}

}  // namespace

const View<CallListInput, Page<CallListRow>> call_list{
    {.name = "care.call_list", .needs = call_read, .refuses = {}, .run = run_list}};
const View<CallRecordInput, CallRecord> call_record{
    {.name = "care.call_record", .needs = call_read, .refuses = {call_not_found}, .run = run_record_view}};

}  // namespace forecourt::care
