#include <modules/deals/ordered/ordered.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_change.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/payments/api.h>
#include <modules/vehicles/used/api.h>
#include <reflect/json_scan.h>
#include <services/numbering/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

struct LineEvent {
    std::string number;
    DealLineKind kind{};
    std::string title;
    Money amount;
    Money total;
};
FORECOURT_STRUCT(LineEvent, number, kind, title, amount, total)

struct DealCancelledEvent {
    std::string number;
    std::string reason;
};
FORECOURT_STRUCT(DealCancelledEvent, number, reason)

struct QuoteOfferedEvent {
    std::string number;
    std::string car_title;
    Money total;
    Date valid_until;
};
FORECOURT_STRUCT(QuoteOfferedEvent, number, car_title, total, valid_until)

DealChanged changed(const Deal& deal) { return {deal.id, deal.state, deal.total, deal.version}; }

/// The deal at the version the person saw.
Result<Deal> load(Tx& tx, Id<Deal> id, std::int64_t version) {
    auto deal = load_deal(tx.db(), tx.store_id(), id);
    if (!deal) return deal_not_found;
    deal->version = version;
    return *deal;
}

// The model of the quote, and the car when one was chosen at once.
struct Chosen {
    vehicles::ModelFacts model;
    std::optional<vehicles::CarFacts> car;
    std::optional<vehicles::UsedFacts> used;
};
Result<Chosen> choose(Tx& tx, const StartQuote& in, Id<Deal> deal = {}) {
    Chosen chosen;
    auto model_id = in.model_id;
    if (in.car_id) {
        chosen.car = vehicles::find_car(tx.db(), tx.store_id(), *in.car_id);
        if (!chosen.car) return vehicles::car_not_found;
        if (auto no = vehicles::may_lock_car(tx.db(), tx.store_id(), *in.car_id, deal)) return *no;
        chosen.used = vehicles::used_facts(tx.db(), tx.store_id(), chosen.car->id);
        if (chosen.used && !chosen.used->asking_price) return used_car_has_no_price;
        if (!chosen.car->model_id) return vehicles::car_not_available;
        if (model_id && *model_id != *chosen.car->model_id) return car_is_other_model;
        model_id = chosen.car->model_id;
    }
    if (!model_id) return car_or_model_needed;
    const auto model = vehicles::find_model(tx.db(), tx.store_id(), *model_id);
    if (!model) return vehicles::model_not_found;
    // A car that stands here may be sold even when its model is not on offer any more.
    if (!model->on_offer && !chosen.car) return model_not_on_offer;
    chosen.model = *model;
    return chosen;
}

Result<QuoteStarted> run_start_quote(Tx& tx, const StartQuote& in) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    if (in.lead_id && !leads::find_lead(tx.db(), tx.store_id(), *in.lead_id)) return leads::lead_not_found;
    const auto chosen = choose(tx, in);
    if (!chosen) return chosen.refused();
    Deal deal{.id = tx.new_id<Deal>(),
              .state = DealState::draft,
              .customer_id = customer->id,
              .lead_id = in.lead_id,
              .consultant_id = tx.actor().user_id,
              .model_id = chosen->model.id,
              .car_id = in.car_id,
              .car_title = chosen->model.name,
              .used_by = customer->company ? UsedBy::company : UsedBy::family,
              .bought_on = in.bought_on.value_or(local_date(tx.now())),
              .list_price = vehicles::price_on(tx.db(), tx.store_id(), chosen->model.id, local_date(tx.now()))
                                .value_or(chosen->model.price),
              .created_by = tx.actor().user_id,
              .created_at = tx.now(),
              .version = 1};
    // A manager who writes the quote for a colleague's customer does not take the customer over.
    if (!tx.actor().is(Role::sales) && customer->consultant_id) deal.consultant_id = *customer->consultant_id;
    if (chosen->used) {
        deal.used = true;
        deal.list_price = *chosen->used->asking_price;
    }
    if (!deal.lead_id) {
        if (const auto lead = leads::lead_of_customer(tx.db(), tx.store_id(), customer->id))
            deal.lead_id = lead->id;
    }
    auto lines = recomputed(deal, first_lines(deal), taxed_car(tx.db(), tx.store_id(), deal), tax_tables());
    if (!lines) return lines.refused();
    deal.total = sums_of(*lines).total;
    deal.number = numbering::next_number(tx, "DC");
    insert_deal(tx, deal);
    write_lines(tx, deal.id, {}, *lines);
    emit_deal(tx, "deals.quote_started", deal, event_of(deal));
    return QuoteStarted{deal.id, deal.number, deal.total, 1};
}

