#include <modules/complaints/complaint/complaint_actions.h>

#include <modules/complaints/complaint/complaint_store.h>
#include <modules/customers/api.h>
#include <services/access/api.h>
#include <services/approvals/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::complaints {
namespace {

constexpr std::string_view approval_kind = "complaints.solution";

struct ComplaintData {
    std::string number;
    ComplaintState state{};
    ComplaintCategory category{};
    Severity severity{};
    std::string text;
    Money cost;
};
FORECOURT_STRUCT(ComplaintData, number, state, category, severity, text, cost)

std::string link_of(Id<Complaint> id) { return "/complaints/" + std::to_string(id.value); }

void emit(Tx& tx, std::string_view event, const ComplaintRow& c, std::string text) {
    const ComplaintData data{.number = c.number,
                             .state = c.state,
                             .category = c.category,
                             .severity = c.severity,
                             .text = std::move(text),
                             .cost = c.cost};
    tx.emit(event,
            {{"complaint", c.id},
             {"customer", c.customer_id},
             {"car", c.car_id.value_or(0)},
             {c.about_type == "repair_order" ? "repair_order"
              : c.about_type == "deal"       ? "deal"
                                             : "other",
              c.about_id}},
            data);
}

ComplaintAnswer answer_of(const ComplaintRow& c, int versions_on) {
    return {.complaint_id = c.id, .number = c.number, .state = c.state, .version = c.version + versions_on};
}

struct TitleParams {
    std::string number;
    std::string customer;
};
FORECOURT_STRUCT(TitleParams, number, customer)

std::string params_of(Tx& tx, const ComplaintRow& c) {
    return reflect::to_json(TitleParams{
        .number = c.number, .customer = customers::customer_name(tx.db(), tx.store_id(), c.customer_id)});
}

void ask_for(Tx& tx, const ComplaintRow& c, std::string_view title_key, Instant due_at) {
    tasks::add_task(tx, {.title_key = title_key,
                         .params_json = params_of(tx, c),
                         .role = Role::care,
                         .due_at = due_at,
                         .about = {"complaint", c.id},
                         .customer_id = c.customer_id.value,
                         .link = link_of(c.id)});
}

Result<ComplaintRow> loaded(Tx& tx, Id<Complaint> id, std::int64_t version) {
    auto complaint = load_complaint(tx.db(), tx.store_id(), id);
    if (!complaint) return complaint_not_found;
    complaint->version = version;
    return *complaint;
}

Result<ComplaintAnswer> run_open(Tx& tx, const OpenComplaint& in) {
    if (!customers::find_customer(tx.db(), tx.store_id(), in.customer_id))
        return complaint_customer_not_found;
    NewComplaint fresh{.customer_id = in.customer_id,
                       .channel = in.channel,
                       .category = in.category,
                       .severity = in.severity,
                       .words = in.words.text,
                       .about = {},
                       .car_id = in.car_id.value_or(0)};
    if (in.about_id && in.about_type == "repair_order") fresh.about = ObjectRef("repair_order", *in.about_id);
    if (in.about_id && in.about_type == "deal") fresh.about = ObjectRef("deal", *in.about_id);
    const auto id = open_complaint(tx, fresh);
    const auto row = load_complaint(tx.db(), tx.store_id(), id);
    return answer_of(*row, 0);
}

Result<ComplaintAnswer> run_review(Tx& tx, const ReviewComplaint& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    auto decided = decide_review(*complaint, in, limits::in_force(tx, complaint_limits), tx.now());
    if (!decided) return decided.refused();
    auto& row = decided->complaint;
    row.owner_id = tx.actor().user_id;
    update_complaint(tx, row);
    tasks::close_tasks(tx, {"complaint", row.id}, "task.complaints.review");
    if (in.valid) {
        ask_for(tx, row, "task.complaints.propose", row.plan_due_at);
        emit(tx, "complaints.complaint_reviewed", row, in.note.text);
    } else {
        emit(tx, "complaints.complaint_dismissed", row, in.note.text);
    }
    return answer_of(row, 1);
}

Result<ComplaintAnswer> run_propose(Tx& tx, const ProposeSolution& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    auto decided = decide_proposal(*complaint, in, limits::in_force(tx, complaint_limits), tx.now());
    if (!decided) return decided.refused();
    const auto& row = decided->complaint;
    update_complaint(tx, row);
    tasks::close_tasks(tx, {"complaint", row.id}, "task.complaints.propose");
    // Of a solution that this one takes the place of.
    tasks::close_tasks(tx, {"complaint", row.id}, "task.complaints.carry_out");
    emit(tx, "complaints.solution_proposed", row, in.solution.text);
    if (decided->needs_approval) {
        approvals::request_approval(tx, {.kind = approval_kind,
                                         .about = {"complaint", row.id},
                                         .amount = row.cost,
                                         .reason = row.solution,
                                         .decider = Role::gm,
                                         .link = link_of(row.id),
                                         .summary = row.number + " " + row.solution});
    } else {
        ask_for(tx, row, "task.complaints.carry_out", tx.now() + days(2));
    }
    return answer_of(row, 1);
}

Result<ComplaintAnswer> run_carry_out(Tx& tx, const CarryOut& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    auto decided = decide_carrying_out(*complaint, in, tx.now());
    if (!decided) return decided.refused();
    const auto& row = decided->complaint;
    update_complaint(tx, row);
    tasks::close_tasks(tx, {"complaint", row.id}, "task.complaints.carry_out");
    ask_for(tx, row, "task.complaints.ask_verdict", tx.now() + days(1));
    emit(tx, "complaints.solution_carried_out", row, in.done.text);
    return answer_of(row, 1);
}

Result<ComplaintAnswer> run_verdict(Tx& tx, const RecordVerdict& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    auto decided = decide_verdict(*complaint, in, tx.now());
    if (!decided) return decided.refused();
    const auto& row = decided->complaint;
    update_complaint(tx, row);
    tasks::close_tasks(tx, {"complaint", row.id}, "task.complaints.ask_verdict");
    if (in.satisfied) {
        tasks::close_every_task(tx, {"complaint", row.id});
        emit(tx, "complaints.complaint_closed", row, in.words);
    } else {
        ask_for(tx, row, "task.complaints.propose", tx.now() + days(1));
        emit(tx, "complaints.customer_not_content", row, in.words);
    }
    return answer_of(row, 1);
}

Result<ComplaintAnswer> run_name_cause(Tx& tx, const NameCause& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    if (auto no = may_name_cause(*complaint)) return *no;
    complaint->cause = in.cause.text;
    complaint->prevention = in.prevention.text;
    update_complaint(tx, *complaint);
    emit(tx, "complaints.cause_named", *complaint, in.cause.text);
    return answer_of(*complaint, 1);
}

Result<ComplaintAnswer> run_reopen(Tx& tx, const ReopenComplaint& in) {
    auto complaint = loaded(tx, in.complaint_id, in.version);
    if (!complaint) return complaint.refused();
    auto decided = decide_reopening(*complaint, in, limits::in_force(tx, complaint_limits), tx.now());
    if (!decided) return decided.refused();
    const auto& row = decided->complaint;
    update_complaint(tx, row);
    ask_for(tx, row, "task.complaints.propose", row.plan_due_at);
    emit(tx, "complaints.complaint_reopened", row, in.reason.text);
    return answer_of(row, 1);
}

MaybeRefused settle_approval(Tx& tx, const Event& event, bool granted) {
    const auto kind = reflect::json_member(event.data, "kind");
    if (!kind || *kind != "\"" + std::string(approval_kind) + "\"") return std::nullopt;
    auto complaint = load_complaint(tx.db(), tx.store_id(), {event.object("complaint")});
    if (!complaint || complaint->state != ComplaintState::awaiting_approval) return std::nullopt;
    complaint->state = granted ? ComplaintState::agreed : ComplaintState::reviewed;
    update_complaint(tx, *complaint);
    ask_for(tx, *complaint, granted ? "task.complaints.carry_out" : "task.complaints.propose",
            tx.now() + days(1));
    emit(tx, granted ? "complaints.solution_approved" : "complaints.solution_declined", *complaint,
         complaint->solution);
    return std::nullopt;
}

}  // namespace

