#include <modules/deals/extras/extras_rules.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

const Fitting* fitted(const DealLine& line, std::span<const Fitting> fittings) {
    for (const auto& fitting : fittings) {
        if (fitting.line_id == line.id && fitting.state == FittingState::fitted) return &fitting;
    }
    return nullptr;
}

Money cost_of(const DealLine& line, std::span<const Fitting> fittings) {
    const auto* job = fitted(line, fittings);
    return job != nullptr ? job->cost : line.cost;
}

}  // namespace

MaybeRefused may_finish_fitting(const Fitting& fitting) {
    if (fitting.state != FittingState::planned) return fitting_is_done;
    return std::nullopt;
}

MaybeRefused check_fitting(const Fitting& fitting, Money cost) {
    if (auto no = may_finish_fitting(fitting)) return no;
    if (cost < Money{0}) return fitting_cost_wrong;
    return std::nullopt;
}

std::string promise_words(std::int64_t times, std::int64_t valid_months) {
    return "共 " + std::to_string(times) + " 次，自交车起 " + std::to_string(valid_months) + " 个月内有效";
}

MaybeRefused check_promise(const AddPromise& in) {
    if (in.times < 1 || in.times > 50 || in.valid_months < 1 || in.valid_months > 120)
        return promise_out_of_range;
    return std::nullopt;
}

std::optional<Date> promise_ends_on(const Promise& promise, std::optional<Instant> delivered_at) {
    if (!delivered_at) return std::nullopt;
    return add_months(local_date(*delivered_at), static_cast<int>(promise.valid_months));
}

MaybeRefused may_draw(const Promise& promise, std::optional<Instant> delivered_at, bool line_stands,
                      Date today) {
    const auto until = promise_ends_on(promise, delivered_at);
    if (!until || !line_stands) return promise_not_in_force;
    if (promise.used >= promise.times) return promise_used_up;
    if (today > *until) return with(promise_run_out, "until", to_text(*until));
    return std::nullopt;
}

std::int64_t lines_without_cost(std::span<const DealLine> lines, std::span<const Fitting> fittings) {
    return std::count_if(lines.begin(), lines.end(), [&](const DealLine& line) {
        const bool costs = line.kind == DealLineKind::accessory || line.kind == DealLineKind::gift;
        return costs && line.cost == Money{0} && fitted(line, fittings) == nullptr;
    });
}

Margin margin_of(const MarginIn& in, std::span<const DealLine> lines, std::span<const Fitting> fittings) {
    Margin margin{
        .car = split_tax_half_up(in.sums.car_price, in.car_vat_basis_points).net,
        .car_cost = in.car_cost,
        .accessories = split_tax_half_up(in.sums.accessories, in.vat.goods_basis_points).net,
        .fees = split_tax_half_up(in.sums.fees, in.vat.services_basis_points).net,
        .rebate = in.rebate,
        .insurance_commission = split_tax_half_up(in.commission, in.vat.services_basis_points).net,
    };
    for (const auto& line : lines) {
        if (line.kind == DealLineKind::accessory) margin.accessories_cost += cost_of(line, fittings);
        if (line.kind == DealLineKind::gift) margin.gifts_cost += cost_of(line, fittings);
    }
    const Money came_in =
        margin.car + margin.accessories + margin.fees + margin.rebate + margin.insurance_commission;
    margin.gross = came_in - margin.car_cost - margin.accessories_cost - margin.gifts_cost;
    if (came_in > Money{0}) margin.basis_points = scale_half_up(margin.gross.fen, 10'000, came_in.fen);
    return margin;
}

}  // namespace forecourt::deals
