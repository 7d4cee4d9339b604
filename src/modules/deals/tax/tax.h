#pragma once
#include <modules/vehicles/api.h>

namespace forecourt::deals {

/// Who uses the car, as the compulsory insurance asks it.
enum class UsedBy { family, company };
FORECOURT_ENUM(UsedBy, family, company)

// The tables of standards/taxes.json. Each row is valid on a range of days, both ends included; without
// `valid_until` until something else is known. Rates are in basis points, amounts in fen.

struct VatRow {
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t goods_basis_points{};
    std::int64_t services_basis_points{};
};
FORECOURT_STRUCT(VatRow, valid_from, valid_until, goods_basis_points, services_basis_points)

/// A dealer's sale of a used car that was bought for resale.
struct UsedCarVatRow {
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t basis_points{};
};
FORECOURT_STRUCT(UsedCarVatRow, valid_from, valid_until, basis_points)

struct PurchaseTaxRow {
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t rate_basis_points{};
    std::int64_t new_energy_reduction_basis_points{};  // of the tax
    Money new_energy_reduction_limit;
};
FORECOURT_STRUCT(PurchaseTaxRow, valid_from, valid_until, rate_basis_points,
                 new_energy_reduction_basis_points, new_energy_reduction_limit)

struct InsurancePremium {
    UsedBy used_by{};
    std::int64_t seats_up_to{};
    Money amount;
};
FORECOURT_STRUCT(InsurancePremium, used_by, seats_up_to, amount)

struct CompulsoryInsuranceRow {
    Date valid_from;
    std::optional<Date> valid_until;
    std::vector<InsurancePremium> premiums;
};
FORECOURT_STRUCT(CompulsoryInsuranceRow, valid_from, valid_until, premiums)

struct VehicleTaxAmount {
    std::int64_t displacement_up_to_ml{};
    Money amount;  // a year
};
FORECOURT_STRUCT(VehicleTaxAmount, displacement_up_to_ml, amount)

struct VehicleTaxRow {
    Date valid_from;
    std::optional<Date> valid_until;
    std::vector<vehicles::Fuel> exempt_fuels;
    std::vector<VehicleTaxAmount> amounts;
};
FORECOURT_STRUCT(VehicleTaxRow, valid_from, valid_until, exempt_fuels, amounts)

struct TaxTables {
    std::vector<VatRow> vat;
    std::vector<UsedCarVatRow> used_car_vat;
    std::vector<PurchaseTaxRow> purchase_tax;
    std::vector<CompulsoryInsuranceRow> compulsory_insurance;
    std::vector<VehicleTaxRow> vehicle_tax;
};
FORECOURT_STRUCT(TaxTables, vat, used_car_vat, purchase_tax, compulsory_insurance, vehicle_tax)

/// What the taxes need to know of a purchase.
struct TaxedCar {
    vehicles::Fuel fuel{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    UsedBy used_by{};
    Date bought_on;
};

/// An amount with the one line that explains it to the customer.
struct ExplainedAmount {
    Money amount;
    std::string explanation;
};
FORECOURT_STRUCT(ExplainedAmount, amount, explanation)

/// No row of a table is valid on the day; the detail `table` names it.
inline constexpr Refusal tax_table_not_valid{"tax_table_not_valid"};

}  // namespace forecourt::deals
