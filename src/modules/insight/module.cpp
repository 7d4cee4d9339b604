#include <modules/insight/module.h>

#include <modules/insight/promise/promise_keeping.h>
#include <modules/insight/promise/promise_views.h>

namespace forecourt::insight {
namespace {

using enum Role;

}  // namespace

const Module insight_module{
    .name = "insight",
    .needs = {"log", "standards", "customers", "deals", "workshop"},
    .actions = {},
    .views = {&promise_list, &promise_summary, &case_promises},
    .grants = {{promise_read,
                {gm, sales_manager, sales, delivery, advisor, foreman, care, cashier, finance, admin}},
               {figures_read, {gm, sales_manager, foreman, care, finance, admin}}},
    .events = {},
    .handlers = {{"deals.contract_signed", on_contract_signed},
                 {"deals.deal_delivered", on_deal_delivered},
                 {"deals.deal_cancelled", on_deal_cancelled},
                 {"deals.contract_cancelled", on_deal_cancelled},
                 {"workshop.car_received", on_car_received},
                 {"workshop.promise_changed", on_promise_changed},
                 {"workshop.consent_answered", on_consent_answered},
                 {"workshop.quality_passed", on_quality_passed},
                 {"workshop.order_handed_back", on_order_handed_back},
                 {"workshop.order_cancelled", on_order_cancelled}},
    .jobs = {}};

}  // namespace forecourt::insight
