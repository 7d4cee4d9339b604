#include <simulator/norms.h>

#include <algorithm>

namespace forecourt::simulator {

Fen rounded(Fen number, std::int64_t over, std::int64_t under) {
    const bool negative = number < 0;
    const std::int64_t product = (negative ? -number : number) * over;
    const std::int64_t whole = product / under + (product % under * 2 >= under ? 1 : 0);
    return negative ? -whole : whole;
}

std::string vin_of(const std::string& head, std::size_t serial) {
    std::string vin = head + std::to_string(1'000'000 + serial).substr(1);
    static const std::string letters = "ABCDEFGHJKLMNPRSTUVWXYZ", values = "12345678123457923456789";
    constexpr int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < vin.size(); ++i) {
        const auto letter = letters.find(vin[i]);
        sum += weights[i] * ((letter == std::string::npos ? vin[i] : values[letter]) - '0');
    }
    vin[8] = sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
    return vin;
}

Fen net_of(Fen gross, std::int64_t vat_basis_points) {
    return rounded(gross, 10'000, 10'000 + vat_basis_points);
}

Fen capital_cost(Fen amount, Date from, Date until) {
    return until <= from ? 0 : rounded(amount, (until - from) * 510, 10'000 * 360);
}

Fen purchase_tax(const CarFacts& car, Fen price) {
    const Fen full = rounded(net_of(price, goods_vat), 1, 10);
    if (!car.electric) return full;
    return full - std::min<Fen>(rounded(full, 1, 2), 1'500'000);
}

Fen vehicle_tax(const CarFacts& car, Date bought_on) {
    if (car.electric) return 0;
    const int months = 13 - parts_of(bought_on).month;
    const Fen year = car.displacement_ml <= 1000   ? 30'000
                     : car.displacement_ml <= 1600 ? 42'000
                     : car.displacement_ml <= 2000 ? 48'000
                                                   : 90'000;
    return rounded(year, months, 12);
}

// The same sum each month: what is owed grows by the interest and falls by the sum until only the rest is
// left.
Fen same_sum(const LoanFacts& loan, Fen principal, Fen rest) {
    if (loan.annual_rate_ppm == 0) return rounded(principal - rest, 1, loan.months);
    const long double rate = static_cast<long double>(loan.annual_rate_ppm) / 12e6L;
    long double growth = 1, sum_grown = 0;
    for (std::int64_t month = 0; month < loan.months; ++month) {
        sum_grown += growth;
        growth *= 1 + rate;
    }
    const long double grown = static_cast<long double>(principal) * growth;
    return static_cast<Fen>((grown - static_cast<long double>(rest)) / sum_grown + 0.5L);
}

Fen cost_of(const LoanFacts& loan, Fen principal) {
    const Fen rest = rounded(principal, loan.balloon_basis_points, 10'000);
    const Fen each =
        loan.same_principal ? rounded(principal, 1, loan.months) : same_sum(loan, principal, rest);
    Fen owed = principal, interest = 0;
    for (std::int64_t month = 1; month < loan.months; ++month) {
        const Fen now = rounded(owed, loan.annual_rate_ppm, 12'000'000);
        interest += now;
        owed -= loan.same_principal ? each : each - now;
    }
    interest += rounded(owed, loan.annual_rate_ppm, 12'000'000);
    return interest + loan.fee_at_signing + loan.fee_with_instalments;
}

Fen concession_limit(const std::string& role, Fen list_price) {
    if (role == "sales") return rounded(list_price, 2, 100);
    if (role == "sales_manager") return rounded(list_price, 5, 100);
    return role == "gm" ? list_price : 0;
}

Fen service_discount_limit(const std::string& role, Fen gross) {
    return role == "gm" ? gross : rounded(gross, 1, 10);
}

bool needs_general_manager(Fen list_price, Fen concession) {
    return concession > concession_limit("sales_manager", list_price);
}

}  // namespace forecourt::simulator
