#include <modules/deals/limits/discount_limits.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

// Who may give something away at all.
constexpr Role givers[] = {Role::sales, Role::sales_manager, Role::gm};

bool may_give(Role role) { return std::find(std::begin(givers), std::end(givers), role) != std::end(givers); }

Result<limits::LimitsSet> run_set(Tx& tx, const SetDiscountLimits& in) {
    const DiscountLimits wanted{.limits = in.limits};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, discount_limits, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownDiscountLimits> run_shown(Context& context, const Nothing&) {
    ShownDiscountLimits shown{.limits = limits::last(context, discount_limits).limits,
                              .roles = {std::begin(givers), std::end(givers)},
                              .standing = limits::standing_of(context, discount_limits.name)};
    allow(shown.allowed_actions, context, set_discount_limits, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const DiscountLimits& table) {
    std::int64_t before = -1;
    for (std::size_t i = 0; i < table.limits.size(); ++i) {
        const auto& limit = table.limits[i];
        const auto name = std::string(name_of(limit.role));
        if (!may_give(limit.role) || limit.basis_points < 0 || limit.basis_points > 10'000) {
            return with(limits::limit_out_of_range, "limit", name);
        }
        const auto same = [&](const DiscountLimit& other) { return other.role == limit.role; };
        if (std::count_if(table.limits.begin(), table.limits.end(), same) > 1) {
            return with(limits::limit_twice, "limit", name);
        }
        if (limit.basis_points <= before) return with(limits::limits_not_rising, "limit", name);
        before = limit.basis_points;
    }
    // Somebody must be able to say yes.
    if (table.limits.empty() || table.limits.back().role == Role::sales) {
        return with(limits::limit_missing, "limit", std::string(name_of(Role::gm)));
    }
    return std::nullopt;
}

Money discount_limit_of(const DiscountLimits& limits, std::span<const Role> roles, Money list_price) {
    Money furthest;
    for (const auto& limit : limits.limits) {
        if (std::find(roles.begin(), roles.end(), limit.role) == roles.end()) continue;
        furthest = std::max(furthest, share_half_up(list_price, limit.basis_points));
    }
    return furthest;
}

Role discount_decider(const DiscountLimits& limits, Money list_price, Money concession) {
    for (const auto& limit : limits.limits) {
        if (limit.role != Role::sales && concession <= share_half_up(list_price, limit.basis_points))
            return limit.role;
    }
    return limits.limits.back().role;
}

Role next_decider(const DiscountLimits& limits, Money list_price, Money concession, std::int64_t step) {
    const Role last = discount_decider(limits, list_price, concession);
    std::int64_t at = 0;
    for (const auto& limit : limits.limits) {
        if (limit.role == Role::sales) continue;
        if (limit.role == last || at++ == step) return limit.role;
    }
    return last;
}

bool is_decided(const DiscountLimits& limits, Money list_price, Money concession, Role answered) {
    return answered == discount_decider(limits, list_price, concession);
}

const Action<SetDiscountLimits, limits::LimitsSet> set_discount_limits{
    {.name = "deals.set_discount_limits",
     .needs = limits::limits_write,
     .refuses = limits::refusals_with(
         {limits::limit_out_of_range, limits::limit_twice, limits::limits_not_rising, limits::limit_missing}),
     .run = run_set}};
const View<Nothing, ShownDiscountLimits> discount_limits_now{
    {.name = "deals.discount_limits", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::deals
