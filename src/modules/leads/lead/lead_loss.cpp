#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_rules.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/next_contact.h>
#include <modules/leads/losses/losses.h>
#include <modules/leads/needs/questionnaire.h>
#include <services/approvals/api.h>
#include <services/tasks/api.h>

// How a lead ends without a sale, and how it comes back.
namespace forecourt::leads {
namespace {

constexpr std::string_view loss_kind = "leads.loss";

struct LossEvent {
    std::string number;
    LostBecause because{};
    std::string competitor_model;
    std::string words;
};
FORECOURT_STRUCT(LossEvent, number, because, competitor_model, words)

struct ReasonEvent {
    std::string number;
    std::string reason;
};
FORECOURT_STRUCT(ReasonEvent, number, reason)

LossEvent loss_of(const LeadRow& lead) {
    return {.number = lead.number,
            .because = lead.lost_because.value_or(LostBecause::other),
            .competitor_model = lead.competitor_model,
            .words = lead.lost_words};
}

std::string link_to(const LeadRow& lead) { return "/leads/" + std::to_string(lead.id.value); }

std::string summary_of(Tx& tx, const LeadRow& lead) {
    std::string summary =
        customers::customer_name(tx.db(), tx.store_id(), lead.customer_id) + " " + lead.number;
    if (!lead.competitor_model.empty()) summary += " → " + lead.competitor_model;
    return summary;
}

// The lead an answer is about, when it is an answer to ours and the question still stands.
std::optional<LeadRow> asked_lead(Tx& tx, const Event& event) {
    if (reflect::json_member(event.data, "kind") != "\"" + std::string(loss_kind) + "\"") return std::nullopt;
    auto lead = load_lead(tx.db(), tx.store_id(), {event.object("lead")});
    if (!lead || lead->state != LeadState::open || !lead->loss_asked_at) return std::nullopt;
    return lead;
}

Result<LeadLost> run_lose_lead(Tx& tx, const LoseLead& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    if (auto no = may_work_now(tx, *lead)) return *no;
    if (auto no = may_lose(*lead)) return *no;
    if (auto no = check_loss(in)) return *no;
    lead->lost_because = in.because;
    lead->lost_words = in.words.text;
    lead->competitor_model = plain_name(in.competitor_model.value_or(""));
    lead->version = in.version;
    if (tx.actor().may(lead_manage)) {
        close_as_lost(tx, *lead);
        return LeadLost{.waits_for_approval = false};
    }
    // A lead is the store's, not the consultant's: giving it up is the manager's word.
    lead->loss_asked_at = tx.now();
    lead->loss_asked_by = tx.actor().name;
    update_lead(tx, *lead);
    approvals::request_approval(tx, {.kind = loss_kind,
                                     .about = {"lead", lead->id},
                                     .amount = {},
                                     .reason = in.words.text,
                                     .decider = Role::sales_manager,
                                     .link = link_to(*lead),
                                     .summary = summary_of(tx, *lead)});
    tx.emit("leads.loss_asked", {{"lead", lead->id}, {"customer", lead->customer_id}}, loss_of(*lead));
    return LeadLost{.waits_for_approval = true};
}

// The lead goes on: why it was to be given up stays in the log and the losses.
void forget_loss(LeadRow& lead) {
    lead.lost_because.reset();
    lead.competitor_model.clear();
    lead.lost_words.clear();
}

Result<Nothing> run_revive_lead(Tx& tx, const ReviveLead& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    if (!lead) return lead_not_found;
    const bool has_open_lead = load_open_lead_of(tx.db(), tx.store_id(), lead->customer_id).has_value();
    if (auto no = may_revive(*lead, has_open_lead)) return *no;
    lead->state = LeadState::open;
    lead->closed_at.reset();
    lead->closed_by.reset();
    forget_loss(*lead);
    lead->version = in.version;
    const auto at = latest_contact(
        tx.now(), longest_silence(questionnaire_in_force(tx.db(), tx.store_id()).questionnaire, lead->grade));
    set_next_contact(tx, *lead, {.at = at, .channel = ContactChannel::phone_call, .plan = in.reason.text});
    update_lead(tx, *lead);
    revive_losses(tx, lead->id);
    tx.emit("leads.revived", {{"lead", lead->id}, {"customer", lead->customer_id}},
            ReasonEvent{lead->number, in.reason.text});
    return Nothing{};
}

}  // namespace

void close_as_lost(Tx& tx, LeadRow& lead) {
    lead.state = LeadState::lost;
    lead.closed_at = tx.now();
    lead.closed_by = tx.actor().name;
    lead.loss_asked_at.reset();
    lead.loss_asked_by.reset();
    drop_next_contact(tx, lead);
    update_lead(tx, lead);
    if (lead.lost_because != LostBecause::duplicate) insert_loss(tx, lead);
    tx.emit("leads.lost", {{"lead", lead.id}, {"customer", lead.customer_id}, {"user", lead.consultant_id}},
            loss_of(lead));
}

MaybeRefused on_loss_granted(Tx& tx, const Event& event) {
    if (auto lead = asked_lead(tx, event)) close_as_lost(tx, *lead);
    return std::nullopt;
}

MaybeRefused on_loss_declined(Tx& tx, const Event& event) {
    auto lead = asked_lead(tx, event);
    if (!lead) return std::nullopt;
    lead->loss_asked_at.reset();
    lead->loss_asked_by.reset();
    forget_loss(*lead);
    update_lead(tx, *lead);
    tx.emit("leads.loss_declined", {{"lead", lead->id}, {"customer", lead->customer_id}}, event_of(*lead));
    tasks::alert(tx, {.title_key = "alert.lead_loss_declined",
                      .params_json = reflect::to_json(ReasonEvent{
                          lead->number, customers::customer_name(tx.db(), tx.store_id(), lead->customer_id)}),
                      .user_id = lead->consultant_id,
                      .role = {},
                      .link = link_to(*lead),
                      .about = {"lead", lead->id},
                      .level = tasks::AlertLevel::warning});
    return std::nullopt;
}

MaybeRefused on_customers_merged(Tx& tx, const Event& event) {
    const Id<customers::Customer> from{event.number("from_id")};
    const Id<customers::Customer> into{event.number("into_id")};
    auto going = load_open_lead_of(tx.db(), tx.store_id(), from);
    auto staying = load_open_lead_of(tx.db(), tx.store_id(), into);
    if (going && staying) merge_into(tx, *staying, *going, {});
    move_leads(tx, from, into);
    return std::nullopt;
}

const Action<LoseLead, LeadLost> lose_lead{
    {.name = "leads.lose_lead",
     .needs = lead_write,
     .refuses = {lead_not_found, lead_is_closed, lead_belongs_to_another, loss_waits_for_approval,
                 competitor_missing},
     .run = run_lose_lead}};

const Action<ReviveLead, Nothing> revive_lead{
    {.name = "leads.revive_lead",
     .needs = lead_manage,
     .refuses = {lead_not_found, lead_not_lost, lead_merged_already, customer_has_open_lead},
     .run = run_revive_lead}};

}  // namespace forecourt::leads