Id<Complaint> open_complaint(Tx& tx, const NewComplaint& in) {
    ComplaintRow row{.id = tx.new_id<Complaint>(),
                     .number = numbering::next_number(tx, "TS"),
                     .state = ComplaintState::received,
                     .channel = in.channel,
                     .category = in.category,
                     .severity = in.severity,
                     .words = in.words,
                     .customer_id = in.customer_id,
                     .opened_at = tx.now(),
                     .opened_by = tx.actor().user_id,
                     .version = 1};
    if (in.car_id != 0) row.car_id = in.car_id;
    if (in.about) {
        row.about_type = std::string(in.about->type);
        row.about_id = in.about->id;
    }
    set_clocks(row, limits::in_force(tx, complaint_limits));
    insert_complaint(tx, row);
    ask_for(tx, row, "task.complaints.review", row.answer_due_at);
    for (const auto role : {Role::care, Role::gm}) {
        if (role == Role::gm && in.severity != Severity::major) continue;
        tasks::alert(tx, {.title_key = "alert.complaints.opened",
                          .params_json = params_of(tx, row),
                          .role = role,
                          .link = link_of(row.id),
                          .about = {"complaint", row.id},
                          .level = in.severity == Severity::major ? tasks::AlertLevel::urgent
                                                                  : tasks::AlertLevel::warning});
    }
    emit(tx, "complaints.complaint_opened", row, in.words);
    return row.id;
}

