#include <db/send.h>
#include <modules/payments/api.h>
#include <modules/workshop/consent/consent.sql.h>
#include <modules/workshop/internal/internal_order.h>
#include <modules/workshop/line/line_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/settlement/settlement.sql.h>
#include <modules/workshop/settlement/settlement_actions.h>
#include <modules/workshop/settlement/settlement_rules.h>
#include <services/files/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::settlement;

struct SettledSaid {
    std::string number;
    std::string settlement_number;
    std::string plate;
    Money customer_total;
    Money warranty_total;
    Money insurer_total;
    Money internal_total;
    Money open;
    std::string reason;
};
FORECOURT_STRUCT(SettledSaid, number, settlement_number, plate, customer_total, warranty_total, insurer_total,
                 internal_total, open, reason)

struct HandedBackSaid {
    std::string number;
    std::string plate;
    std::int64_t mileage_km{};
    OldParts old_parts{};
    bool signature{};
    bool explained{};
    Date handed_back_on;
    std::optional<Date> next_service_on;
};
FORECOURT_STRUCT(HandedBackSaid, number, plate, mileage_km, old_parts, signature, explained, handed_back_on,
                 next_service_on)

ObjectRef about(const OrderRow& order) { return {"repair_order", order.id}; }

Result<Nothing> run_ask_deposit(Tx& tx, const AskDeposit& in) {
    const auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_ask_deposit(*order, in.amount)) return *no;
    const auto plate = plate_of(tx.db(), tx.store_id(), order->car_id);
    payments::set_due(tx, about(*order), order->customer_id, in.amount, order->number + " " + plate,
                      payments::DueKind::prepayment);
    emit_for(tx, *order, "workshop.deposit_asked", OrderSaid{order->number, plate, {}, in.amount});
    return Nothing{};
}

// What speaks against this bill.
MaybeRefused may_make_bill(const Tx& tx, const SettleOrder& in, const OrderRow& order,
                           const std::vector<LineRow>& lines) {
    if (const auto no = may_settle(order)) return no;
    const auto approved = db::all<AskedLine>(tx.db(), sql::consent::approved_amounts_of_order,
                                             {{"store_id", tx.store_id()}, {"order_id", order.id}});
    if (const auto no = may_bill(lines, approved)) return no;
    const Money discount = in.discount.value_or(Money{0});
    if (discount > Money{0} && in.discount_reason.value_or("").empty()) return discount_needs_reason;
    return may_discount(customer_gross(lines), discount, discount_limit_basis_points(tx.actor()));
}

SettlementRow settlement_of(Tx& tx, const OrderRow& order, const Bill& bill, const SettleOrder& in,
                            Money deposit) {
    const auto guarantee = guarantee_of(order.repair_class);
    return {.id = tx.new_id<Settlement>(),
            .order_id = order.id,
            .number = numbering::next_number(tx, "SL"),
            .settled_at = tx.now(),
            .settled_by = tx.actor().user_id,
            .labour_total = bill.labour_total,
            .parts_total = bill.parts_total,
            .outside_total = bill.outside_total,
            .discount = bill.discount,
            .discount_reason = in.discount_reason.value_or(""),
            .rounding_off = bill.rounding_off,
            .tax = bill.tax,
            .customer_total = bill.customer_total,
            .warranty_total = bill.warranty_total,
            .insurer_total = bill.insurer_total,
            .internal_total = bill.internal_total,
            .deposit = deposit,
            .guarantee_km = guarantee.km,
            .guarantee_days = guarantee.days};
}

/// The heaviest action of the day: it reads the order, its lines, the consents and the deposit once each, and
/// writes the bill, the order, one entry and what is due.
Result<OrderSettled> run_settle_order(Tx& tx, const SettleOrder& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    const auto lines = lines_of_order(tx.db(), tx.store_id(), order->id);
    if (const auto no = may_make_bill(tx, in, *order, lines)) return *no;
    const auto bill = bill_of(lines, in.discount.value_or(Money{0}), in.round_to.value_or(RoundTo::fen));
    const auto deposit = payments::paid_for(tx.db(), tx.store_id(), about(*order));
    const auto row = settlement_of(tx, *order, bill, in, deposit);
    db::send(tx.db(), q::insert_settlement, db::Params::of(row, {{"store_id", tx.store_id()}}));
    order->settled_at = tx.now();
    order->customer_total = bill.customer_total;
    order->state = OrderState::settled;
    // The store's own work has nobody to hand the car back to, and nothing to be paid.
    if (is_internal(*order) && bill.customer_total == Money{0}) {
        order->handed_back_at = tx.now();
        order->state = OrderState::handed_back;
        tasks::close_every_task(tx, about(*order));
    }
    order->version = in.version;
    save_order(tx, *order);
    ledger::post(tx, "workshop.order_settled", about(*order), postings_of(bill, deposit, order->customer_id));
    const auto plate = plate_of(tx.db(), tx.store_id(), order->car_id);
    payments::set_due(tx, about(*order), order->customer_id, bill.customer_total, row.number + " " + plate,
                      payments::DueKind::settlement);
    const Money open = std::max(Money{0}, bill.customer_total - deposit);
    emit_for(tx, *order, "workshop.order_settled",
             SettledSaid{order->number, row.number, plate, bill.customer_total, bill.warranty_total,
                         bill.insurer_total, bill.internal_total, open, row.discount_reason});
    return OrderSettled{row.id, row.number, bill.customer_total, open, order->version};
}

