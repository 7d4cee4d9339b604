#include <modules/deals/contract/contract.h>
#include <modules/deals/invoice/invoice.h>

#include <algorithm>

namespace forecourt::deals {

MaybeRefused may_issue(const Deal& deal, bool is_there) {
    if (deal.state == DealState::cancelled) return deal_is_cancelled;
    if (deal.state != DealState::contract_signed && deal.state != DealState::delivered)
        return contract_not_signed;
    if (deal.used) return used_car_has_other_invoice;
    if (is_there) return invoice_is_there;
    return std::nullopt;
}

MaybeRefused check_invoice(const IssueInvoice& in) {
    const auto& number = in.invoice_number.text;
    const bool digits =
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number.size() != 20 || !digits) return invoice_number_wrong;
    const bool domestic = !trimmed(in.certificate_number).empty();
    const bool imported = !trimmed(in.import_certificate).empty() && !trimmed(in.inspection_number).empty();
    if (!domestic && !imported) return certificate_missing;
    return std::nullopt;
}

MaybeRefused may_void(const Invoice& invoice) {
    if (invoice.voided_at) return invoice_is_void;
    return std::nullopt;
}

}  // namespace forecourt::deals
