#include <gtest/gtest.h>
#include <modules/deals/tax/tax_rules.h>

namespace forecourt::deals {
namespace {

using vehicles::Fuel;

template <class T>
std::string answer_of(const Result<T>& result) {
    return result ? to_text(result->amount) : std::string(result.refused().name());
}
Date day(const char* text) { return *parse_date(text); }

TEST(PurchaseTax, is_a_tenth_of_the_price_without_vat) {
    struct Case {
        Fuel fuel;
        const char* bought_on;
        Money price;
        const char* wanted;
    };
    const Case cases[] = {
        {Fuel::petrol, "2026-11-22", yuan(113'000), "10,000.00"},
        {Fuel::petrol, "2026-11-22", yuan(359'900), "31,849.56"},
        {Fuel::hybrid, "2026-11-22", yuan(113'000),
         "10,000.00"},  // a hybrid without a plug is no new-energy car
        {Fuel::electric, "2026-11-22", yuan(113'000), "5,000.00"},
        {Fuel::plug_in_hybrid, "2027-12-31", yuan(113'000), "5,000.00"},
        {Fuel::electric, "2026-01-01", yuan(113'000), "5,000.00"},
        {Fuel::electric, "2025-12-31", yuan(113'000), "0.00"},  // the day before: exempt
        {Fuel::electric, "2025-12-31", yuan(339'000), "0.00"},  // 30,000 is just covered
        {Fuel::electric, "2025-12-31", yuan(452'000), "10,000.00"},
        // The reduction ends at 15,000: reached by a car of 339,000.
        {Fuel::electric, "2026-11-22", yuan(339'000), "15,000.00"},
        {Fuel::electric, "2026-11-22", {33'900'113}, "15,000.10"},
        {Fuel::electric, "2026-11-22", yuan(359'900), "16,849.56"},
        {Fuel::petrol, "2028-01-01", yuan(113'000), "tax_table_not_valid"},
        {Fuel::petrol, "2023-12-31", yuan(113'000), "tax_table_not_valid"},
        {Fuel::petrol, "2026-11-22", yuan(0), "0.00"},
    };
    for (const auto& c : cases) {
        const TaxedCar car{.fuel = c.fuel, .bought_on = day(c.bought_on)};
        EXPECT_EQ(answer_of(purchase_tax(tax_tables(), car, c.price)), c.wanted)
            << name_of(c.fuel) << ' ' << c.bought_on << ' ' << to_text(c.price);
    }
}

TEST(CompulsoryInsurance, is_the_base_premium_of_the_first_year) {
    struct Case {
        UsedBy used_by;
        std::int64_t seats;
        const char* wanted;
    };
    const Case cases[] = {
        {UsedBy::family, 5, "950.00"},    {UsedBy::family, 6, "1,100.00"},
        {UsedBy::company, 5, "1,000.00"}, {UsedBy::company, 6, "1,130.00"},
        {UsedBy::family, 9, "1,100.00"},  {UsedBy::family, 10, "tax_table_not_valid"},
    };
    for (const auto& c : cases) {
        const TaxedCar car{.seats = c.seats, .used_by = c.used_by, .bought_on = day("2026-11-22")};
        EXPECT_EQ(answer_of(compulsory_insurance(tax_tables(), car)), c.wanted) << c.seats;
    }
    const TaxedCar early{.seats = 5, .bought_on = day("2008-01-31")};
    EXPECT_EQ(answer_of(compulsory_insurance(tax_tables(), early)), "tax_table_not_valid");
}

TEST(VehicleTax, counts_the_months_from_the_purchase_on) {
    struct Case {
        Fuel fuel;
        std::int64_t displacement_ml;
        const char* bought_on;
        const char* wanted;
    };
    const Case cases[] = {
        {Fuel::petrol, 1498, "2026-07-31", "210.00"},
        {Fuel::petrol, 1498, "2026-11-01", "70.00"},
        {Fuel::petrol, 1998, "2026-03-15", "400.00"},
        {Fuel::petrol, 1600, "2026-01-01", "420.00"},  // the step belongs to the lower amount
        {Fuel::petrol, 1601, "2026-01-01", "480.00"},
        {Fuel::petrol, 998, "2026-12-31", "25.00"},
        {Fuel::hybrid, 2487, "2026-01-01", "900.00"},
        {Fuel::petrol, 4001, "2026-01-01", "5,280.00"},
        {Fuel::electric, 0, "2026-01-01", "0.00"},
        {Fuel::plug_in_hybrid, 1498, "2026-01-01", "0.00"},
        {Fuel::petrol, 1498, "2028-01-01", "tax_table_not_valid"},
    };
    for (const auto& c : cases) {
        const TaxedCar car{
            .fuel = c.fuel, .displacement_ml = c.displacement_ml, .bought_on = day(c.bought_on)};
        EXPECT_EQ(answer_of(vehicle_tax(tax_tables(), car)), c.wanted)
            << c.displacement_ml << ' ' << c.bought_on;
    }
}

TEST(Taxes, every_amount_is_explained) {
    const TaxedCar car{.fuel = Fuel::electric, .seats = 5, .bought_on = day("2026-11-22")};
    EXPECT_EQ(purchase_tax(tax_tables(), car, yuan(339'000))->explanation,
              "开票价 339,000.00 ÷ 1.13 × 10%，新能源汽车减税 15,000.00");
    EXPECT_FALSE(compulsory_insurance(tax_tables(), car)->explanation.empty());
    EXPECT_FALSE(vehicle_tax(tax_tables(), car)->explanation.empty());
}

}  // namespace
}  // namespace forecourt::deals
