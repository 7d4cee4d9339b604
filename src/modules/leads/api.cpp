#include <modules/leads/api.h>

#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_entry.h>
#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/next_contact.h>
#include <modules/leads/losses/losses.h>
#include <modules/leads/owner/owner.h>
#include <services/access/api.h>
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

std::vector<LeadFacts> lead_with_merged(db::Connection& db, Id<Store> store, Id<Lead> id) {
    std::vector<LeadFacts> family;
    if (const auto lead = find_lead(db, store, id)) family.push_back(*lead);
    for (std::size_t at = 0; at < family.size(); ++at) {
        for (const auto& other : leads_merged_into(db, store, family[at].id)) {
            family.push_back(*facts_of(other));
        }
    }
    return family;
}

Id<Lead> open_lead_for(Tx& tx, const NewLead& lead) {
    // Merged records answer as one: the open lead may be the one of the other.
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), lead.customer_id);
    ensure(customer.has_value());
    if (const auto open = load_open_lead_of(tx.db(), tx.store_id(), customer->id)) return open->id;
    return open_new_lead(tx,
                         {.customer = *customer,
                          .visit = {},
                          .source = reflect::value_named<LeadSource>(lead.source).value_or(LeadSource::web),
                          .campaign = lead.campaign,
                          .model_id = lead.model_id,
                          .consultant_id = lead.consultant_id,
                          .note = lead.note,
                          .plate = {},
                          .vin = {}})
        .lead_id;
}

std::optional<Id<User>> whose_turn(const Context& context, const std::optional<Id<vehicles::Model>>& model) {
    const auto choice = choose_owner(context, model);
    if (!choice) return std::nullopt;
    return choice->user_id;
}

Instant answer_by(const Context& context, std::int64_t wait_minutes) {
    const auto store = access::store_facts(context.db(), context.store_id());
    return respond_by(context.now(), wait_minutes,
                      {.opens_minute = store.opens_minute, .closes_minute = store.closes_minute});
}

void mark_won(Tx& tx, Id<customers::Customer> customer, const std::optional<Id<Lead>>& quoted_for,
              Id<deals::Deal> deal) {
    auto lead = load_open_lead_of(tx.db(), tx.store_id(), customer);
    if (!lead && quoted_for) lead = load_lead(tx.db(), tx.store_id(), *quoted_for);
    // A quote of a lead that was merged counts for the one that goes on.
    while (lead && lead->merged_into) lead = load_lead(tx.db(), tx.store_id(), *lead->merged_into);
    if (!lead || lead->state == LeadState::won) return;
    if (lead->state == LeadState::lost) revive_losses(tx, lead->id);
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
    funnel_step(tx, lead->id, FunnelStep::ordered);
    tx.emit(
        "leads.won",
        {{"lead", lead->id}, {"customer", lead->customer_id}, {"deal", deal}, {"user", lead->consultant_id}},
        event_of(*lead));
}

}  // namespace forecourt::leads
