#include <assets/assets.h>
#include <modules/deals/tax/tax_rules.h>

namespace forecourt::deals {
namespace {

TaxTables load_tables() {
    const auto* asset = assets::find("standards/taxes.json");
    ensure(asset != nullptr);
    TaxTables tables;
    // Part of the program: a mistake in it is ours.
    ensure(reflect::from_json(tables, asset->body).empty());
    return tables;
}

template <class Row>
const Row* row_on(const std::vector<Row>& rows, Date day) {
    for (const auto& row : rows) {
        if (row.valid_from <= day && (!row.valid_until || day <= *row.valid_until)) return &row;
    }
    return nullptr;
}

Refused not_valid(const char* table, Date day) {
    return with(tax_table_not_valid, "table", table).with("day", to_text(day));
}

}  // namespace

const TaxTables& tax_tables() {
    static const TaxTables tables = load_tables();
    return tables;
}

bool is_new_energy(vehicles::Fuel fuel) {
    switch (fuel) {
        case vehicles::Fuel::electric:
        case vehicles::Fuel::plug_in_hybrid:
            return true;
        case vehicles::Fuel::petrol:
        case vehicles::Fuel::diesel:
        case vehicles::Fuel::hybrid:
            return false;
    }
    return false;
}

Result<VatRow> vat_on(const TaxTables& tables, Date day) {
    const auto* row = row_on(tables.vat, day);
    if (row == nullptr) return not_valid("vat", day);
    return *row;
}

Result<std::int64_t> used_car_vat_on(const TaxTables& tables, Date day) {
    const auto* row = row_on(tables.used_car_vat, day);
    if (row == nullptr) return not_valid("used_car_vat", day);
    return row->basis_points;
}

Result<ExplainedAmount> purchase_tax(const TaxTables& tables, const TaxedCar& car, Money price) {
    const auto* row = row_on(tables.purchase_tax, car.bought_on);
    if (row == nullptr) return not_valid("purchase_tax", car.bought_on);
    const auto vat = vat_on(tables, car.bought_on);
    if (!vat) return vat.refused();
    const Money net = split_tax_half_up(price, vat->goods_basis_points).net;
    const Money full = share_half_up(net, row->rate_basis_points);
    const std::string how = "开票价 " + to_text(price) + " ÷ 1.13 × 10%";
    if (!is_new_energy(car.fuel)) return ExplainedAmount{full, how + "，一次性缴纳"};
    const Money reduction = std::min(share_half_up(full, row->new_energy_reduction_basis_points),
                                     row->new_energy_reduction_limit);
    return ExplainedAmount{full - reduction, how + "，新能源汽车减税 " + to_text(reduction)};
}

Result<ExplainedAmount> compulsory_insurance(const TaxTables& tables, const TaxedCar& car) {
    const auto* row = row_on(tables.compulsory_insurance, car.bought_on);
    if (row == nullptr) return not_valid("compulsory_insurance", car.bought_on);
    for (const auto& premium : row->premiums) {
        if (premium.used_by != car.used_by || car.seats > premium.seats_up_to) continue;
        const std::string user = car.used_by == UsedBy::family ? "家庭自用" : "企业非营业";
        const std::string seats = premium.seats_up_to < 6 ? "6座以下" : "6座及以上";
        return ExplainedAmount{premium.amount, user + seats + "首年基础保费，国家统一定价，交保险公司"};
    }
    return not_valid("compulsory_insurance", car.bought_on);
}

Result<ExplainedAmount> vehicle_tax(const TaxTables& tables, const TaxedCar& car) {
    const auto* row = row_on(tables.vehicle_tax, car.bought_on);
    if (row == nullptr) return not_valid("vehicle_tax", car.bought_on);
    for (const auto fuel : row->exempt_fuels) {
        if (fuel == car.fuel) return ExplainedAmount{Money{0}, "新能源汽车不征车船税"};
    }
    const int months = 13 - parts_of(car.bought_on).month;
    for (const auto& line : row->amounts) {
        if (car.displacement_ml > line.displacement_up_to_ml) continue;
        const Money amount{scale_half_up(line.amount.fen, months, 12)};
        return ExplainedAmount{amount, "年税额 " + to_text(line.amount) + "，购车当月起计 " +
                                           std::to_string(months) + " 个月，由保险公司代收"};
    }
    return not_valid("vehicle_tax", car.bought_on);
}

}  // namespace forecourt::deals
