#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/leads/needs/needs.h>
#include <modules/reception/api.h>

namespace forecourt::leads {

inline constexpr Right lead_read{"leads.lead_read"};
inline constexpr Right lead_write{"leads.lead_write"};
/// To enter somebody who called or wrote; the reception and customer care may do that too.
inline constexpr Right lead_enter{"leads.lead_enter"};
/// To give up a lead without asking, to revive one, to hand one to another consultant.
inline constexpr Right lead_manage{"leads.lead_manage"};

enum class LeadSource { showroom, phone_call, web, referral, event, service };
FORECOURT_ENUM(LeadSource, showroom, phone_call, web, referral, event, service)

enum class ContactChannel { phone_call, chat, text_message, visit, email };
FORECOURT_ENUM(ContactChannel, phone_call, chat, text_message, visit, email)

enum class ContactResult { reached, not_reached, call_back, visit_agreed, test_drive_agreed, not_interested };
FORECOURT_ENUM(ContactResult, reached, not_reached, call_back, visit_agreed, test_drive_agreed,
               not_interested)

enum class LostBecause {
    price,
    competitor,
    bought_elsewhere,
    no_budget,
    no_suitable_car,
    waiting_too_long,
    changed_mind,
    unreachable,
    duplicate,
    other,
};
FORECOURT_ENUM(LostBecause, price, competitor, bought_elsewhere, no_budget, no_suitable_car, waiting_too_long,
               changed_mind, unreachable, duplicate, other)

/// A lead as it is stored.
struct LeadRow {
    Id<Lead> id;
    std::string number;
    Id<customers::Customer> customer_id;
    std::optional<Id<reception::Visit>> visit_id;
    LeadSource source{};
    std::string campaign;  // that brought it
    LeadState state{};
    LeadGrade grade{};
    std::int64_t score{};
    std::optional<Id<vehicles::Model>> model_id;
    Id<User> consultant_id;
    std::string note;
    Instant opened_at;
    std::string opened_by;
    std::optional<Instant> needs_at;
    std::optional<Instant> last_contact_at;
    std::int64_t contacts{};
    std::optional<Instant> next_contact_at;
    std::optional<ContactChannel> next_contact_channel;
    std::string next_contact_plan;
    std::optional<Instant> closed_at;
    std::optional<std::string> closed_by;
    std::optional<LostBecause> lost_because;
    std::string competitor_model;
    std::string lost_words;
    std::optional<Instant> loss_asked_at;
    std::optional<std::string> loss_asked_by;
    std::optional<Id<deals::Deal>> deal_id;
    std::optional<Instant>
        first_contact_at;                 // when somebody spoke with a customer who had not come in person
    std::optional<Instant> respond_by;    // by the store's limit; nothing for one who was there
    std::optional<Instant> escalated_at;  // the manager was told that the planned contact is overdue
    std::int64_t times_late{};            // how many planned contacts became overdue
    std::optional<Id<Lead>> merged_into;
    std::optional<Plate> plate;  // of the car the customer drives now, as far as it was said
    std::optional<Vin> vin;
    std::int64_t version{};
};
FORECOURT_STRUCT(LeadRow, id, number, customer_id, visit_id, source, campaign, state, grade, score, model_id,
                 consultant_id, note, opened_at, opened_by, needs_at, last_contact_at, contacts,
                 next_contact_at, next_contact_channel, next_contact_plan, closed_at, closed_by, lost_because,
                 competitor_model, lost_words, loss_asked_at, loss_asked_by, deal_id, first_contact_at,
                 respond_by, escalated_at, times_late, merged_into, plate, vin, version)

/// A visit whose visitor is known, or a customer.
struct OpenLead {
    std::optional<Id<reception::Visit>> visit_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<LeadSource> source;
    std::optional<std::string> campaign;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<User>> consultant_id;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(OpenLead, visit_id, customer_id, source, campaign, model_id, consultant_id, note)

/// A lead with its customer in one go: by telephone, from the web, on an event. What is known of the phone,
/// the plate or the VIN already is said before anything is stored.
struct RegisterLead {
    FilledText name;
    std::optional<Phone> phone;
    std::optional<customers::Gender> gender;
    LeadSource source{};
    std::optional<std::string> campaign;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<User>> consultant_id;
    std::optional<std::string> note;
    std::optional<Plate> plate;
    std::optional<Vin> vin;
    std::optional<Id<customers::Customer>> customer_id;  // it is this known customer
    std::optional<bool> somebody_else;                   // the car is known, but this is another person
};
FORECOURT_STRUCT(RegisterLead, name, phone, gender, source, campaign, model_id, consultant_id, note, plate,
                 vin, customer_id, somebody_else)

struct LeadOpened {
    Id<Lead> lead_id;
    std::string number;
    bool was_open{};  // the customer has an open lead; it goes on
    Instant next_contact_at;
};
FORECOURT_STRUCT(LeadOpened, lead_id, number, was_open, next_contact_at)

struct RecordNeeds {
    Id<Lead> lead_id;
    std::vector<NeedsAnswer> answers;
    std::optional<Id<reception::Visit>> visit_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordNeeds, lead_id, answers, visit_id, version)

struct NeedsRecorded {
    std::int64_t score{};
    LeadGrade grade{};
    Instant next_contact_at;
    std::vector<Proposal> proposals;
};
FORECOURT_STRUCT(NeedsRecorded, score, grade, next_contact_at, proposals)

struct ChooseModel {
    Id<Lead> lead_id;
    Id<vehicles::Model> model_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(ChooseModel, lead_id, model_id, version)

struct PlanContact {
    Id<Lead> lead_id;
    Instant at;
    ContactChannel channel{};
    std::optional<std::string> plan;
    std::int64_t version{};
};
FORECOURT_STRUCT(PlanContact, lead_id, at, channel, plan, version)

/// Without a next contact the latest allowed one is planned.
struct RecordContact {
    Id<Lead> lead_id;
    ContactChannel channel{};
    ContactResult result{};
    FilledText words;
    std::optional<Instant> next_contact_at;
    std::optional<ContactChannel> next_contact_channel;
    std::optional<std::string> next_contact_plan;
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordContact, lead_id, channel, result, words, next_contact_at, next_contact_channel,
                 next_contact_plan, version)

struct ContactRecorded {
    bool late{};
    Instant next_contact_at;
};
FORECOURT_STRUCT(ContactRecorded, late, next_contact_at)

struct LoseLead {
    Id<Lead> lead_id;
    LostBecause because{};
    FilledText words;
    std::optional<std::string> competitor_model;
    std::int64_t version{};
};
FORECOURT_STRUCT(LoseLead, lead_id, because, words, competitor_model, version)

struct LeadLost {
    bool waits_for_approval{};
};
FORECOURT_STRUCT(LeadLost, waits_for_approval)

struct ReviveLead {
    Id<Lead> lead_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(ReviveLead, lead_id, reason, version)

/// The other lead goes into this one with all its history.
struct MergeLeads {
    Id<Lead> lead_id;
    Id<Lead> other_lead_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(MergeLeads, lead_id, other_lead_id, reason, version)

struct ReassignLead {
    Id<Lead> lead_id;
    Id<User> consultant_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(ReassignLead, lead_id, consultant_id, reason, version)

inline constexpr Refusal lead_is_closed{"lead_is_closed"};
/// Another consultant's; the detail `consultant` names them.
inline constexpr Refusal lead_belongs_to_another{"lead_belongs_to_another"};
/// The phone or the car leads to a customer with an open lead; the details `number` and `consultant` say
/// which.
inline constexpr Refusal lead_exists_already{"lead_exists_already"};
/// The car is a known customer's; the detail `name` says whose.
inline constexpr Refusal customer_known_by_car{"customer_known_by_car"};
inline constexpr Refusal lead_merged_with_itself{"lead_merged_with_itself", RefusalKind::unprocessable};
inline constexpr Refusal lead_merged_already{"lead_merged_already"};
inline constexpr Refusal lead_is_theirs_already{"lead_is_theirs_already"};
inline constexpr Refusal lead_is_won{"lead_is_won"};
inline constexpr Refusal lead_not_lost{"lead_not_lost"};
inline constexpr Refusal customer_has_open_lead{"customer_has_open_lead"};
inline constexpr Refusal visit_has_no_customer{"visit_has_no_customer"};
inline constexpr Refusal lead_needs_customer{"lead_needs_customer", RefusalKind::unprocessable};
inline constexpr Refusal contact_in_the_past{"contact_in_the_past", RefusalKind::unprocessable};
inline constexpr Refusal contact_too_late{"contact_too_late", RefusalKind::unprocessable};
inline constexpr Refusal competitor_missing{"competitor_missing", RefusalKind::unprocessable};
inline constexpr Refusal loss_waits_for_approval{"loss_waits_for_approval"};
inline constexpr Refusal not_a_consultant{"not_a_consultant", RefusalKind::unprocessable};

}  // namespace forecourt::leads
