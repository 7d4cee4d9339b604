#pragma once
#include <core/time.h>
#include <simulator/attempt.h>

/// The arithmetic of law and trade, said a second time: from the tax tables' sources and the modules'
/// descriptions, not from their code.
namespace forecourt::simulator {

/// `number * over / under`, half away from zero.
Fen rounded(Fen number, std::int64_t over, std::int64_t under);

/// A VIN with its check digit (GB 16735: letters as digits, weighed by their place).
std::string vin_of(const std::string& head, std::size_t serial);

/// What is in a price that contains VAT, without it.
Fen net_of(Fen gross, std::int64_t vat_basis_points);
inline constexpr std::int64_t goods_vat = 1300;
inline constexpr std::int64_t services_vat = 600;
inline constexpr std::int64_t used_car_vat = 50;
/// What money costs that lies in a car, from one day until another: 5.1 % of 360 days in 2026.
Fen capital_cost(Fen amount, Date from, Date until);

struct CarFacts {
    bool electric{};
    bool manual{};  // gearbox
    std::int64_t displacement_ml{};
};

/// A tenth of the price without VAT; half of it for an electric car, at most 15,000 yuan less.
Fen purchase_tax(const CarFacts& car, Fen price);
/// For a family's car of up to five seats.
inline constexpr Fen compulsory_insurance = 95'000;
/// The year's amount by displacement, for the months that are left with that of the purchase.
Fen vehicle_tax(const CarFacts& car, Date bought_on);

/// What an hour in the workshop costs in these stores; and how far the bill may be reduced by a role.
inline constexpr Fen labour_price = 19'800;
Fen service_discount_limit(const std::string& role, Fen gross);

/// What a loan's payments depend on. The rate is a year's, in millionths.
struct LoanFacts {
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    std::int64_t balloon_basis_points{};
    bool same_principal{};  // each month, and not the same sum
    Fen fee_at_signing{};
    Fen fee_with_instalments{};
};
/// What the loan costs beside what is paid back: each month's interest on what is still owed, and its fees.
Fen cost_of(const LoanFacts& loan, Fen principal);

/// How far reductions and gifts may go together by a role's own word, of the list price.
Fen concession_limit(const std::string& role, Fen list_price);
/// Who answers beyond it: the sales manager as far as he may himself, then the general manager.
bool needs_general_manager(Fen list_price, Fen concession);

}  // namespace forecourt::simulator
