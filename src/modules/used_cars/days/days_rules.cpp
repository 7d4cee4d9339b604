#include <assets/assets.h>
#include <modules/used_cars/days/days_rules.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;

DayTargets load_targets() {
    const auto* asset = assets::find("standards/used_car_days.json");
    ensure(asset != nullptr);
    DayTargets targets;
    ensure(reflect::from_json(targets, asset->body).empty());
    ensure(targets.looks_back_days > 0);
    return targets;
}

}  // namespace

const DayTargets& day_targets() {
    static const DayTargets targets = load_targets();
    return targets;
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

}  // namespace forecourt::used_cars