std::vector<Id<vehicles::ModelOption>> options_of(const std::vector<DealLine>& lines) {
    std::vector<Id<vehicles::ModelOption>> options;
    for (const auto& line : lines) {
        if (line.option_id) options.push_back(*line.option_id);
    }
    return options;
}

Money limit_of(const Tx& tx, const Deal& deal) {
    return discount_limit_of(limits::in_force(tx, discount_limits), tx.actor().roles, deal.list_price);
}

Result<LineAdded> run_add_line(Tx& tx, const AddLine& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_change_quote(*deal)) return *no;
    std::optional<vehicles::OptionFacts> option;
    if (in.kind == DealLineKind::option && in.option_id) {
        option = vehicles::find_option(tx.db(), tx.store_id(), *in.option_id);
        if (!option) return vehicles::option_not_found;
    }
    const auto before = lines_of(tx.db(), tx.store_id(), deal->id);
    const auto line = new_line(in, *deal, before, option);
    if (!line) return line.refused();
    auto lines = before;
    lines.push_back(*line);
    // What excludes each other never stands in one quote; what an option needs is asked when the quote is
    // offered.
    if (option) {
        if (auto no =
                vehicles::check_options_together(tx.db(), tx.store_id(), deal->model_id, options_of(lines))) {
            return *no;
        }
    }
    if (line->kind == DealLineKind::gift) {
        const Money concession = sums_of(lines).concession;
        if (auto no = check_concession(*deal, concession, limit_of(tx, *deal))) return *no;
        deal->concession_granted = std::max(deal->concession_granted, concession);
    }
    if (auto no = write_plan(tx, *deal, before, lines)) return *no;
    const auto& added = lines[before.size()];
    emit_deal(tx, "deals.line_added", *deal,
              LineEvent{deal->number, added.kind, added.title, added.amount, deal->total});
    return LineAdded{added.id, deal->state, deal->total, deal->version};
}

Result<DealChanged> run_remove_line(Tx& tx, const RemoveLine& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_change_quote(*deal)) return *no;
    const auto before = lines_of(tx.db(), tx.store_id(), deal->id);
    auto lines = before;
    const auto at =
        std::find_if(lines.begin(), lines.end(), [&](const DealLine& line) { return line.id == in.line_id; });
    if (at == lines.end()) return line_not_found;
    if (auto no = check_remove(*at)) return *no;
    const DealLine removed = *at;
    lines.erase(at);
    if (auto no = write_plan(tx, *deal, before, lines)) return *no;
    remove_line(tx, removed.id);
    emit_deal(tx, "deals.line_removed", *deal,
              LineEvent{deal->number, removed.kind, removed.title, removed.amount, deal->total});
    return changed(*deal);
}

Result<DealChanged> run_choose_car(Tx& tx, const ChooseCar& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_choose_car(*deal)) return *no;
    if (auto no = check_choice(vehicles::order_of_deal(tx.db(), tx.store_id(), deal->id), in.car_id))
        return *no;
    const auto chosen = choose(tx, {.customer_id = deal->customer_id, .car_id = in.car_id}, deal->id);
    if (!chosen) return chosen.refused();
    if (chosen->used) return used_car_needs_own_quote;
    if (chosen->model.id != deal->model_id) return car_is_other_model;
    // The one that was signed for before is free again.
    if (deal->car_id && *deal->car_id != in.car_id) vehicles::release_car(tx, *deal->car_id, deal->id);
    deal->car_id = in.car_id;
    update_deal(tx, *deal);
    emit_deal(tx, "deals.car_chosen", *deal, event_of(*deal));
    return changed(*deal);
}

Result<DealChanged> run_set_bought_on(Tx& tx, const SetBoughtOn& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_change_quote(*deal)) return *no;
    deal->bought_on = in.bought_on;
    const auto before = lines_of(tx.db(), tx.store_id(), deal->id);
    auto lines = before;
    if (auto no = write_plan(tx, *deal, before, lines)) return *no;
    emit_deal(tx, "deals.quote_changed", *deal, event_of(*deal));
    return changed(*deal);
}

Result<DealChanged> run_offer_quote(Tx& tx, const OfferQuote& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_offer(*deal)) return *no;
    const auto options = options_of(lines_of(tx.db(), tx.store_id(), deal->id));
    if (auto no = vehicles::check_options_complete(tx.db(), tx.store_id(), deal->model_id, options))
        return *no;
    const Date today = local_date(tx.now());
    const Date valid_until = in.valid_until.value_or(today + 7);
    if (valid_until < today) return valid_until_past;
    deal->state = DealState::offered;
    deal->offered_by = tx.actor().user_id;
    deal->offered_at = tx.now();
    deal->valid_until = valid_until;
    update_deal(tx, *deal);
    emit_deal(tx, "deals.quote_offered", *deal,
              QuoteOfferedEvent{deal->number, deal->car_title, deal->total, valid_until});
    return changed(*deal);
}

