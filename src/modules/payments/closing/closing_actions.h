#pragma once
#include <modules/payments/closing/closing.h>

namespace forecourt::payments {

inline constexpr Right day_close{"payments.day_close"};

Takings load_takings(db::Connection& db, Id<Store> store);

extern const Action<CloseDay, DayClosed> close_day;

}  // namespace forecourt::payments
