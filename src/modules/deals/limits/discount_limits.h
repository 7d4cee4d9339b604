#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/limits/api.h>

#include <span>
#include <vector>

namespace forecourt::deals {

/// How much of the list price a role may give away without asking, in basis points.
struct DiscountLimit {
    Role role{};
    std::int64_t basis_points{};
};
FORECOURT_STRUCT(DiscountLimit, role, basis_points)
struct DiscountLimits {
    std::vector<DiscountLimit> limits;  // the smallest first: this is also who is asked first
};
FORECOURT_STRUCT(DiscountLimits, limits)
inline constexpr limits::Table<DiscountLimits> discount_limits{"discount_limits"};

/// Each role once, the limits rising, and a manager at the end.
MaybeRefused may_hold(const DiscountLimits& table);

/// The furthest limit of somebody's roles.
Money discount_limit_of(const DiscountLimits& limits, std::span<const Role> roles, Money list_price);
/// Who may grant so much: the first whose limit reaches that far.
Role discount_decider(const DiscountLimits& limits, Money list_price, Money concession);

/// Who is asked after so many have granted it: each role on the way up to the one whose limit reaches that
/// far.
Role next_decider(const DiscountLimits& limits, Money list_price, Money concession, std::int64_t step);
/// Whether the yes of this role is enough.
bool is_decided(const DiscountLimits& limits, Money list_price, Money concession, Role answered);

struct SetDiscountLimits {
    std::vector<DiscountLimit> limits;
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetDiscountLimits, limits, number, reason, valid_from)
struct ShownDiscountLimits {
    std::vector<DiscountLimit> limits;
    std::vector<Role> roles;  // who may give something away at all
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownDiscountLimits, limits, roles, standing, allowed_actions)

extern const Action<SetDiscountLimits, limits::LimitsSet> set_discount_limits;
extern const View<Nothing, ShownDiscountLimits> discount_limits_now;

}  // namespace forecourt::deals
