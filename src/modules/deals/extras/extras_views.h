#pragma once
#include <action/view.h>
#include <modules/deals/extras/extras_rules.h>
#include <modules/deals/extras/extras_store.h>
#include <modules/deals/quote/deal_views.h>

namespace forecourt::deals {

struct FittingLine {
    Fitting fitting;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(FittingLine, fitting, allowed_actions)

struct PromiseLine {
    Promise promise;
    std::int64_t left{};
    std::optional<Date> ends_on;
    std::vector<DrawRow> draws;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(PromiseLine, promise, left, ends_on, draws, allowed_actions)

/// What belongs to a deal beside its plan: jobs before the hand-over, promises after it.
struct DealExtras {
    std::vector<FittingLine> fittings;
    std::vector<PromiseLine> promises;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealExtras, fittings, promises, allowed_actions)

struct CustomerPromisesIn {
    Id<customers::Customer> customer_id;
};
FORECOURT_STRUCT(CustomerPromisesIn, customer_id)
struct CustomerPromises {
    std::vector<PromiseLine> promises;
};
FORECOURT_STRUCT(CustomerPromises, promises)

/// A reduction that waits for its answer, with what it would leave.
struct AskedDiscount {
    Money amount;
    std::string asked_by_name;
    Instant asked_at;
    std::optional<std::string> endorsed_by_name;  // the step before has said yes
    Money car_price;                              // with it
    Margin margin;
};
FORECOURT_STRUCT(AskedDiscount, amount, asked_by_name, asked_at, endorsed_by_name, car_price, margin)

struct DealMargin {
    Money list_price;
    Margin margin;
    bool car_is_chosen{};
    std::int64_t without_cost{};  // lines that will cost something nobody has said
    std::optional<AskedDiscount> asked;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealMargin, list_price, margin, car_is_chosen, without_cost, asked, allowed_actions)

inline constexpr Right promise_read{"deals.promise_read"};

extern const View<DealIn, DealExtras> deal_extras;
extern const View<CustomerPromisesIn, CustomerPromises> customer_promises;
extern const View<DealIn, DealMargin> deal_margin;

}  // namespace forecourt::deals
