#include <modules/used_cars/days/days_rules.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;
constexpr UsedStep every_step[] = {UsedStep::arrived,    UsedStep::inspection, UsedStep::mechanical,
                                   UsedStep::body_paint, UsedStep::cleaning,   UsedStep::photos,
                                   UsedStep::for_sale};

Result<limits::LimitsSet> run_set(Tx& tx, const SetUsedCarDays& in) {
    const DayTargets wanted{.steps = in.steps, .looks_back_days = in.looks_back_days};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, day_targets, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownUsedCarDays> run_shown(Context& context, const Nothing&) {
    const auto table = limits::last(context, day_targets);
    ShownUsedCarDays shown{.steps = table.steps,
                           .looks_back_days = table.looks_back_days,
                           .standing = limits::standing_of(context, day_targets.name)};
    allow(shown.allowed_actions, context, set_used_car_days, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const DayTargets& table) {
    for (const auto step : every_step) {
        const auto times = std::count_if(table.steps.begin(), table.steps.end(),
                                         [&](const StepTarget& one) { return one.step == step; });
        if (times == 0) return with(limits::limit_missing, "limit", std::string(name_of(step)));
        if (times > 1) return with(limits::limit_twice, "limit", std::string(name_of(step)));
    }
    for (const auto& one : table.steps) {
        if (one.days < 1) return with(limits::limit_out_of_range, "limit", std::string(name_of(one.step)));
    }
    if (table.looks_back_days < 1) return with(limits::limit_out_of_range, "limit", "looks_back_days");
    return std::nullopt;
}

std::int64_t target_days(const DayTargets& targets, UsedStep step) {
    for (const auto& target : targets.steps) {
        if (target.step == step) return target.days;
    }
    return 0;
}

std::int64_t minutes_of(const StayRow& stay, Instant now) {
    const Duration took = stay.left_at.value_or(now) - stay.entered_at;
    return std::max<std::int64_t>(0, took.ms / minutes(1).ms);
}

bool is_late(const DayTargets& targets, UsedStep step, std::int64_t minutes) {
    const auto days = target_days(targets, step);
    return days > 0 && minutes > days * minutes_a_day;
}

std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2;
}

StepFigures figures_of(const DayTargets& targets, UsedStep step, std::span<const StayRow> ended) {
    StepFigures figures;
    std::vector<std::int64_t> took;
    for (const auto& stay : ended) {
        if (stay.step != step || !stay.left_at) continue;
        took.push_back(minutes_of(stay, *stay.left_at));
        if (is_late(targets, step, took.back())) ++figures.late;
    }
    figures.stays = static_cast<std::int64_t>(took.size());
    figures.median_minutes = median(std::move(took));
    return figures;
}

const Action<SetUsedCarDays, limits::LimitsSet> set_used_car_days{
    {.name = "used_cars.set_used_car_days",
     .needs = limits::limits_write,
     .refuses =
         limits::refusals_with({limits::limit_out_of_range, limits::limit_twice, limits::limit_missing}),
     .run = run_set}};
const View<Nothing, ShownUsedCarDays> used_car_days_now{
    {.name = "used_cars.used_car_days", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::used_cars
