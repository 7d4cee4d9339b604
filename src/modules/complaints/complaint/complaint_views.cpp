#include <modules/complaints/complaint/complaint_views.h>

#include <modules/complaints/complaint/complaint.sql.h>
#include <modules/complaints/complaint/complaint_actions.h>
#include <modules/complaints/complaint/complaint_store.h>
#include <modules/customers/api.h>
#include <services/access/api.h>

namespace forecourt::complaints {
namespace {

Result<Page<ComplaintListRow>> run_list(Context& context, const ComplaintListInput& in) {
    return list_page<ComplaintListRow>(context, sql::complaint::complaint_list, in, "-opened_at");
}

Result<ComplaintRecord> run_record(Context& context, const ComplaintRecordInput& in) {
    const auto complaint = load_complaint(context.db(), context.store_id(), in.complaint_id);
    if (!complaint) return complaint_not_found;
    ComplaintRecord record{
        .complaint = *complaint,
        .customer_name = customers::customer_name(context.db(), context.store_id(), complaint->customer_id),
        .owner_name = access::user_name(context.db(), context.store_id(), complaint->owner_id),
        .allowed_actions = {}};
    auto& list = record.allowed_actions;
    allow(list, context, review, may_review(*complaint));
    allow(list, context, propose_solution, may_propose(*complaint));
    allow(list, context, carry_out, may_carry_out(*complaint));
    allow(list, context, record_verdict, may_record_verdict(*complaint));
    allow(list, context, name_cause, may_name_cause(*complaint));
    allow(list, context, reopen, may_reopen(*complaint));
    return record;
}

}  // namespace

const View<ComplaintListInput, Page<ComplaintListRow>> complaint_list{
    {.name = "complaints.complaint_list", .needs = complaint_read, .refuses = {}, .run = run_list}};
const View<ComplaintRecordInput, ComplaintRecord> complaint_record{{.name = "complaints.complaint_record",
                                                                    .needs = complaint_read,
                                                                    .refuses = {complaint_not_found},
                                                                    .run = run_record}};

}  // namespace forecourt::complaints
