#include <modules/leads/lead/lead_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/leads_lead.sql.h>
#include <modules/leads/owner/leads_owner.sql.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::leads {
namespace {

namespace statements = sql::leads_lead;

void index_lead(Tx& tx, const LeadRow& lead) {
    const auto name = customers::customer_name(tx.db(), tx.store_id(), lead.customer_id);
    auto terms = text::terms_of(text::FieldKind::number, lead.number);
    for (auto& term : text::terms_of(text::FieldKind::name, name)) terms.push_back(std::move(term));
    search::index_object(tx, {.object_type = "lead",
                              .object_id = lead.id.value,
                              .title = name,
                              .subtitle = lead.number,
                              .link = "/leads/" + std::to_string(lead.id.value),
                              .terms = std::move(terms)});
}

}  // namespace

std::optional<LeadRow> load_lead(db::Connection& db, Id<Store> store, Id<Lead> id) {
    return db::first<LeadRow>(db, statements::find_lead, {{"store_id", store}, {"id", id}});
}

std::optional<LeadRow> load_open_lead_of(db::Connection& db, Id<Store> store,
                                         Id<customers::Customer> customer) {
    return db::first<LeadRow>(db, statements::find_lead, {{"store_id", store}, {"customer_id", customer}});
}

std::vector<LeadRow> open_leads_of_plate(db::Connection& db, Id<Store> store, const Plate& plate) {
    return db::all<LeadRow>(db, statements::find_lead, {{"store_id", store}, {"plate", plate}});
}

std::vector<LeadRow> open_leads_of_vin(db::Connection& db, Id<Store> store, const Vin& vin) {
    return db::all<LeadRow>(db, statements::find_lead, {{"store_id", store}, {"vin", vin}});
}

std::vector<LeadRow> leads_merged_into(db::Connection& db, Id<Store> store, Id<Lead> lead) {
    return db::all<LeadRow>(db, statements::find_lead, {{"store_id", store}, {"merged_into", lead}});
}

void move_history(Tx& tx, Id<Lead> from, Id<Lead> into) {
    const db::Params params{{"store_id", tx.store_id()}, {"from_id", from}, {"into_id", into}};
    db::send(tx.db(), statements::move_contacts, params);
    db::send(tx.db(), statements::move_needs, params);
    db::send(tx.db(), sql::leads_owner::move_owners, params);
}

void insert_lead(Tx& tx, const LeadRow& lead) {
    db::send(tx.db(), statements::insert_lead, db::Params::of(lead, {{"store_id", tx.store_id()}}));
    index_lead(tx, lead);
    funnel_lead_opened(tx, lead);
}

void update_lead(Tx& tx, const LeadRow& lead) {
    db::execute_one(tx.db(), statements::update_lead, db::Params::of(lead, {{"store_id", tx.store_id()}}));
    funnel_sync(tx, lead);
}

void move_leads(Tx& tx, Id<customers::Customer> from, Id<customers::Customer> to) {
    db::send(tx.db(), statements::move_leads,
             {{"store_id", tx.store_id()}, {"from_customer_id", from}, {"to_customer_id", to}});
}

void insert_needs(Tx& tx, Id<Lead> lead, const NeedsRow& needs) {
    db::send(tx.db(), statements::insert_needs,
             db::Params::of(needs, {{"store_id", tx.store_id()}, {"lead_id", lead}}));
}

std::optional<NeedsRow> latest_needs(db::Connection& db, Id<Store> store, Id<Lead> lead) {
    return db::first<NeedsRow>(db, statements::latest_needs, {{"store_id", store}, {"lead_id", lead}});
}

void insert_contact(Tx& tx, Id<Lead> lead, const ContactRow& contact) {
    db::send(tx.db(), statements::insert_contact,
             db::Params::of(
                 contact, {{"store_id", tx.store_id()}, {"lead_id", lead}, {"user_id", tx.actor().user_id}}));
}

std::vector<ContactRow> contacts_of_lead(db::Connection& db, Id<Store> store, Id<Lead> lead) {
    return db::all<ContactRow>(db, statements::contacts_of_lead, {{"store_id", store}, {"lead_id", lead}});
}

}  // namespace forecourt::leads
