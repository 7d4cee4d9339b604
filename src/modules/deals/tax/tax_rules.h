#pragma once
#include <core/result.h>
#include <modules/deals/tax/tax.h>

namespace forecourt::deals {

/// The tables the program ships with.
const TaxTables& tax_tables();

/// 10 % of the car's price without VAT; half of it (with a ceiling) for new-energy cars bought in 2026 and
/// 2027. `price` is what the car's invoice says, VAT included.
Result<ExplainedAmount> purchase_tax(const TaxTables& tables, const TaxedCar& car, Money price);

/// The base premium of the first year: nothing is known of the driver yet, so no factor applies.
Result<ExplainedAmount> compulsory_insurance(const TaxTables& tables, const TaxedCar& car);

/// The year's tax by displacement, a twelfth for each month from the month of purchase on.
Result<ExplainedAmount> vehicle_tax(const TaxTables& tables, const TaxedCar& car);

/// The VAT rates of a day, in basis points.
Result<VatRow> vat_on(const TaxTables& tables, Date day);
/// The reduced rate of a dealer's used cars, in basis points.
Result<std::int64_t> used_car_vat_on(const TaxTables& tables, Date day);

bool is_new_energy(vehicles::Fuel fuel);

}  // namespace forecourt::deals
