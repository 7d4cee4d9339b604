#include <modules/leads/lead/lead_actions.h>

#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_rules.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/next_contact.h>
#include <modules/leads/needs/questionnaire.h>
#include <modules/leads/owner/owner.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::leads {

LeadEvent event_of(const LeadRow& lead) {
    return {.number = lead.number, .grade = lead.grade, .next_contact_at = lead.next_contact_at};
}

namespace {

struct NeedsEvent {
    std::string number;
    std::int64_t score{};
    LeadGrade grade{};
};
FORECOURT_STRUCT(NeedsEvent, number, score, grade)

struct ModelEvent {
    std::string number;
    std::string model_name;
};
FORECOURT_STRUCT(ModelEvent, number, model_name)

struct ContactEvent {
    std::string number;
    ContactChannel channel{};
    ContactResult result{};
    std::string words;
    bool late{};
};
FORECOURT_STRUCT(ContactEvent, number, channel, result, words, late)

struct OwnerEvent {
    std::string number;
    std::string consultant_name;
    std::string reason;
};
FORECOURT_STRUCT(OwnerEvent, number, consultant_name, reason)

Duration silence_of(Tx& tx, LeadGrade grade) {
    return longest_silence(questionnaire_in_force(tx.db(), tx.store_id()).questionnaire, grade);
}

// Where a new lead, or the grade it got last, put the next contact by itself, nobody has planned it.
bool is_planned_by_somebody(Tx& tx, const LeadRow& lead) {
    if (!lead.next_contact_at) return false;
    const auto by_itself = latest_contact(lead.needs_at.value_or(lead.opened_at), silence_of(tx, lead.grade));
    return lead.contacts > 0 || !lead.next_contact_plan.empty() || *lead.next_contact_at != by_itself;
}

}  // namespace

MaybeRefused may_work_now(const Context& context, const LeadRow& lead) {
    const auto visit = reception::open_visit_of(context, lead.customer_id);
    const Worker worker{.user_id = context.actor().user_id,
                        .manages = context.actor().may(lead_manage),
                        .serves_them = visit && visit->consultant_id == context.actor().user_id};
    return may_work(lead, worker, access::user_name(context.db(), context.store_id(), lead.consultant_id));
}

namespace {

Result<NeedsRecorded> run_record_needs(Tx& tx, const RecordNeeds& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work_now(tx, *lead)) return *no;
    const auto in_force = questionnaire_in_force(tx.db(), tx.store_id());
    const auto& questionnaire = in_force.questionnaire;
    if (auto no = check_answers(questionnaire, in.answers)) return *no;
    if (in.visit_id && !reception::find_visit(tx.db(), tx.store_id(), *in.visit_id)) {
        return reception::visit_not_found;
    }
    const auto score = score_of(questionnaire, in.answers);
    const auto grade = grade_of(questionnaire, in.answers, score);
    const auto proposals =
        propose_models(questionnaire, in.answers, vehicles::models_on_offer(tx.db(), tx.store_id()),
                       vehicles::stock_by_model(tx.db(), tx.store_id()));
    insert_needs(tx, lead->id,
                 {.id = tx.new_id<Needs>(),
                  .answers = {reflect::to_json(NeedsAnswers{in.answers})},
                  .score = score,
                  .grade = grade,
                  .questionnaire_number = in_force.number,
                  .taken_at = tx.now(),
                  .taken_by = tx.actor().name});
    const bool is_planned = is_planned_by_somebody(tx, *lead);
    lead->score = score;
    lead->grade = grade;
    lead->needs_at = tx.now();
    if (in.visit_id) lead->visit_id = in.visit_id;
    if (!lead->model_id && !proposals.empty()) lead->model_id = proposals.front().model_id;
    lead->version = in.version;
    // The grade shortens the way to the next contact; it never pushes a planned one back.
    const auto latest = latest_contact(tx.now(), silence_of(tx, grade));
    const auto at = is_planned ? std::min(*lead->next_contact_at, latest) : latest;
    set_next_contact(tx, *lead,
                     {.at = at,
                      .channel = lead->next_contact_channel.value_or(ContactChannel::phone_call),
                      .plan = lead->next_contact_plan});
    update_lead(tx, *lead);
    tx.emit("leads.needs_recorded",
            {{"lead", lead->id},
             {"customer", lead->customer_id},
             {"visit", lead->visit_id.value_or(Id<reception::Visit>{})}},
            NeedsEvent{lead->number, score, grade});
    return NeedsRecorded{.score = score, .grade = grade, .next_contact_at = at, .proposals = proposals};
}

Result<Nothing> run_choose_model(Tx& tx, const ChooseModel& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work_now(tx, *lead)) return *no;
    const auto model = vehicles::find_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return vehicles::model_not_found;
    lead->model_id = in.model_id;
    lead->version = in.version;
    update_lead(tx, *lead);
    tx.emit("leads.model_chosen",
            {{"lead", lead->id}, {"customer", lead->customer_id}, {"model", in.model_id}},
            ModelEvent{lead->number, model->name});
    return Nothing{};
}

