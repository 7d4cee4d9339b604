#pragma once
#include <modules/deals/limits/discount_limits.h>
#include <modules/deals/quote/deal.h>
#include <modules/deals/tax/tax_rules.h>

#include <span>

namespace forecourt::deals {

/// The sums of a plan.
struct PlanSums {
    Money total;
    Money car_price;  // list price and options less discount
    Money accessories;
    Money fees;
    Money passed_on;
    Money trade_in;    // not negative
    Money gifts;       // what they are worth
    Money concession;  // discount and gifts
};
FORECOURT_STRUCT(PlanSums, total, car_price, accessories, fees, passed_on, trade_in, gifts, concession)
PlanSums sums_of(std::span<const DealLine> lines);

/// The VAT rate in the car's price. Refuses tax_table_not_valid.
Result<std::int64_t> car_vat_basis_points(const TaxTables& tables, const Deal& deal);

/// Recomputes the lines that follow from others: the car, the discount, taxes and compulsory insurance.
/// Refuses tax_table_not_valid, total_negative, discount_over_price.
Result<std::vector<DealLine>> recomputed(const Deal& deal, std::vector<DealLine> lines, const TaxedCar& car,
                                         const TaxTables& tables);

/// The lines a new quote begins with; amounts are computed by `recomputed`.
std::vector<DealLine> first_lines(const Deal& deal);

/// A line as it is added, before the plan is computed anew. `option` is the catalogue's, when one was chosen.
Result<DealLine> new_line(const AddLine& in, const Deal& deal, std::span<const DealLine> lines,
                          const std::optional<vehicles::OptionFacts>& option);
MaybeRefused check_remove(const DealLine& line);

struct DiscountDecision {
    bool needs_approval{};
    Money concession;
    Role decider{};
};
/// `limit` is how far the person may go. What was granted before may be used again.
Result<DiscountDecision> decide_discount(const Deal& deal, const PlanSums& sums, Money amount, Money limit,
                                         const DiscountLimits& limits);
/// A gift within the limits, together with the reductions there are.
MaybeRefused check_concession(const Deal& deal, Money concession, Money limit);

// Guards.
MaybeRefused may_change_quote(const Deal& deal);
MaybeRefused may_choose_car(const Deal& deal);
MaybeRefused may_offer(const Deal& deal);
MaybeRefused may_withdraw_discount(const Deal& deal);
MaybeRefused may_cancel_deal(const Deal& deal);

/// The order in which the plan shows its lines.
int section_of(DealLineKind kind);

}  // namespace forecourt::deals
