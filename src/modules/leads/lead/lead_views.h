#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead_entry.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/owner/owner.h>

namespace forecourt::leads {

struct LeadListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<std::string> q;  // a name, phone, plate or number
    std::optional<LeadState> state;
    std::optional<LeadGrade> grade;
    std::optional<LeadSource> source;
    std::optional<std::string> campaign;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Instant> due_before;  // open leads whose next contact is due before
    std::optional<Instant> opened_from;
    std::optional<Instant> opened_before;
};
FORECOURT_STRUCT(LeadListIn, limit, after, sort, q, state, grade, source, campaign, consultant_id,
                 customer_id, model_id, due_before, opened_from, opened_before)

struct LeadListRow {
    Id<Lead> id;
    std::string number;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    LeadSource source{};
    std::string campaign;
    LeadState state{};
    LeadGrade grade{};
    std::int64_t score{};
    std::optional<Id<vehicles::Model>> model_id;
    std::string model_name;
    Id<User> consultant_id;
    std::string consultant_name;
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
FORECOURT_STRUCT(LeadListRow, id, number, customer_id, customer_name, source, campaign, state, grade, score,
                 model_id, model_name, consultant_id, consultant_name, opened_at, last_contact_at, contacts,
                 next_contact_at, next_contact_channel, next_contact_plan, closed_at, lost_because,
                 competitor_model, loss_asked_at, times_late, escalated_at)

struct LeadRecordIn {
    Id<Lead> lead_id;
};
FORECOURT_STRUCT(LeadRecordIn, lead_id)

struct LeadOwner {
    Id<User> user_id;
    std::string name;
    Instant since;
    OwnerBecause because{};
    std::string reason;
    std::string given_by;
};
FORECOURT_STRUCT(LeadOwner, user_id, name, since, because, reason, given_by)

struct MergedLead {
    Id<Lead> id;
    std::string number;
    Id<customers::Customer> customer_id;
    std::string customer_name;
};
FORECOURT_STRUCT(MergedLead, id, number, customer_id, customer_name)

struct LeadRecord {
    LeadRow lead;
    std::string customer_name;
    std::string phone_masked;
    std::string consultant_name;
    std::string model_name;
    Instant contact_at_the_latest;        // how far the next contact may be planned
    std::vector<NeedsAnswer> answers;     // the latest ones
    std::int64_t questionnaire_number{};  // the version they were given to
    std::vector<Proposal> proposals;      // by today's catalogue and stock
    std::vector<ContactRow> contacts;
    std::vector<LeadOwner> owners;  // the newest first
    std::string merged_into_number;
    std::vector<MergedLead> merged;  // into this one
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(LeadRecord, lead, customer_name, phone_masked, consultant_name, model_name,
                 contact_at_the_latest, answers, questionnaire_number, proposals, contacts, owners,
                 merged_into_number, merged, allowed_actions)

struct LeadOverviewIn {
    std::optional<Id<User>> consultant_id;
};
FORECOURT_STRUCT(LeadOverviewIn, consultant_id)

struct GradeCount {
    LeadGrade grade{};
    std::int64_t leads{};
    std::int64_t overdue{};
};
FORECOURT_STRUCT(GradeCount, grade, leads, overdue)

struct LeadOverview {
    std::vector<GradeCount> grades;
};
FORECOURT_STRUCT(LeadOverview, grades)

struct CampaignsIn {
    std::optional<Instant> opened_from;  // a year ago when not said
};
FORECOURT_STRUCT(CampaignsIn, opened_from)

/// What a campaign brought.
struct CampaignRow {
    std::string campaign;
    std::int64_t leads{};
    std::int64_t open{};
    std::int64_t won{};
    std::int64_t lost{};
    Instant last_at;
};
FORECOURT_STRUCT(CampaignRow, campaign, leads, open, won, lost, last_at)

struct Campaigns {
    std::vector<CampaignRow> rows;  // that brought the last lead first
};
FORECOURT_STRUCT(Campaigns, rows)

extern const View<LeadListIn, Page<LeadListRow>> lead_list;
extern const View<CampaignsIn, Campaigns> campaigns;
extern const View<LeadRecordIn, LeadRecord> lead_record;
extern const View<LeadOverviewIn, LeadOverview> lead_overview;
extern const View<DuplicatesIn, Duplicates> duplicates;

}  // namespace forecourt::leads