MaybeRefused on_granted(Tx& tx, const Event& event) { return settle_approval(tx, event, true); }
MaybeRefused on_declined(Tx& tx, const Event& event) { return settle_approval(tx, event, false); }

const Action<OpenComplaint, ComplaintAnswer> open{{.name = "complaints.open",
                                                   .needs = complaint_write,
                                                   .refuses = {complaint_customer_not_found},
                                                   .run = run_open}};
const Action<ReviewComplaint, ComplaintAnswer> review{
    {.name = "complaints.review",
     .needs = complaint_write,
     .refuses = {complaint_not_found, complaint_is_reviewed},
     .run = run_review}};
const Action<ProposeSolution, ComplaintAnswer> propose_solution{
    {.name = "complaints.propose_solution",
     .needs = complaint_write,
     .refuses = {complaint_not_found, complaint_is_not_reviewed, solution_waits_for_approval,
                 complaint_is_over, solution_cost_is_negative},
     .run = run_propose}};
const Action<CarryOut, ComplaintAnswer> carry_out{
    {.name = "complaints.carry_out",
     .needs = complaint_write,
     .refuses = {complaint_not_found, solution_is_not_agreed, complaint_is_over},
     .run = run_carry_out}};
const Action<RecordVerdict, ComplaintAnswer> record_verdict{
    {.name = "complaints.record_verdict",
     .needs = complaint_write,
     .refuses = {complaint_not_found, solution_is_not_carried_out, complaint_is_over},
     .run = run_verdict}};
const Action<NameCause, ComplaintAnswer> name_cause{
    {.name = "complaints.name_cause",
     .needs = complaint_write,
     .refuses = {complaint_not_found, complaint_is_not_reviewed},
     .run = run_name_cause}};
const Action<ReopenComplaint, ComplaintAnswer> reopen{{.name = "complaints.reopen",
                                                       .needs = complaint_write,
                                                       .refuses = {complaint_not_found, complaint_is_open},
                                                       .run = run_reopen}};

}  // namespace forecourt::complaints
