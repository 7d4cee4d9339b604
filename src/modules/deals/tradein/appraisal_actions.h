#pragma once
#include <action/view.h>
#include <modules/deals/quote/deal_views.h>
#include <modules/deals/tradein/appraisal.h>

namespace forecourt::deals {

extern const Action<AppraiseTradeIn, AppraisalMade> appraise_trade_in;
extern const Action<AcceptTradeIn, DealChanged> accept_trade_in;

struct AppraisalLine {
    Appraisal appraisal;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(AppraisalLine, appraisal, allowed_actions)
struct DealAppraisals {
    std::vector<AppraisalLine> appraisals;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealAppraisals, appraisals, allowed_actions)

extern const View<DealIn, DealAppraisals> deal_appraisals;

}  // namespace forecourt::deals
