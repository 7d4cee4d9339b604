#include <modules/delivery/handover/handover_rules.h>

namespace forecourt::delivery {
namespace {

MaybeRefused is_running(const Situation& now) {
    if (now.delivery.state != DeliveryState::preparing) return delivery_is_over;
    return std::nullopt;
}

}  // namespace

MaybeRefused may_inspect(const Situation& now) { return is_running(now); }

MaybeRefused may_prepare(const Situation& now) {
    if (auto no = is_running(now)) return no;
    if (!now.delivery.inspected_at) return car_is_not_inspected;
    return std::nullopt;
}

MaybeRefused may_appoint(const Situation& now) { return is_running(now); }

MaybeRefused may_accept(const Situation& now) {
    if (auto no = is_running(now)) return no;
    if (!now.delivery.inspected_at) return car_is_not_inspected;
    if (now.open_faults > 0) return with(faults_are_open, "count", std::to_string(now.open_faults));
    if (!now.delivery.prepared_at) return delivery_is_not_prepared;
    return std::nullopt;
}

MaybeRefused may_deliver(const Situation& now) {
    if (auto no = may_accept(now)) return no;
    if (now.open_fittings > 0) return with(fittings_are_open, "count", std::to_string(now.open_fittings));
    if (!now.delivery.accepted_at) return customer_has_not_accepted;
    if (!now.paid_up) return with(deal_is_not_paid, "open", to_text(now.open));
    if (now.insurance_expected_on)
        return with(car_is_not_insured, "expected_on", to_text(*now.insurance_expected_on));
    return now.papers;
}

MaybeRefused check_mileage(std::int64_t mileage_km, bool used) {
    if (mileage_km < 0) return delivery_mileage_out_of_range;
    if (!used && mileage_km > 1000) return delivery_mileage_out_of_range;
    return std::nullopt;
}

std::string_view inspection_for(vehicles::Fuel fuel) {
    switch (fuel) {
        case vehicles::Fuel::electric:
        case vehicles::Fuel::plug_in_hybrid:
            return "pre_delivery_inspection_electric";
        case vehicles::Fuel::petrol:
        case vehicles::Fuel::diesel:
        case vehicles::Fuel::hybrid:
            return "pre_delivery_inspection";
    }
    return "pre_delivery_inspection";
}

DeliveryRow taken_up(DeliveryRow delivery, Id<vehicles::Car> car) {
    delivery.state = DeliveryState::preparing;
    delivery.accepted_at.reset();
    delivery.acceptance_signature.clear();
    if (delivery.car_id == car) return delivery;
    delivery.car_id = car;
    delivery.inspected_at.reset();
    delivery.prepared_at.reset();
    return delivery;
}

bool has_fault(const std::vector<checklists::ItemAnswer>& answers) {
    return std::any_of(answers.begin(), answers.end(),
                       [](const auto& answer) { return answer.verdict == checklists::Verdict::fault; });
}

MaybeRefused is_complete(const std::vector<checklists::ItemAnswer>& answers) {
    if (has_fault(answers)) return preparation_is_incomplete;
    return std::nullopt;
}

std::vector<ledger::Posting> postings_of(const Amounts& a) {
    using ledger::Account;
    const auto car = split_tax_half_up(a.car_price, a.car_vat_basis_points);
    const auto accessories = split_tax_half_up(a.accessories, a.goods_vat_basis_points);
    const auto fees = split_tax_half_up(a.fees, a.services_vat_basis_points);
    const Money total = a.car_price + a.accessories + a.fees + a.passed_on - a.trade_in;
    return {{Account::customer_deposits, total + a.overpaid, a.customer_id},
            {Account::vehicle_stock, a.trade_in},
            {Account::vehicle_revenue, -car.net},
            {Account::accessory_revenue, -(accessories.net + fees.net)},
            {Account::output_tax, -(car.tax + accessories.tax + fees.tax)},
            {Account::agency_payable, -a.passed_on},
            {Account::vehicle_cost, a.car_cost},
            {Account::vehicle_stock, -a.car_cost},
            {Account::customer_receivable, -a.overpaid, a.customer_id}};
}

}  // namespace forecourt::delivery
