#include <modules/leads/funnel/funnel_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/leads/funnel/leads_funnel.sql.h>
#include <modules/leads/lead/lead_store.h>

namespace forecourt::leads {
namespace {

namespace statements = sql::leads_funnel;

Id<vehicles::Model> model_or_none(const LeadRow& lead) {
    return lead.model_id.value_or(Id<vehicles::Model>{});
}

void insert_case(Tx& tx, const StoredCase& row) {
    db::send(tx.db(), statements::insert_case,
             db::Params::of(row, {{"store_id", tx.store_id()}, {"on_date", local_date(row.came_at)}}));
}

// A word out of an event's data, without its quotes.
std::string word_of(const Event& event, std::string_view member) {
    const auto found = reflect::json_member(event.data, member);
    return found && found->size() > 2 ? std::string(found->substr(1, found->size() - 2)) : std::string();
}

// The lead an event is about: the one it names, else the customer's open one.
std::optional<Id<Lead>> lead_of(Tx& tx, const Event& event) {
    if (const auto named = event.object("lead"); named != 0) return Id<Lead>{named};
    const auto lead = load_open_lead_of(tx.db(), tx.store_id(), {event.object("customer")});
    if (!lead) return std::nullopt;
    return lead->id;
}

}  // namespace

FunnelChannel channel_of(LeadSource source) {
    switch (source) {
        case LeadSource::showroom:
            return FunnelChannel::walk_in;
        case LeadSource::phone_call:
            return FunnelChannel::phone_call;
        case LeadSource::web:
            return FunnelChannel::web;
        case LeadSource::referral:
            return FunnelChannel::referral;
        case LeadSource::event:
            return FunnelChannel::event;
        case LeadSource::service:
            return FunnelChannel::service;
    }
    return FunnelChannel::walk_in;
}

void funnel_lead_opened(Tx& tx, const LeadRow& lead) {
    if (lead.visit_id) {
        const auto joined = tx.db().execute(statements::join_lead, {{"store_id", tx.store_id()},
                                                                    {"visit_id", *lead.visit_id},
                                                                    {"lead_id", lead.id},
                                                                    {"now", tx.now()},
                                                                    {"consultant_id", lead.consultant_id},
                                                                    {"model_id", model_or_none(lead)}});
        if (joined == 1) return;
    }
    insert_case(tx, {.id = {lead.id.value},
                     .visit_id = {},
                     .lead_id = lead.id,
                     .came_at = tx.now(),
                     .channel = channel_of(lead.source),
                     .consultant_id = lead.consultant_id,
                     .model_id = model_or_none(lead),
                     .kept_at = tx.now(),
                     .drove_at = {},
                     .quoted_at = {},
                     .ordered_at = {}});
}

void funnel_came_again(Tx& tx, Id<reception::Visit> visit) {
    db::send(tx.db(), statements::mark_known,
             {{"store_id", tx.store_id()}, {"visit_id", visit}, {"now", tx.now()}});
}

void funnel_step(Tx& tx, Id<Lead> lead, FunnelStep step) {
    const db::Params params{{"store_id", tx.store_id()}, {"lead_id", lead}, {"now", tx.now()}};
    switch (step) {
        case FunnelStep::kept:
            return;  // a lead is kept from its beginning
        case FunnelStep::drove:
            db::send(tx.db(), statements::mark_drove, params);
            return;
        case FunnelStep::quoted:
            db::send(tx.db(), statements::mark_quoted, params);
            return;
        case FunnelStep::ordered:
            db::send(tx.db(), statements::mark_ordered, params);
            return;
    }
}

void funnel_order_off(Tx& tx, Id<Lead> lead) {
    db::send(tx.db(), statements::order_off, {{"store_id", tx.store_id()}, {"lead_id", lead}});
}

void funnel_sync(Tx& tx, const LeadRow& lead) {
    db::send(tx.db(), statements::sync_lead,
             {{"store_id", tx.store_id()},
              {"lead_id", lead.id},
              {"consultant_id", lead.consultant_id},
              {"model_id", model_or_none(lead)}});
}

void funnel_merge(Tx& tx, Id<Lead> into, Id<Lead> from) {
    const auto going = db::first<StoredCase>(tx.db(), statements::find_case,
                                             {{"store_id", tx.store_id()}, {"lead_id", from}});
    if (!going) return;
    db::send(tx.db(), statements::merge_steps,
             {{"store_id", tx.store_id()},
              {"lead_id", into},
              {"drove_at", going->drove_at},
              {"quoted_at", going->quoted_at},
              {"ordered_at", going->ordered_at}});
    // Who walked in did walk in; a telephone call that was entered twice was one call.
    const auto& statement = going->visit_id ? statements::leave_arrival : statements::drop_case;
    db::send(tx.db(), statement, {{"store_id", tx.store_id()}, {"id", going->id}});
}

MaybeRefused on_arrival(Tx& tx, const Event& event) {
    const Id<reception::Visit> visit{event.object("visit")};
    StoredCase row;
    row.id = {visit.value};
    row.visit_id = visit;
    row.came_at = event.at;
    row.channel =
        reflect::value_named<FunnelChannel>(word_of(event, "channel")).value_or(FunnelChannel::walk_in);
    insert_case(tx, row);
    return std::nullopt;
}

MaybeRefused on_visit_assigned(Tx& tx, const Event& event) {
    db::send(tx.db(), statements::set_consultant,
             {{"store_id", tx.store_id()},
              {"id", event.object("visit")},
              {"consultant_id", event.object("user")}});
    return std::nullopt;
}

MaybeRefused on_visit_ended(Tx& tx, const Event& event) {
    if (word_of(event, "outcome") == "entered_by_mistake") {
        db::send(tx.db(), statements::drop_arrival,
                 {{"store_id", tx.store_id()}, {"id", event.object("visit")}});
    }
    return std::nullopt;
}

MaybeRefused on_test_drive_finished(Tx& tx, const Event& event) {
    if (const auto lead = lead_of(tx, event)) funnel_step(tx, *lead, FunnelStep::drove);
    return std::nullopt;
}

MaybeRefused on_quote_started(Tx& tx, const Event& event) {
    if (const auto lead = lead_of(tx, event)) funnel_step(tx, *lead, FunnelStep::quoted);
    return std::nullopt;
}

MaybeRefused on_contract_cancelled(Tx& tx, const Event& event) {
    const auto lead = db::number(tx.db(), statements::lead_of_deal,
                                 {{"store_id", tx.store_id()},
                                  {"customer_id", event.object("customer")},
                                  {"deal_id", event.object("deal")}});
    if (lead) funnel_order_off(tx, {*lead});
    return std::nullopt;
}

}  // namespace forecourt::leads
