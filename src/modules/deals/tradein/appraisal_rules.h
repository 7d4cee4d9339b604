#pragma once
#include <modules/deals/tradein/appraisal.h>

#include <span>

namespace forecourt::deals {

MaybeRefused check_appraisal(const AppraiseTradeIn& in, Date today);
MaybeRefused may_accept_trade_in(const Appraisal& appraisal, std::span<const DealLine> lines, Date today);
/// What the plan's line says: "2019款 朗逸 1.5L · …123456".
std::string trade_in_title(const Appraisal& appraisal);

}  // namespace forecourt::deals