// The bill as it was posted: what was let go is known, whatever it had been rounded to.
Bill posted_bill(const std::vector<LineRow>& lines, const SettlementRow& row) {
    auto bill = bill_of(lines, row.discount, RoundTo::fen);
    bill.rounding_off = row.rounding_off;
    bill.customer_total -= row.rounding_off;
    ensure(bill.customer_total == row.customer_total && bill.tax == row.tax);
    return bill;
}

Result<OrderAdvanced> run_cancel_settlement(Tx& tx, const CancelSettlement& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    const auto row = db::first<SettlementRow>(tx.db(), q::find_settlement,
                                              {{"store_id", tx.store_id()}, {"order_id", order->id}});
    const auto paid = payments::paid_for(tx.db(), tx.store_id(), about(*order));
    if (const auto no = may_cancel_settlement(*order, paid, row ? row->deposit : Money{0})) return *no;
    const auto lines = lines_of_order(tx.db(), tx.store_id(), order->id);
    // What is left of the advance is an advance again: some of it may have been paid back since.
    auto postings = postings_of(posted_bill(lines, *row), paid, order->customer_id);
    for (auto& posting : postings) posting.amount = -posting.amount;
    ledger::post(tx, "workshop.settlement_cancelled", about(*order), std::move(postings));
    db::send(tx.db(), q::cancel_settlement,
             {{"store_id", tx.store_id()},
              {"id", row->id},
              {"now", tx.now()},
              {"user_id", tx.actor().user_id},
              {"reason", in.reason}});
    const auto plate = plate_of(tx.db(), tx.store_id(), order->car_id);
    payments::set_due(tx, about(*order), order->customer_id, row->deposit, order->number + " " + plate,
                      payments::DueKind::prepayment);
    order->settled_at.reset();
    order->customer_total = {};
    order->state = state_of(*order, lines);
    order->version = in.version;
    save_order(tx, *order);
    emit_for(tx, *order, "workshop.settlement_cancelled",
             SettledSaid{order->number,
                         row->number,
                         plate,
                         row->customer_total,
                         row->warranty_total,
                         row->insurer_total,
                         row->internal_total,
                         {},
                         in.reason.text});
    return OrderAdvanced{order->state, order->version};
}

void insert_hand_back(Tx& tx, const HandBack& in, const std::string& received_by) {
    db::send(tx.db(), q::insert_hand_back,
             {{"store_id", tx.store_id()},
              {"order_id", in.order_id},
              {"handed_at", tx.now()},
              {"handed_by", tx.actor().user_id},
              {"received_by", received_by},
              {"old_parts", in.old_parts},
              {"signature", in.signature},
              {"explained", in.explained},
              {"next_service_on", in.next_service_on},
              {"next_service_km", in.next_service_km}});
}

Result<OrderAdvanced> run_hand_back(Tx& tx, const HandBack& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    const bool paid_up = payments::is_paid_up(tx.db(), tx.store_id(), about(*order));
    if (const auto no = may_hand_back(*order, paid_up, in.mileage_out_km)) return *no;
    if (const auto no = files_are_there(tx, {in.signature})) return *no;
    if (const auto no = vehicles::set_mileage(tx, order->car_id, in.mileage_out_km)) return *no;
    insert_hand_back(
        tx, in,
        in.received_by.value_or(customers::customer_name(tx.db(), tx.store_id(), order->customer_id)));
    order->handed_back_at = tx.now();
    order->mileage_out_km = in.mileage_out_km;
    order->state = OrderState::handed_back;
    order->version = in.version;
    save_order(tx, *order);
    tasks::close_every_task(tx, about(*order));
    emit_for(tx, *order, "workshop.order_handed_back",
             HandedBackSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), in.mileage_out_km,
                            in.old_parts, true, in.explained, local_date(tx.now()), in.next_service_on});
    return OrderAdvanced{order->state, order->version};
}

}  // namespace

const Action<AskDeposit, Nothing> ask_deposit{
    {.name = "workshop.ask_deposit",
     .needs = settle_right,
     .refuses = {order_not_found, order_is_over, order_is_settled, deposit_not_positive},
     .run = run_ask_deposit}};
const Action<SettleOrder, OrderSettled> settle_order{
    {.name = "workshop.settle_order",
     .needs = settle_right,
     .refuses = {order_not_found, order_is_over, order_is_settled, quality_not_passed, bill_beyond_consent,
                 discount_needs_reason, discount_beyond_amount, service_discount_beyond_limit,
                 changed_by_someone_else},
     .run = run_settle_order}};
const Action<CancelSettlement, OrderAdvanced> cancel_settlement{
    {.name = "workshop.cancel_settlement",
     .needs = settle_right,
     .refuses = {order_not_found, order_is_over, order_not_settled, order_has_payment,
                 changed_by_someone_else},
     .run = run_cancel_settlement}};
const Action<HandBack, OrderAdvanced> hand_back{
    {.name = "workshop.hand_back",
     .needs = settle_right,
     .refuses = {order_not_found, order_is_over, quality_not_passed, order_not_settled, order_not_paid,
                 mileage_out_below_in, files::file_not_found, vehicles::mileage_out_of_range,
                 vehicles::mileage_goes_backwards, changed_by_someone_else},
     .run = run_hand_back}};

}  // namespace forecourt::workshop
