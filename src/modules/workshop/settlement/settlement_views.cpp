#include <modules/payments/api.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/settlement/settlement.sql.h>
#include <modules/workshop/settlement/settlement_paper.h>
#include <services/access/api.h>
#include <services/files/api.h>

namespace forecourt::workshop {
namespace {

std::optional<OrderPaperFacts> load(Context& context, Id<RepairOrder> id) {
    const auto order = find_order_for_actor(context, id);
    if (!order) return std::nullopt;
    auto& db = context.db();
    const auto store = context.store_id();
    const db::Params of_order{{"store_id", store}, {"order_id", id}};
    const auto car = vehicles::find_car(db, store, order->car_id);
    ensure(car.has_value());
    const auto about = access::store_facts(db, store);
    OrderPaperFacts facts{
        .order = *order,
        .car = *car,
        .customer = customers::find_customer(db, store, order->customer_id),
        .lines = lines_of_order(db, store, id),
        .settlement = db::first<SettlementRow>(db, sql::settlement::find_settlement, of_order),
        .hand_back = db::first<HandBackRow>(db, sql::settlement::find_hand_back, of_order),
        .advisor_name = access::user_name(db, store, order->advisor_id),
        .paid = payments::paid_for(db, store, {"repair_order", id}),
        .store_name = about.legal_name,
        .store_address = about.address,
        .store_phone = about.phone,
        .store_tax_number = about.tax_number};
    if (order->passed_by) facts.inspector_name = access::user_name(db, store, *order->passed_by);
    if (facts.settlement) facts.cashier_name = access::user_name(db, store, facts.settlement->settled_by);
    if (facts.hand_back) facts.signature_picture = files::file_bytes(facts.hand_back->signature);
    return facts;
}

// The papers are drawn from what is stored and cannot change any more, so they are the same each time;
// drawing one takes longer than the whole settlement, which therefore does not wait for it.
Result<Download> run_settlement_pdf(Context& context, const OrderInput& in) {
    const auto facts = load(context, in.order_id);
    if (!facts) return order_not_found;
    if (!facts->settlement) return settlement_not_found;
    return Download{"application/pdf", facts->settlement->number + ".pdf", settlement_paper(*facts)};
}

Result<Download> run_certificate_pdf(Context& context, const OrderInput& in) {
    const auto facts = load(context, in.order_id);
    if (!facts) return order_not_found;
    if (!facts->order.passed_at) return quality_not_passed;
    return Download{"application/pdf", facts->order.certificate_number + ".pdf", certificate_paper(*facts)};
}

}  // namespace

const View<OrderInput, Download> settlement_pdf{{.name = "workshop.settlement_pdf",
                                                 .needs = papers_read,
                                                 .refuses = {order_not_found, settlement_not_found},
                                                 .run = run_settlement_pdf}};
const View<OrderInput, Download> certificate_pdf{{.name = "workshop.certificate_pdf",
                                                  .needs = papers_read,
                                                  .refuses = {order_not_found, quality_not_passed},
                                                  .run = run_certificate_pdf}};

}  // namespace forecourt::workshop
