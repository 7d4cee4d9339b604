#include <modules/deals/ordered/ordered_actions.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/tasks/api.h>

namespace forecourt::deals {
namespace {

struct OrderedEvent {
    std::string number;        // of the deal
    std::string order_number;  // of the factory order
    std::string car_title;
    std::string colour;
    std::string reason;
};
FORECOURT_STRUCT(OrderedEvent, number, order_number, car_title, colour, reason)

struct OrderedTask {
    std::string number;
    std::string customer_name;
    std::string car_title;
    std::string colour;
};
FORECOURT_STRUCT(OrderedTask, number, customer_name, car_title, colour)

DealChanged changed(const Deal& deal) { return {deal.id, deal.state, deal.total, deal.version}; }

Result<Deal> load(Tx& tx, Id<Deal> id, std::int64_t version) {
    auto deal = load_deal(tx.db(), tx.store_id(), id);
    if (!deal) return deal_not_found;
    deal->version = version;
    return *deal;
}

OrderedEvent event_of(const Deal& deal, const vehicles::OrderOfDeal& order, const std::string& reason = "") {
    return {deal.number, order.number, deal.car_title, order.colour, reason};
}

void ask_consultant(Tx& tx, const Deal& deal, const std::string& colour, std::string_view title_key) {
    const OrderedTask params{deal.number, customers::customer_name(tx.db(), tx.store_id(), deal.customer_id),
                             deal.car_title, colour};
    tasks::add_task(tx, {.title_key = title_key,
                         .params_json = reflect::to_json(params),
                         .user_id = deal.consultant_id,
                         .due_at = tx.now() + days(1),
                         .about = {"deal", deal.id},
                         .customer_id = deal.customer_id.value,
                         .link = link_of(deal)});
}

Result<DealChanged> run_order(Tx& tx, const OrderFromFactory& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_order(*deal, vehicles::order_of_deal(tx.db(), tx.store_id(), deal->id))) return *no;
    const auto free = vehicles::available_cars(tx.db(), tx.store_id(), deal->model_id);
    if (auto no = check_none_free(free, in.colour.text)) return *no;
    const auto order = vehicles::order_for_deal(tx, {.deal_id = deal->id,
                                                     .model_id = deal->model_id,
                                                     .colour = in.colour.text,
                                                     .expected_on = in.expected_on,
                                                     .note = in.note.value_or("")});
    if (!order) return order.refused();
    update_deal(tx, *deal);
    emit_deal(tx, "deals.ordered_from_factory", *deal, event_of(*deal, *order),
              ObjectRef("factory_order", order->order_id));
    return changed(*deal);
}

Result<DealChanged> run_give_up(Tx& tx, const GiveUpOrder& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    const auto order = vehicles::order_of_deal(tx.db(), tx.store_id(), deal->id);
    if (auto no = may_give_up(*deal, order)) return *no;
    if (order->car_id && deal->car_id == order->car_id) deal->car_id.reset();
    update_deal(tx, *deal);
    vehicles::give_up_order(tx, deal->id);
    emit_deal(tx, "deals.order_given_up", *deal, event_of(*deal, *order, in.reason.text),
              ObjectRef("factory_order", order->order_id));
    return changed(*deal);
}

// From here on the car is this deal's, whether the contract is signed or not.
void bind(Tx& tx, Deal deal, const vehicles::OrderOfDeal& order) {
    const Id<vehicles::Car> car = *order.car_id;
    if (!takes_ordered_car(deal, car)) return;
    if (vehicles::lock_car(tx, car, deal.id)) return;
    if (!deal.car_id) {
        deal.car_id = car;
        update_deal(tx, deal);
    }
    ask_consultant(tx, deal, order.colour, "task.deals.ordered_car_arrived");
    emit_deal(tx, "deals.ordered_car_locked", deal, event_of(deal, order));
}

void arrived(Tx& tx, Id<Deal> id, Id<vehicles::Car> car) {
    const auto deal = load_deal(tx.db(), tx.store_id(), id);
    const auto order = vehicles::order_of_deal(tx.db(), tx.store_id(), id);
    if (!deal || !order || order->car_id != car) return;
    if (vehicles::has_open_damage(tx.db(), tx.store_id(), car)) {
        ask_consultant(tx, *deal, order->colour, "task.deals.ordered_car_damaged");
        return;
    }
    tasks::close_tasks(tx, {"deal", deal->id}, "task.deals.ordered_car_damaged");
    bind(tx, *deal, *order);
}

}  // namespace

MaybeRefused on_car_arrived(Tx& tx, const Event& event) {
    if (event.object("deal") != 0) arrived(tx, {event.object("deal")}, {event.object("car")});
    return std::nullopt;
}

MaybeRefused on_damage_closed(Tx& tx, const Event& event) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), {event.object("car")});
    // Damage of a car that was locked long ago, or that belongs to no deal, is not waited for.
    if (!car || !car->deal_id || car->state != vehicles::CarState::in_stock) return std::nullopt;
    if (!vehicles::has_open_damage(tx.db(), tx.store_id(), car->id)) arrived(tx, *car->deal_id, car->id);
    return std::nullopt;
}

MaybeRefused on_order_changed(Tx& tx, const Event& event) {
    if (event.object("deal") == 0) return std::nullopt;
    const auto deal = load_deal(tx.db(), tx.store_id(), {event.object("deal")});
    ensure(deal.has_value());
    ask_consultant(tx, *deal, "",
                   event.name == "vehicles.ordered_car_dropped" ? "task.deals.ordered_car_dropped"
                                                                : "task.deals.ordered_car_postponed");
    return std::nullopt;
}

MaybeRefused on_deal_ended(Tx& tx, const Event& event) {
    vehicles::give_up_order(tx, {event.object("deal")});
    return close_order_tasks(tx, event);
}

MaybeRefused close_order_tasks(Tx& tx, const Event& event) {
    for (const char* title : {"task.deals.ordered_car_arrived", "task.deals.ordered_car_damaged",
                              "task.deals.ordered_car_dropped", "task.deals.ordered_car_postponed"}) {
        tasks::close_tasks(tx, {"deal", event.object("deal")}, title);
    }
    return std::nullopt;
}

const Action<OrderFromFactory, DealChanged> order_from_factory{
    {.name = "deals.order_from_factory",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, used_car_needs_own_quote, deal_has_order, deal_has_car,
                 free_car_is_there, vehicles::model_not_found, vehicles::expected_date_is_past},
     .run = run_order}};
const Action<GiveUpOrder, DealChanged> give_up_order{
    {.name = "deals.give_up_order",
     .needs = deal_write,
     .refuses = {deal_not_found, deal_has_no_order, discount_is_waiting, contract_is_drafted,
                 contract_is_signed, deal_is_delivered, deal_is_cancelled},
     .run = run_give_up}};

}  // namespace forecourt::deals
