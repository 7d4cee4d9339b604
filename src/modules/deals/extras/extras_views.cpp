#include <modules/deals/agency/agency_store.h>
#include <modules/deals/extras/extras_actions.h>
#include <modules/deals/extras/extras_views.h>
#include <modules/deals/quote/deal_store.h>
#include <services/access/api.h>

namespace forecourt::deals {
namespace {

PromiseLine line_of(const Context& context, const Promise& promise) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto deal = load_deal(db, store, promise.deal_id);
    ensure(deal.has_value());
    PromiseLine line{.promise = promise,
                     .left = promise.times - promise.used,
                     .ends_on = promise_ends_on(promise, deal->delivered_at),
                     .draws = draws_of(db, store, promise.id),
                     .allowed_actions = {}};
    allow(line.allowed_actions, context, draw_promise_action,
          may_draw(promise, deal->delivered_at, line_stands(db, store, promise.line_id),
                   local_date(context.now())));
    return line;
}

Result<DealExtras> run_deal_extras(Context& context, const DealIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto deal = load_deal(db, store, in.deal_id);
    const auto& actor = context.actor();
    if (!deal || (actor.is_customer() && deal->customer_id.value != actor.customer_id)) return deal_not_found;
    DealExtras extras;
    for (const auto& fitting : fittings_of(db, store, deal->id)) {
        FittingLine line{.fitting = fitting, .allowed_actions = {}};
        if (!actor.may(margin_read) && !actor.may(fitting_write)) {
            line.fitting.expected_cost = Money{0};
            line.fitting.cost = Money{0};
        }
        allow(line.allowed_actions, context, finish_fitting, may_finish_fitting(fitting));
        extras.fittings.push_back(std::move(line));
    }
    for (const auto& promise : promises_of_deal(db, store, deal->id)) {
        if (line_stands(db, store, promise.line_id)) extras.promises.push_back(line_of(context, promise));
    }
    allow(extras.allowed_actions, context, add_promise, may_change_quote(*deal));
    return extras;
}

Result<CustomerPromises> run_customer_promises(Context& context, const CustomerPromisesIn& in) {
    if (!customers::find_customer(context.db(), context.store_id(), in.customer_id))
        return customers::customer_not_found;
    CustomerPromises answer;
    if (context.actor().is_customer() && in.customer_id.value != context.actor().customer_id) return answer;
    for (const auto& promise : promises_of_customer(context.db(), context.store_id(), in.customer_id)) {
        if (line_stands(context.db(), context.store_id(), promise.line_id))
            answer.promises.push_back(line_of(context, promise));
    }
    return answer;
}

Result<DealMargin> run_deal_margin(Context& context, const DealIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto deal = load_deal(db, store, in.deal_id);
    if (!deal) return deal_not_found;
    const auto vat = vat_on(tax_tables(), deal->bought_on);
    if (!vat) return vat.refused();
    const auto car_vat = car_vat_basis_points(tax_tables(), *deal);
    if (!car_vat) return car_vat.refused();
    const auto lines = lines_of(db, store, deal->id);
    MarginIn sums{.sums = sums_of(lines),
                  .car_cost = {},
                  .rebate = rebate_of(db, store, deal->id),
                  .commission = insurance_commission(db, store, deal->id),
                  .vat = *vat,
                  .car_vat_basis_points = *car_vat};
    DealMargin answer{.list_price = deal->list_price};
    if (deal->car_id) {
        if (const auto car = vehicles::find_car(db, store, *deal->car_id)) {
            sums.car_cost = car->cost;
            answer.car_is_chosen = true;
        }
    }
    const auto fittings = fittings_of(db, store, deal->id);
    answer.margin = margin_of(sums, lines, fittings);
    answer.without_cost = lines_without_cost(lines, fittings);
    if (const auto discount = asked_discount(db, store, deal->id)) {
        sums.sums.car_price += deal->discount - discount->amount;
        answer.asked =
            AskedDiscount{.amount = discount->amount,
                          .asked_by_name = access::user_name(db, store, discount->set_by),
                          .asked_at = discount->set_at,
                          .endorsed_by_name = discount->step > 0 ? discount->decided_by_name : std::nullopt,
                          .car_price = sums.sums.car_price,
                          .margin = margin_of(sums, lines, fittings)};
    }
    allow(answer.allowed_actions, context, set_rebate, std::nullopt);
    return answer;
}

}  // namespace

const View<DealIn, DealExtras> deal_extras{
    {.name = "deals.deal_extras", .needs = deal_read, .refuses = {deal_not_found}, .run = run_deal_extras}};
const View<CustomerPromisesIn, CustomerPromises> customer_promises{
    {.name = "deals.customer_promises",
     .needs = promise_read,
     .refuses = {customers::customer_not_found},
     .run = run_customer_promises}};
const View<DealIn, DealMargin> deal_margin{{.name = "deals.deal_margin",
                                            .needs = margin_read,
                                            .refuses = {deal_not_found, tax_table_not_valid},
                                            .run = run_deal_margin}};

}  // namespace forecourt::deals
