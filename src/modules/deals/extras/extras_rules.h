#pragma once
#include <modules/deals/extras/extras.h>
#include <modules/deals/quote/deal_rules.h>

#include <span>

namespace forecourt::deals {

MaybeRefused may_finish_fitting(const Fitting& fitting);
MaybeRefused check_fitting(const Fitting& fitting, Money cost);

/// "共 5 次，自交车起 36 个月内有效": what the contract's line says.
std::string promise_words(std::int64_t times, std::int64_t valid_months);
MaybeRefused check_promise(const AddPromise& in);
/// From the hand-over on; nothing before it.
std::optional<Date> promise_ends_on(const Promise& promise, std::optional<Instant> delivered_at);
/// `line_stands`: the contract still has the line.
MaybeRefused may_draw(const Promise& promise, std::optional<Instant> delivered_at, bool line_stands,
                      Date today);

/// What is left of a deal for the store, without VAT.
struct Margin {
    Money car;  // price without VAT
    Money car_cost;
    Money accessories;
    Money accessories_cost;
    Money gifts_cost;  // and promises
    Money fees;
    Money rebate;  // from the manufacturer
    Money insurance_commission;
    Money gross;
    std::int64_t basis_points{};  // of all that came in
};
FORECOURT_STRUCT(Margin, car, car_cost, accessories, accessories_cost, gifts_cost, fees, rebate,
                 insurance_commission, gross, basis_points)

struct MarginIn {
    PlanSums sums;
    Money car_cost;
    Money rebate;
    Money commission;  // with VAT
    VatRow vat;
    std::int64_t car_vat_basis_points{};
};
/// Lines that will cost something nobody has said: accessories, gifts and promises, while they are not
/// fitted.
std::int64_t lines_without_cost(std::span<const DealLine> lines, std::span<const Fitting> fittings);
/// A fitted line counts with what it really cost, another with what is expected.
Margin margin_of(const MarginIn& in, std::span<const DealLine> lines, std::span<const Fitting> fittings);

}  // namespace forecourt::deals
