#include <modules/delivery/handover/handover_views.h>

#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/delivery/handover/handover.sql.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_store.h>
#include <modules/payments/api.h>
#include <modules/vehicles/api.h>

#include <algorithm>

namespace forecourt::delivery {
namespace {

Result<Page<DeliveryListRow>> run_list(Context& context, const DeliveryListInput& in) {
    return list_page<DeliveryListRow>(context, sql::handover::delivery_list, in, "-created_at");
}

std::vector<FaultOrder> orders_of(Context& context, const std::vector<FaultRow>& faults) {
    std::vector<FaultOrder> orders;
    for (const auto& fault : faults) {
        if (!fault.order_id) continue;
        const auto is_it = [&](const FaultOrder& known) { return known.order_id == *fault.order_id; };
        if (std::any_of(orders.begin(), orders.end(), is_it)) continue;
        const auto order = workshop::find_order(context.db(), context.store_id(), *fault.order_id);
        ensure(order.has_value());
        orders.push_back({.order_id = order->id, .number = order->number, .state = order->state});
    }
    return orders;
}

Result<DeliveryRecord> run_record(Context& context, const DeliveryRecordInput& in) {
    const auto store = context.store_id();
    const auto delivery = load_delivery(context.db(), store, in.delivery_id);
    if (!delivery) return delivery_not_found;
    const auto deal = deals::find_deal(context.db(), store, delivery->deal_id);
    const auto car = vehicles::find_car(context.db(), store, delivery->car_id);
    ensure(deal && car);
    DeliveryRecord record{
        .delivery = *delivery,
        .customer_name = customers::customer_name(context.db(), store, delivery->customer_id),
        .car_title = deal->car_title,
        .vin = car->vin,
        .colour = car->colour,
        .key_number = car->key_number,
        .deal_number = deal->number,
        .total = deal->total,
        .paid = payments::paid_for(context.db(), store, {"deal", deal->id}),
        .insurance_expected_on = {},
        .open_fittings = 0,
        .certificate_is_at_bank = false,
        .faults = faults_of(context.db(), store, delivery->id),
        .orders = {},
        .allowed_actions = {}};
    record.orders = orders_of(context, record.faults);
    const auto now = situation_of(context.db(), store, *delivery);
    record.insurance_expected_on = now.insurance_expected_on;
    record.open_fittings = now.open_fittings;
    record.certificate_is_at_bank = now.papers.has_value();
    auto& list = record.allowed_actions;
    allow(list, context, record_inspection, may_inspect(now));
    allow(list, context, prepare, may_prepare(now));
    allow(list, context, appoint, may_appoint(now));
    allow(list, context, accept, may_accept(now));
    allow(list, context, deliver_car, may_deliver(now));
    MaybeRefused no_fault;
    if (now.open_faults == 0) no_fault = Refused(fault_is_mended);
    allow(list, context, mend_fault, no_fault);
    return record;
}

}  // namespace

const View<DeliveryListInput, Page<DeliveryListRow>> delivery_list{
    {.name = "delivery.delivery_list", .needs = delivery_read, .refuses = {}, .run = run_list}};
const View<DeliveryRecordInput, DeliveryRecord> delivery_record{{.name = "delivery.delivery_record",
                                                                 .needs = delivery_read,
                                                                 .refuses = {delivery_not_found},
                                                                 .run = run_record}};

}  // namespace forecourt::delivery
