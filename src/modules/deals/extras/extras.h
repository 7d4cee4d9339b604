#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

struct Fitting;

enum class FittingState { planned, fitted, dropped };
FORECOURT_ENUM(FittingState, planned, fitted, dropped)

/// An accessory or gift of a signed contract that is fitted before the car is handed over.
struct Fitting {
    Id<Fitting> id;
    Id<Deal> deal_id;
    Id<DealLine> line_id;
    Id<customers::Customer> customer_id;
    std::string title;
    Money expected_cost;
    FittingState state{};
    Instant opened_at;
    std::optional<Instant> fitted_at;
    std::optional<Id<User>> fitted_by;
    Money cost;  // what it really cost
    std::string note;
};
FORECOURT_STRUCT(Fitting, id, deal_id, line_id, customer_id, title, expected_cost, state, opened_at,
                 fitted_at, fitted_by, cost, note)

struct FinishFitting {
    Id<Fitting> fitting_id;
    Money cost;
    std::string note;
};
FORECOURT_STRUCT(FinishFitting, fitting_id, cost, note)

/// What was promised beside the car: a line of the contract, drawn down later.
struct Promise {
    Id<Promise> id;
    Id<Deal> deal_id;
    Id<DealLine> line_id;
    Id<customers::Customer> customer_id;
    std::string title;
    std::int64_t times{};
    std::int64_t used{};
    std::int64_t valid_months{};  // from the hand-over on
    Id<User> made_by;
    Instant made_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(Promise, id, deal_id, line_id, customer_id, title, times, used, valid_months, made_by,
                 made_at, version)

struct AddPromise {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText title;
    std::int64_t times{};
    std::int64_t valid_months{};
    Money worth;
    std::optional<Money> cost;
};
FORECOURT_STRUCT(AddPromise, deal_id, version, title, times, valid_months, worth, cost)

struct DrawPromise {
    Id<Promise> promise_id;
    std::int64_t version{};
    std::string note;
};
FORECOURT_STRUCT(DrawPromise, promise_id, version, note)

struct PromiseDrawn {
    Id<Promise> id;
    std::int64_t left{};
    std::int64_t version{};
};
FORECOURT_STRUCT(PromiseDrawn, id, left, version)

struct SetRebate {
    Id<Deal> deal_id;
    Money amount;
    FilledText reason;
};
FORECOURT_STRUCT(SetRebate, deal_id, amount, reason)

inline constexpr Refusal fitting_not_found{"fitting_not_found", RefusalKind::not_found};
inline constexpr Refusal fitting_is_done{"fitting_is_done"};
inline constexpr Refusal fitting_cost_wrong{"fitting_cost_wrong", RefusalKind::unprocessable};
inline constexpr Refusal promise_out_of_range{"promise_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal rebate_wrong{"rebate_wrong", RefusalKind::unprocessable};

}  // namespace forecourt::deals