void cancel(Tx& tx, Deal& deal, const std::string& reason) {
    if (deal.state == DealState::awaiting_approval) take_back_discount(tx, deal);
    end_contract(tx, deal, reason);
    // It may have been built for this deal, or signed for before the contract was amended.
    if (deal.car_id) vehicles::release_car(tx, *deal.car_id, deal.id);
    deal.state = DealState::cancelled;
    deal.cancelled_by = tx.actor().user_id;
    deal.cancelled_at = tx.now();
    deal.cancel_reason = reason;
    update_deal(tx, deal);
    // A contract that was signed and then amended may have been paid for.
    if (payments::find_due(tx.db(), tx.store_id(), {"deal", deal.id}))
        settle(tx, deal, settlement_of(tx, deal, Money{0}), "购车 " + deal.number + "（已取消）");
    emit_deal(tx, "deals.deal_cancelled", deal, DealCancelledEvent{deal.number, reason});
}

Result<DealChanged> run_cancel_deal(Tx& tx, const CancelDeal& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_cancel_deal(*deal)) return *no;
    cancel(tx, *deal, in.reason.text);
    return changed(*deal);
}

}  // namespace

MaybeRefused on_lead_lost(Tx& tx, const Event& event) {
    // Another lead stands for a duplicate, and what was offered still stands.
    if (reflect::json_member(event.data, "because") == "\"duplicate\"") return std::nullopt;
    for (const auto& lead : leads::lead_with_merged(tx.db(), tx.store_id(), {event.object("lead")})) {
        for (auto& deal : deals_of_lead(tx.db(), tx.store_id(), lead.customer_id, lead.id)) {
            if (!may_cancel_deal(deal)) cancel(tx, deal, "线索已战败");
        }
    }
    return std::nullopt;
}

MaybeRefused write_plan(Tx& tx, Deal& deal, const std::vector<DealLine>& before,
                        std::vector<DealLine>& lines) {
    auto computed = recomputed(deal, lines, taxed_car(tx.db(), tx.store_id(), deal), tax_tables());
    if (!computed) return computed.refused();
    lines = std::move(*computed);
    deal.total = sums_of(lines).total;
    if (deal.state == DealState::offered) deal.state = DealState::draft;
    update_deal(tx, deal);
    write_lines(tx, deal.id, before, lines);
    return std::nullopt;
}

const Action<StartQuote, QuoteStarted> start_quote{
    {.name = "deals.start_quote",
     .needs = deal_write,
     .refuses = {customers::customer_not_found, leads::lead_not_found, vehicles::car_not_found,
                 vehicles::car_not_available, vehicles::model_not_found, used_car_has_no_price,
                 car_is_other_model, car_or_model_needed, model_not_on_offer, tax_table_not_valid},
     .run = run_start_quote}};

const Action<AddLine, LineAdded> add_line{
    {.name = "deals.add_line",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, vehicles::option_not_found,
                 vehicles::options_exclude_each_other, line_kind_not_allowed, line_is_there,
                 used_car_pays_no_purchase_tax, option_of_other_model, line_needs_title,
                 line_needs_explanation, line_amount_wrong, line_cost_wrong, gift_beyond_limit,
                 tax_table_not_valid, total_negative},
     .run = run_add_line}};

const Action<RemoveLine, DealChanged> remove_quote_line{
    {.name = "deals.remove_line",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, line_not_found, line_kind_not_allowed,
                 tax_table_not_valid, total_negative, discount_over_price},
     .run = run_remove_line}};

const Action<ChooseCar, DealChanged> choose_car{
    {.name = "deals.choose_car",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, vehicles::car_not_found, vehicles::car_not_available,
                 used_car_has_no_price, used_car_needs_own_quote, deal_has_order, car_is_other_model},
     .run = run_choose_car}};

const Action<SetBoughtOn, DealChanged> set_bought_on{
    {.name = "deals.set_bought_on",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, tax_table_not_valid},
     .run = run_set_bought_on}};

const Action<OfferQuote, DealChanged> offer_quote{
    {.name = "deals.offer_quote",
     .needs = deal_write,
     .refuses = {deal_not_found, quote_is_offered, discount_is_waiting, contract_is_drafted,
                 contract_is_signed, deal_is_delivered, deal_is_cancelled, valid_until_past,
                 vehicles::options_exclude_each_other, vehicles::option_needs_another},
     .run = run_offer_quote}};

const Action<CancelDeal, DealChanged> cancel_deal{
    {.name = "deals.cancel_deal",
     .needs = deal_write,
     .refuses = {deal_not_found, contract_is_signed, deal_is_delivered, deal_is_cancelled},
     .run = run_cancel_deal}};

}  // namespace forecourt::deals