Result<Nothing> run_plan_contact(Tx& tx, const PlanContact& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work_now(tx, *lead)) return *no;
    if (auto no = check_plan(tx.now(), in.at, silence_of(tx, lead->grade))) return *no;
    lead->version = in.version;
    set_next_contact(tx, *lead, {.at = in.at, .channel = in.channel, .plan = in.plan.value_or("")});
    update_lead(tx, *lead);
    tx.emit("leads.contact_planned", {{"lead", lead->id}, {"customer", lead->customer_id}}, event_of(*lead));
    return Nothing{};
}

Result<ContactRecorded> run_record_contact(Tx& tx, const RecordContact& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work_now(tx, *lead)) return *no;
    const auto silence = silence_of(tx, lead->grade);
    if (in.next_contact_at) {
        if (auto no = check_plan(tx.now(), *in.next_contact_at, silence)) return *no;
    }
    const auto due_at = lead->next_contact_at.value_or(tx.now());
    const bool late = is_late(due_at, tx.now());
    const auto next = in.next_contact_at.value_or(latest_contact(tx.now(), silence));
    insert_contact(tx, lead->id,
                   {.id = tx.new_id<Contact>(),
                    .channel = in.channel,
                    .result = in.result,
                    .words = in.words.text,
                    .due_at = due_at,
                    .done_at = tx.now(),
                    .done_by = tx.actor().name,
                    .late = late,
                    .next_contact_at = next});
    lead->last_contact_at = tx.now();
    if (!lead->first_contact_at) lead->first_contact_at = tx.now();
    ++lead->contacts;
    lead->version = in.version;
    set_next_contact(tx, *lead,
                     {.at = next,
                      .channel = in.next_contact_channel.value_or(ContactChannel::phone_call),
                      .plan = in.next_contact_plan.value_or("")});
    update_lead(tx, *lead);
    tx.emit("leads.contact_recorded",
            {{"lead", lead->id}, {"customer", lead->customer_id}, {"user", lead->consultant_id}},
            ContactEvent{lead->number, in.channel, in.result, in.words.text, late});
    return ContactRecorded{.late = late, .next_contact_at = next};
}

Result<Nothing> run_reassign_lead(Tx& tx, const ReassignLead& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work(*lead)) return *no;
    if (!is_consultant(tx, in.consultant_id)) return not_a_consultant;
    if (lead->consultant_id == in.consultant_id) return lead_is_theirs_already;
    lead->consultant_id = in.consultant_id;
    lead->version = in.version;
    set_next_contact(tx, *lead,
                     {.at = *lead->next_contact_at,
                      .channel = lead->next_contact_channel.value_or(ContactChannel::phone_call),
                      .plan = lead->next_contact_plan});
    update_lead(tx, *lead);
    add_owner(tx, *lead, OwnerBecause::reassigned, in.reason.text);
    customers::set_consultant(tx, lead->customer_id, in.consultant_id);
    tx.emit("leads.reassigned",
            {{"lead", lead->id}, {"customer", lead->customer_id}, {"user", in.consultant_id}},
            OwnerEvent{lead->number, access::user_name(tx.db(), tx.store_id(), in.consultant_id),
                       in.reason.text});
    return Nothing{};
}

}  // namespace

const Action<RecordNeeds, NeedsRecorded> record_needs{
    {.name = "leads.record_needs",
     .needs = lead_write,
     .refuses = {lead_not_found, lead_is_closed, lead_belongs_to_another, answer_not_understood,
                 answer_missing, reception::visit_not_found},
     .run = run_record_needs}};

const Action<ChooseModel, Nothing> choose_model{
    {.name = "leads.choose_model",
     .needs = lead_write,
     .refuses = {lead_not_found, lead_is_closed, lead_belongs_to_another, vehicles::model_not_found},
     .run = run_choose_model}};

const Action<PlanContact, Nothing> plan_contact{
    {.name = "leads.plan_contact",
     .needs = lead_write,
     .refuses = {lead_not_found, lead_is_closed, lead_belongs_to_another, contact_in_the_past,
                 contact_too_late},
     .run = run_plan_contact}};

const Action<RecordContact, ContactRecorded> record_contact{
    {.name = "leads.record_contact",
     .needs = lead_write,
     .refuses = {lead_not_found, lead_is_closed, lead_belongs_to_another, contact_in_the_past,
                 contact_too_late},
     .run = run_record_contact}};

const Action<ReassignLead, Nothing> reassign_lead{
    {.name = "leads.reassign_lead",
     .needs = lead_manage,
     .refuses = {lead_not_found, lead_is_closed, not_a_consultant, lead_is_theirs_already},
     .run = run_reassign_lead}};

}  // namespace forecourt::leads
