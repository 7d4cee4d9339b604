#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_change.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/approvals/api.h>

namespace forecourt::deals {
namespace {

struct DiscountEvent {
    std::string number;
    std::string car_title;
    Money amount;
    std::string reason;
    Money total;
};
FORECOURT_STRUCT(DiscountEvent, number, car_title, amount, reason, total)

struct DiscountDecidedEvent {
    std::string number;
    std::string car_title;
    Money amount;
    std::string decided_by_name;
    std::string note;
    Money total;
};
FORECOURT_STRUCT(DiscountDecidedEvent, number, car_title, amount, decided_by_name, note, total)

DealChanged changed(const Deal& deal) { return {deal.id, deal.state, deal.total, deal.version}; }

void ask(Tx& tx, const Deal& deal, const Discount& discount, Role decider) {
    const std::string customer = customers::customer_name(tx.db(), tx.store_id(), deal.customer_id);
    approvals::request_approval(
        tx, {.kind = discount_approval,
             .about = {"deal", deal.id},
             .amount = discount.concession,
             .reason = discount.reason,
             .decider = decider,
             .link = link_of(deal),
             .summary = deal.car_title + " 让利 " + to_text(discount.concession) + "，" + customer});
}

Result<DealChanged> run_set_discount(Tx& tx, const SetDiscount& in) {
    auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    deal->version = in.version;
    if (auto no = may_change_quote(*deal)) return *no;
    const auto before = lines_of(tx.db(), tx.store_id(), deal->id);
    const auto table = limits::in_force(tx, discount_limits);
    const Money limit = discount_limit_of(table, tx.actor().roles, deal->list_price);
    const auto decision = decide_discount(*deal, sums_of(before), in.amount, limit, table);
    if (!decision) return decision.refused();
    // Nobody is asked for what he answers for himself: a manager's own reduction begins one step up.
    std::int64_t step = 0;
    const auto asked = [&] { return next_decider(table, deal->list_price, decision->concession, step); };
    while (decision->needs_approval && tx.actor().is(asked()) &&
           !is_decided(table, deal->list_price, decision->concession, asked())) {
        ++step;
    }
    const Discount discount{.id = tx.new_id<Discount>(),
                            .state = decision->needs_approval ? DiscountState::asked : DiscountState::given,
                            .amount = in.amount,
                            .concession = decision->concession,
                            .reason = in.reason.text,
                            .set_by = tx.actor().user_id,
                            .set_at = tx.now(),
                            .step = step};
    insert_discount(tx, deal->id, discount);
    if (decision->needs_approval) {
        deal->state = DealState::awaiting_approval;
        update_deal(tx, *deal);
        ask(tx, *deal, discount, asked());
        emit_deal(tx, "deals.discount_requested", *deal,
                  DiscountEvent{deal->number, deal->car_title, in.amount, in.reason.text, deal->total});
        return changed(*deal);
    }
    deal->discount = in.amount;
    deal->discount_reason = in.reason.text;
    deal->concession_granted = std::max(deal->concession_granted, decision->concession);
    auto lines = before;
    if (auto no = write_plan(tx, *deal, before, lines)) return *no;
    emit_deal(tx, "deals.discount_given", *deal,
              DiscountEvent{deal->number, deal->car_title, in.amount, in.reason.text, deal->total});
    return changed(*deal);
}

Result<DealChanged> run_withdraw_discount(Tx& tx, const DealAtVersion& in) {
    auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    deal->version = in.version;
    if (auto no = may_withdraw_discount(*deal)) return *no;
    take_back_discount(tx, *deal);
    deal->state = DealState::draft;
    update_deal(tx, *deal);
    emit_deal(tx, "deals.discount_withdrawn", *deal, event_of(*deal));
    return changed(*deal);
}

// A question goes the way that was set when it was asked.
DiscountLimits limits_of(Tx& tx, const Discount& discount) {
    return limits::at(tx, discount_limits, discount.set_at);
}

struct Answered {
    Deal deal;
    Discount discount;
    approvals::Decided decided;
};

// What was asked, as it is answered now; nothing when the answer is to another module's question.
std::optional<Answered> answered_discount(Tx& tx, const Event& event, DiscountState state) {
    approvals::Decided decided;
    ensure(reflect::from_json(decided, event.data).empty());
    if (decided.kind != discount_approval) return std::nullopt;
    const auto deal = load_deal(tx.db(), tx.store_id(), {event.object("deal")});
    ensure(deal && deal->state == DealState::awaiting_approval);
    auto discount = asked_discount(tx.db(), tx.store_id(), deal->id);
    ensure(discount.has_value());
    discount->state = state;
    // Who granted it answered for the role that was asked at this step.
    const auto table = limits_of(tx, *discount);
    const Role answered = next_decider(table, deal->list_price, discount->concession, discount->step);
    if (state == DiscountState::granted &&
        !is_decided(table, deal->list_price, discount->concession, answered)) {
        discount->state = DiscountState::asked;
        ++discount->step;
    }
    discount->decided_by_name = decided.decided_by_name;
    discount->decided_at = tx.now();
    discount->decided_note = decided.note;
    decide_discount_row(tx, *discount);
    return Answered{*deal, *discount, decided};
}

void tell(Tx& tx, const Answered& answered, std::string_view event) {
    const auto& deal = answered.deal;
    const auto& decided = answered.decided;
    emit_deal(tx, event, deal,
              DiscountDecidedEvent{deal.number, deal.car_title, answered.discount.amount,
                                   decided.decided_by_name, decided.note, deal.total});
}

}  // namespace

void take_back_discount(Tx& tx, const Deal& deal) {
    auto discount = asked_discount(tx.db(), tx.store_id(), deal.id);
    ensure(discount.has_value());
    discount->state = DiscountState::withdrawn;
    discount->decided_by_name = tx.actor().name;
    discount->decided_at = tx.now();
    decide_discount_row(tx, *discount);
    approvals::withdraw_approvals(tx, discount_approval, {"deal", deal.id});
}

MaybeRefused on_discount_granted(Tx& tx, const Event& event) {
    auto answered = answered_discount(tx, event, DiscountState::granted);
    if (!answered) return std::nullopt;
    auto& deal = answered->deal;
    if (answered->discount.state == DiscountState::asked) {
        // A step up: the next role is asked with what the one before said.
        ask(tx, deal, answered->discount,
            next_decider(limits_of(tx, answered->discount), deal.list_price, answered->discount.concession,
                         answered->discount.step));
        tell(tx, *answered, "deals.discount_endorsed");
        return std::nullopt;
    }
    deal.state = DealState::draft;
    deal.discount = answered->discount.amount;
    deal.discount_reason = answered->discount.reason;
    deal.concession_granted = std::max(deal.concession_granted, answered->discount.concession);
    const auto before = lines_of(tx.db(), tx.store_id(), deal.id);
    auto lines = before;
    if (auto no = write_plan(tx, deal, before, lines)) return no;
    tell(tx, *answered, "deals.discount_granted");
    return std::nullopt;
}

MaybeRefused on_discount_declined(Tx& tx, const Event& event) {
    auto answered = answered_discount(tx, event, DiscountState::declined);
    if (!answered) return std::nullopt;
    answered->deal.state = DealState::draft;
    update_deal(tx, answered->deal);
    tell(tx, *answered, "deals.discount_declined");
    return std::nullopt;
}

const Action<SetDiscount, DealChanged> set_discount{
    {.name = "deals.set_discount",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, discount_negative, discount_over_price, total_negative,
                 tax_table_not_valid},
     .run = run_set_discount}};

const Action<DealAtVersion, DealChanged> withdraw_discount{{.name = "deals.withdraw_discount",
                                                            .needs = deal_write,
                                                            .refuses = {deal_not_found, discount_not_waiting},
                                                            .run = run_withdraw_discount}};

}  // namespace forecourt::deals
