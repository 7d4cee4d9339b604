#include <modules/leads/lead/lead_views.h>

#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_rules.h>
#include <modules/leads/lead/leads_lead.sql.h>
#include <modules/leads/lead/name_book.h>
#include <modules/leads/needs/questionnaire.h>
#include <services/search/api.h>

#include <algorithm>
#include <set>

namespace forecourt::leads {
namespace {

/// A list row as stored; names come from the modules that own them.
struct StoredLeadRow {
    Id<Lead> id;
    std::string number;
    Id<customers::Customer> customer_id;
    LeadSource source{};
    std::string campaign;
    LeadState state{};
    LeadGrade grade{};
    std::int64_t score{};
    std::optional<Id<vehicles::Model>> model_id;
    Id<User> consultant_id;
    Instant opened_at;
    std::optional<Instant> last_contact_at;
    std::int64_t contacts{};
    std::optional<Instant> next_contact_at;
    std::optional<ContactChannel> next_contact_channel;
    std::string next_contact_plan;
    std::optional<Instant> closed_at;
    std::optional<LostBecause> lost_because;
    std::string competitor_model;
    std::optional<Instant> loss_asked_at;
    std::int64_t times_late{};
    std::optional<Instant> escalated_at;
};
FORECOURT_STRUCT(StoredLeadRow, id, number, customer_id, source, campaign, state, grade, score, model_id,
                 consultant_id, opened_at, last_contact_at, contacts, next_contact_at, next_contact_channel,
                 next_contact_plan, closed_at, lost_because, competitor_model, loss_asked_at, times_late,
                 escalated_at)

// Whose leads are meant: by the lead's number, or the customer's name, phone, plate or VIN.
std::set<Id<customers::Customer>> customers_meant(const Context& context, const std::string& q) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto found = customers::search_customers(db, store, q);
    std::set<Id<customers::Customer>> meant(found.begin(), found.end());
    for (const auto id : search::find_objects(db, store, "lead", q, 50)) {
        if (const auto lead = load_lead(db, store, {id})) meant.insert(lead->customer_id);
    }
    return meant;
}

Result<Page<StoredLeadRow>> stored_page(Context& context, LeadListIn in) {
    const std::string q(trimmed(in.q.value_or("")));
    in.q.reset();
    if (q.empty()) return list_page<StoredLeadRow>(context, sql::leads_lead::list_leads, in, "-opened_at");
    Page<StoredLeadRow> found{.rows = {}, .next = {}};
    for (const auto customer : customers_meant(context, q)) {
        in.customer_id = customer;
        auto of_one = list_page<StoredLeadRow>(context, sql::leads_lead::list_leads, in, "-opened_at");
        if (!of_one) return of_one.refused();
        std::move(of_one->rows.begin(), of_one->rows.end(), std::back_inserter(found.rows));
    }
    std::sort(found.rows.begin(), found.rows.end(),
              [](const auto& one, const auto& other) { return one.opened_at > other.opened_at; });
    return found;
}

Result<Page<LeadListRow>> run_lead_list(Context& context, const LeadListIn& in) {
    const auto stored = stored_page(context, in);
    if (!stored) return stored.refused();
    Page<LeadListRow> page{.rows = {}, .next = stored->next};
    NameBook names(context);
    const customers::CustomerNames customers(context, stored->rows);
    for (const auto& row : stored->rows) {
        page.rows.push_back({.id = row.id,
                             .number = row.number,
                             .customer_id = row.customer_id,
                             .customer_name = customers.of(row.customer_id),
                             .source = row.source,
                             .campaign = row.campaign,
                             .state = row.state,
                             .grade = row.grade,
                             .score = row.score,
                             .model_id = row.model_id,
                             .model_name = names.model(row.model_id),
                             .consultant_id = row.consultant_id,
                             .consultant_name = names.person(row.consultant_id),
                             .opened_at = row.opened_at,
                             .last_contact_at = row.last_contact_at,
                             .contacts = row.contacts,
                             .next_contact_at = row.next_contact_at,
                             .next_contact_channel = row.next_contact_channel,
                             .next_contact_plan = row.next_contact_plan,
                             .closed_at = row.closed_at,
                             .lost_because = row.lost_because,
                             .competitor_model = row.competitor_model,
                             .loss_asked_at = row.loss_asked_at,
                             .times_late = row.times_late,
                             .escalated_at = row.escalated_at});
    }
    return page;
}

void add_needs(Context& context, LeadRecord& record) {
    const auto needs = latest_needs(context.db(), context.store_id(), record.lead.id);
    if (!needs) return;
    NeedsAnswers answers;
    const auto errors = reflect::from_json(answers, needs->answers.text);
    ensure(errors.empty());
    record.answers = std::move(answers.answers);
    record.questionnaire_number = needs->questionnaire_number;
    const auto asked = questionnaire_numbered(context.db(), context.store_id(), needs->questionnaire_number);
    record.proposals = propose_models(asked.questionnaire, record.answers,
                                      vehicles::models_on_offer(context.db(), context.store_id()),
                                      vehicles::stock_by_model(context.db(), context.store_id()));
}

Result<LeadRecord> run_lead_record(Context& context, const LeadRecordIn& in) {
    const auto lead = load_lead(context.db(), context.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    NameBook names(context);
    LeadRecord record;
    record.lead = *lead;
    if (const auto customer = customers::find_customer(context.db(), context.store_id(), lead->customer_id)) {
        record.customer_name = customer->name;
        record.phone_masked = customer->phone_masked;
    }
    record.consultant_name = names.person(lead->consultant_id);
    record.model_name = names.model(lead->model_id);
    record.contact_at_the_latest =
        context.now() +
        longest_silence(questionnaire_in_force(context.db(), context.store_id()).questionnaire, lead->grade);
    add_needs(context, record);
    record.contacts = contacts_of_lead(context.db(), context.store_id(), lead->id);
    const bool has_open_lead =
        load_open_lead_of(context.db(), context.store_id(), lead->customer_id).has_value();
    for (const auto& owner : owners_of(context.db(), context.store_id(), lead->id)) {
        record.owners.push_back({.user_id = owner.user_id,
                                 .name = names.person(owner.user_id),
                                 .since = owner.since,
                                 .because = owner.because,
                                 .reason = owner.reason,
                                 .given_by = owner.given_by});
    }
    if (lead->merged_into) {
        if (const auto into = load_lead(context.db(), context.store_id(), *lead->merged_into)) {
            record.merged_into_number = into->number;
        }
    }
    for (const auto& other : leads_merged_into(context.db(), context.store_id(), lead->id)) {
        record.merged.push_back(
            {.id = other.id,
             .number = other.number,
             .customer_id = other.customer_id,
             .customer_name = customers::customer_name(context.db(), context.store_id(), other.customer_id)});
    }
    const auto work = may_work_now(context, *lead);
    auto& list = record.allowed_actions;
    allow(list, context, record_needs, work);
    allow(list, context, record_contact, work);
    allow(list, context, plan_contact, work);
    allow(list, context, choose_model, work);
    allow(list, context, lose_lead, work ? work : may_lose(*lead));
    allow(list, context, reassign_lead, may_work(*lead));
    allow(list, context, merge_leads, may_work(*lead));
    allow(list, context, revive_lead, may_revive(*lead, has_open_lead));
    return record;
}

Result<LeadOverview> run_lead_overview(Context& context, const LeadOverviewIn& in) {
    return LeadOverview{
        db::all<GradeCount>(context.db(), sql::leads_lead::count_by_grade,
                            db::Params::of(in, {{"store_id", context.store_id()}, {"now", context.now()}}))};
}

Result<Campaigns> run_campaigns(Context& context, const CampaignsIn& in) {
    const Instant from = in.opened_from.value_or(context.now() - days(365));
    return Campaigns{db::all<CampaignRow>(context.db(), sql::leads_lead::campaigns,
                                          {{"store_id", context.store_id()}, {"opened_from", from}})};
}

}  // namespace

const View<CampaignsIn, Campaigns> campaigns{
    {.name = "leads.campaigns", .needs = lead_read, .refuses = {}, .run = run_campaigns}};
const View<LeadListIn, Page<LeadListRow>> lead_list{{.name = "leads.lead_list",
                                                     .needs = lead_read,
                                                     .refuses = {cursor_not_understood, sort_not_offered},
                                                     .run = run_lead_list}};

const View<LeadRecordIn, LeadRecord> lead_record{
    {.name = "leads.lead_record", .needs = lead_read, .refuses = {lead_not_found}, .run = run_lead_record}};

const View<LeadOverviewIn, LeadOverview> lead_overview{
    {.name = "leads.lead_overview", .needs = lead_read, .refuses = {}, .run = run_lead_overview}};

}  // namespace forecourt::leads
