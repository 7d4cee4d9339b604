#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/settlement/settlement_rules.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

// Repair of cars and the parts for it: 13 % VAT.
constexpr std::int64_t tax_basis_points = 1300;

Money rounded_down(Money amount, RoundTo round_to) {
    switch (round_to) {
        case RoundTo::fen:
            return amount;
        case RoundTo::jiao:
            return {amount.fen - amount.fen % 10};
        case RoundTo::yuan:
            break;
    }
    return {amount.fen - amount.fen % 100};
}

void add_gross(Bill& bill, const LineRow& line) {
    switch (line.kind) {
        case LineKind::labour:
            bill.labour_total += line.amount;
            return;
        case LineKind::part:
            bill.parts_total += line.amount;
            return;
        case LineKind::outside:
            bill.outside_total += line.amount;
            return;
    }
}

void add_payer(Bill& bill, const LineRow& line, Money net) {
    switch (line.payer) {
        case Payer::customer:
            bill.customer_total += line.amount;
            return;
        case Payer::warranty:
            bill.warranty_total += line.amount;
            return;
        case Payer::insurer:
            bill.insurer_total += line.amount;
            return;
        case Payer::internal:
            bill.internal_total += net;
            return;
    }
}

}  // namespace

MaybeRefused may_settle(const OrderRow& order) {
    if (const auto no = may_touch(order)) return no;
    if (order.settled_at) return order_is_settled;
    if (!order.passed_at) return quality_not_passed;
    return std::nullopt;
}

MaybeRefused may_bill(const std::vector<LineRow>& lines, const std::vector<AskedLine>& approved) {
    for (const auto& line : lines) {
        if (line.state != LineState::approved) continue;
        const bool covered = std::any_of(approved.begin(), approved.end(), [&](const auto& row) {
            return row.line_id == line.id && line.amount <= row.amount;
        });
        if (!covered) return with(bill_beyond_consent, "line", line.name);
    }
    return std::nullopt;
}

MaybeRefused may_cancel_settlement(const OrderRow& order, Money paid, Money deposit) {
    if (const auto no = may_touch(order)) return no;
    if (!order.settled_at) return order_not_settled;
    if (paid > deposit) return order_has_payment;
    return std::nullopt;
}

MaybeRefused may_hand_back(const OrderRow& order, bool paid_up, std::int64_t mileage_out_km) {
    if (const auto no = may_touch(order)) return no;
    if (!order.passed_at) return quality_not_passed;
    if (!order.settled_at) return order_not_settled;
    if (!paid_up) return order_not_paid;
    if (mileage_out_km < order.mileage_km) {
        return with(mileage_out_below_in, "mileage_km", std::to_string(order.mileage_km));
    }
    return std::nullopt;
}

MaybeRefused may_ask_deposit(const OrderRow& order, Money amount) {
    if (const auto no = may_touch(order)) return no;
    if (order.settled_at) return order_is_settled;
    if (amount <= Money{0}) return deposit_not_positive;
    return std::nullopt;
}

Money customer_gross(const std::vector<LineRow>& lines) {
    Money gross;
    for (const auto& line : lines) {
        if (line.state == LineState::approved && line.payer == Payer::customer) gross += line.amount;
    }
    return gross;
}

Bill bill_of(const std::vector<LineRow>& lines, Money discount, RoundTo round_to) {
    Bill bill;
    for (const auto& line : lines) {
        if (line.state != LineState::approved) continue;
        const auto split = split_tax_half_up(line.amount, tax_basis_points);
        add_gross(bill, line);
        add_payer(bill, line, split.net);
        (line.kind == LineKind::part ? bill.parts_net : bill.labour_net) += split.net;
        if (line.payer != Payer::internal) bill.tax += split.tax;
    }
    ensure(Money{0} <= discount && discount <= bill.customer_total);
    const auto off = split_tax_half_up(discount, tax_basis_points);
    bill.discount = discount;
    bill.discount_net = off.net;
    bill.tax -= off.tax;
    const Money open = bill.customer_total - discount;
    bill.customer_total = rounded_down(open, round_to);
    bill.rounding_off = open - bill.customer_total;
    return bill;
}

std::vector<ledger::Posting> postings_of(const Bill& bill, Money deposit, Id<customers::Customer> customer) {
    using ledger::Account;
    return {{Account::customer_receivable, bill.customer_total - deposit, customer.value},
            {Account::customer_deposits, deposit, customer.value},
            {Account::manufacturer_receivable, bill.warranty_total},
            {Account::insurer_receivable, bill.insurer_total},
            {Account::internal_cost, bill.internal_total},
            {Account::service_discounts, bill.discount_net},
            {Account::rounding, bill.rounding_off},
            {Account::labour_revenue, -bill.labour_net},
            {Account::parts_revenue, -bill.parts_net},
            {Account::output_tax, -bill.tax}};
}

}  // namespace forecourt::workshop
