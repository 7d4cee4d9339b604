#include <simulator/norms.h>

#include <algorithm>

namespace forecourt::simulator {

Fen rounded(Fen number, std::int64_t over, std::int64_t under) {
    const bool negative = number < 0;
    const std::int64_t product = (negative ? -number : number) * over;
    const std::int64_t whole = product / under + (product % under * 2 >= under ? 1 : 0);
    return negative ? -whole : whole;
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

bool needs_general_manager(Fen list_price, Fen concession) {
    return concession > concession_limit("sales_manager", list_price);
}

}  // namespace forecourt::simulator
