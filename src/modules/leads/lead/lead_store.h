#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

struct Needs;
struct Contact;

struct NeedsRow {
    Id<Needs> id;
    JsonText answers;  // NeedsAnswers
    std::int64_t score{};
    LeadGrade grade{};
    std::int64_t questionnaire_number{};  // which version was asked
    Instant taken_at;
    std::string taken_by;
};
FORECOURT_STRUCT(NeedsRow, id, answers, score, grade, questionnaire_number, taken_at, taken_by)

struct ContactRow {
    Id<Contact> id;
    ContactChannel channel{};
    ContactResult result{};
    std::string words;
    Instant due_at;
    Instant done_at;
    std::string done_by;
    bool late{};
    Instant next_contact_at;
};
FORECOURT_STRUCT(ContactRow, id, channel, result, words, due_at, done_at, done_by, late, next_contact_at)

std::optional<LeadRow> load_lead(db::Connection& db, Id<Store> store, Id<Lead> id);
std::optional<LeadRow> load_open_lead_of(db::Connection& db, Id<Store> store,
                                         Id<customers::Customer> customer);
/// The open leads of those who drive this car, as far as it was said when they were entered: a couple may
/// have two.
std::vector<LeadRow> open_leads_of_plate(db::Connection& db, Id<Store> store, const Plate& plate);
std::vector<LeadRow> open_leads_of_vin(db::Connection& db, Id<Store> store, const Vin& vin);
/// Those that went into this one, one after the other.
std::vector<LeadRow> leads_merged_into(db::Connection& db, Id<Store> store, Id<Lead> lead);
/// Contacts, needs and owners of one lead become another's.
void move_history(Tx& tx, Id<Lead> from, Id<Lead> into);
/// Both also bring the search index and the funnel up to date.
void insert_lead(Tx& tx, const LeadRow& lead);
void update_lead(Tx& tx, const LeadRow& lead);
void move_leads(Tx& tx, Id<customers::Customer> from, Id<customers::Customer> to);

void insert_needs(Tx& tx, Id<Lead> lead, const NeedsRow& needs);
std::optional<NeedsRow> latest_needs(db::Connection& db, Id<Store> store, Id<Lead> lead);
void insert_contact(Tx& tx, Id<Lead> lead, const ContactRow& contact);
std::vector<ContactRow> contacts_of_lead(db::Connection& db, Id<Store> store, Id<Lead> lead);

}  // namespace forecourt::leads
