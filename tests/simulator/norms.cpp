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
