#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

extern const Action<OpenLead, LeadOpened> open_lead;
extern const Action<RegisterLead, LeadOpened> register_lead;
extern const Action<MergeLeads, Nothing> merge_leads;
extern const Action<RecordNeeds, NeedsRecorded> record_needs;
extern const Action<ChooseModel, Nothing> choose_model;
extern const Action<PlanContact, Nothing> plan_contact;
extern const Action<RecordContact, ContactRecorded> record_contact;
extern const Action<LoseLead, LeadLost> lose_lead;
extern const Action<ReviveLead, Nothing> revive_lead;
extern const Action<ReassignLead, Nothing> reassign_lead;

/// The manager has answered whether a lead may be given up.
MaybeRefused on_loss_granted(Tx& tx, const Event& event);
MaybeRefused on_loss_declined(Tx& tx, const Event& event);
/// Two customers became one: of two open leads one goes into the other with its history.
MaybeRefused on_customers_merged(Tx& tx, const Event& event);

}  // namespace forecourt::leads
