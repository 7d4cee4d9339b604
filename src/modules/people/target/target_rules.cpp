#include <modules/people/target/target_rules.h>

#include <algorithm>
#include <numeric>

namespace forecourt::people {
namespace {

struct Portion {
    std::int64_t part{};
    std::int64_t remainder{};
};

// floor(whole * weight / sum) and what it leaves. Both factors are below 2^53; their product needs 128 bits.
Portion portion_of(std::int64_t whole, std::int64_t weight, std::int64_t sum) {
    const __int128 product = static_cast<__int128>(whole) * weight;
    return {static_cast<std::int64_t>(product / sum), static_cast<std::int64_t>(product % sum)};
}

Result<std::vector<SharePart>> shared_by_hand(const Sharing& sharing) {
    std::int64_t sum = 0;
    for (auto part = sharing.by_hand.begin(); part != sharing.by_hand.end(); ++part) {
        const auto& all = sharing.receivers;
        const bool again = std::any_of(sharing.by_hand.begin(), part,
                                       [&](const SharePart& other) { return other.id == part->id; });
        if (again || std::find(all.begin(), all.end(), part->id) == all.end()) return part_not_expected;
        if (part->amount < 0) return target_is_negative;
        sum += part->amount;
    }
    if (sum == sharing.whole) return sharing.by_hand;
    const auto shown = [&](std::int64_t amount) {
        return is_money(sharing.measure) ? to_text(Money{amount}) : std::to_string(amount);
    };
    return with(parts_do_not_sum, "sum", shown(sum)).with("target", shown(sharing.whole));
}

Pace pace_of(std::int64_t actual, std::int64_t target, std::int64_t forecast) {
    if (actual >= target) return Pace::reached;
    if (forecast >= target) return Pace::on_track;
    return forecast * 10 >= target * 9 ? Pace::close_behind : Pace::behind;
}

}  // namespace

std::vector<std::int64_t> share_by_largest_remainder(std::int64_t whole,
                                                     std::span<const std::int64_t> weights) {
    const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<std::int64_t> parts(weights.size(), 0);
    if (sum <= 0 || whole <= 0) return parts;
    std::vector<std::int64_t> remainders(weights.size(), 0);
    std::int64_t left = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto portion = portion_of(whole, weights[i], sum);
        parts[i] = portion.part;
        remainders[i] = portion.remainder;
        left -= portion.part;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i]];
    ensure(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == whole);
    return parts;
}

std::int64_t share_unit(Measure measure) { return is_money(measure) ? yuan(100).fen : 1; }

Result<std::vector<SharePart>> decide_sharing(const Sharing& sharing) {
    if (sharing.receivers.empty()) return nobody_to_share_to;
    if (sharing.how == ShareHow::by_hand) return shared_by_hand(sharing);
    std::vector<std::int64_t> weights(sharing.receivers.size(), 1);
    if (sharing.how == ShareHow::by_last_months) {
        weights = sharing.weights;
        for (auto& weight : weights) weight = std::max<std::int64_t>(weight, 0);
        if (std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight == 0; })) {
            return no_history_to_share_by;
        }
    }
    // Money is shared in round pieces; what is no whole piece goes to the first.
    const auto unit = share_unit(sharing.measure);
    auto parts = share_by_largest_remainder(sharing.whole / unit, weights);
    std::vector<SharePart> shared;
    for (std::size_t i = 0; i < parts.size(); ++i) shared.push_back({sharing.receivers[i], parts[i] * unit});
    shared.front().amount += sharing.whole % unit;
    return shared;
}

bool may_share(TargetScope from, ShareTo to) {
    switch (from) {
        case TargetScope::store:
            return true;
        case TargetScope::team:
            return to != ShareTo::teams;
        case TargetScope::person:
            return to == ShareTo::models;
    }
    return false;
}

MaybeRefused check_target(const SetTarget& in) {
    const bool named = in.scope == TargetScope::store  ? !in.team_id && !in.user_id
                       : in.scope == TargetScope::team ? in.team_id && !in.user_id
                                                       : in.user_id && !in.team_id;
    if (!named) return target_of_nobody;
    if (!may_be_target(in.measure)) return measure_has_no_target;
    if (in.amount < 0) return target_is_negative;
    return std::nullopt;
}

Cell cell_of(Measure measure, std::int64_t actual, std::optional<std::int64_t> target,
             const MonthDays& days) {
    Cell cell{.measure = measure,
              .actual = actual,
              .target = target,
              .forecast = actual,
              .needed_per_day_thousandths = {},
              .pace = Pace::no_target};
    if (days.gone > 0) cell.forecast += scale_half_up(actual, days.left, days.gone);
    if (!target) return cell;
    if (days.left > 0 && *target > actual) {
        cell.needed_per_day_thousandths = scale_half_up(*target - actual, 1000, days.left);
    }
    cell.pace = pace_of(actual, *target, cell.forecast);
    return cell;
}

}  // namespace forecourt::people
