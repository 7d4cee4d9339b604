#pragma once
#include <action/module.h>
#include <modules/deals/extras/extras.h>

namespace forecourt::deals {

inline constexpr Right fitting_write{"deals.fitting_write"};
inline constexpr Right promise_draw{"deals.promise_draw"};
inline constexpr Right margin_read{"deals.margin_read"};

extern const Action<FinishFitting, Nothing> finish_fitting;
extern const Action<AddPromise, DealChanged> add_promise;
extern const Action<DrawPromise, PromiseDrawn> draw_promise_action;
extern const Action<SetRebate, Nothing> set_rebate;

/// Every accessory and gift of a signed contract becomes a job to be done before the hand-over.
MaybeRefused plan_fittings(Tx& tx, const Event& event);
MaybeRefused drop_fittings_of(Tx& tx, const Event& event);

}  // namespace forecourt::deals
