#include <assets/assets.h>
#include <modules/vehicles/stock/ageing_rules.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

FloorPlan load_plan() {
    const auto* asset = assets::find("standards/floor_plan.json");
    ensure(asset != nullptr);
    FloorPlan plan;
    ensure(reflect::from_json(plan, asset->body).empty());
    ensure(plan.days_in_year > 0 && !plan.rates.empty() && !plan.bands.empty());
    return plan;
}

const FloorPlanRate* rate_on(const FloorPlan& plan, Date day) {
    for (const auto& rate : plan.rates) {
        if (rate.valid_from <= day && (!rate.valid_until || day <= *rate.valid_until)) return &rate;
    }
    return nullptr;
}

// The maker's free days are those that were promised when the car was financed.
Date first_paid_day(const FloorPlan& plan, Date financed_on) {
    const auto* rate = rate_on(plan, financed_on);
    return financed_on + static_cast<int>(rate != nullptr ? rate->free_days : 0);
}

}  // namespace

const FloorPlan& floor_plan() {
    static const FloorPlan plan = load_plan();
    return plan;
}

Money interest(const FloorPlan& plan, Money amount, DaySpan span) {
    std::int64_t rate_days = 0;
    for (const auto& rate : plan.rates) {
        const Date begin = std::max(span.from, rate.valid_from);
        const Date end = rate.valid_until ? std::min(span.until, *rate.valid_until + 1) : span.until;
        if (begin < end) rate_days += (end - begin) * rate.annual_basis_points;
    }
    return {scale_half_up(amount.fen, rate_days, 10'000 * plan.days_in_year)};
}

Money capital_cost(const FloorPlan& plan, Money cost, Date financed_on, Date until) {
    return interest(plan, cost, {first_paid_day(plan, financed_on), until});
}

Money daily_cost(const FloorPlan& plan, Money cost, Date financed_on, Date day) {
    const auto* rate = rate_on(plan, day);
    if (rate == nullptr || day < first_paid_day(plan, financed_on)) return {};
    return {scale_half_up(cost.fen, rate->annual_basis_points, 10'000 * plan.days_in_year)};
}

std::int64_t days_standing(Instant since, Instant now) {
    return std::max(0, local_date(now) - local_date(since));
}

CarAge age_of(const FloorPlan& plan, const CarRow& car, Instant now) {
    const Date financed_on = local_date(car.ordered_at);
    const Instant until = car.sold_at.value_or(car.removed_at.value_or(now));
    const Date day = local_date(until);
    return {.days = car.arrived_at ? days_standing(car.stock_since, until) : 0,
            .daily_cost = daily_cost(plan, car.cost, financed_on, day),
            .cost_so_far = capital_cost(plan, car.cost, financed_on, day)};
}

std::size_t band_of(const FloorPlan& plan, std::int64_t days) {
    const auto at = std::lower_bound(plan.bands.begin(), plan.bands.end(), days);
    return static_cast<std::size_t>(at - plan.bands.begin());
}

const AgeStep* step_reached(const FloorPlan& plan, std::int64_t days) {
    const AgeStep* reached = nullptr;
    for (const auto& step : plan.steps) {
        if (step.days <= days) reached = &step;
    }
    return reached;
}

}  // namespace forecourt::vehicles
