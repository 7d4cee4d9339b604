#include <modules/leads/api.h>

#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/next_contact.h>
#include <services/approvals/api.h>

namespace forecourt::leads {
namespace {

std::optional<LeadFacts> facts_of(const std::optional<LeadRow>& lead) {
    if (!lead) return std::nullopt;
    return LeadFacts{.id = lead->id,
                     .customer_id = lead->customer_id,
                     .state = lead->state,
                     .grade = lead->grade,
                     .consultant_id = lead->consultant_id,
                     .model_id = lead->model_id,
                     .next_contact_at = lead->next_contact_at,
                     .version = lead->version};
}

}  // namespace

std::optional<LeadFacts> find_lead(db::Connection& db, Id<Store> store, Id<Lead> id) {
    return facts_of(load_lead(db, store, id));
}

std::optional<LeadFacts> lead_of_customer(db::Connection& db, Id<Store> store,
                                          Id<customers::Customer> customer) {
    return facts_of(load_open_lead_of(db, store, customer));
}

void mark_won(Tx& tx, Id<customers::Customer> customer, Id<deals::Deal> deal) {
    auto lead = load_open_lead_of(tx.db(), tx.store_id(), customer);
    if (!lead) return;
    approvals::withdraw_approvals(tx, "leads.loss", {"lead", lead->id});
    lead->state = LeadState::won;
    lead->closed_at = tx.now();
    lead->closed_by = tx.actor().name;
    lead->loss_asked_at.reset();
    lead->loss_asked_by.reset();
    lead->lost_because.reset();
    lead->deal_id = deal;
    drop_next_contact(tx, *lead);
    update_lead(tx, *lead);
    tx.emit(
        "leads.won",
        {{"lead", lead->id}, {"customer", lead->customer_id}, {"deal", deal}, {"user", lead->consultant_id}},
        event_of(*lead));
}

}  // namespace forecourt::leads
