#include <modules/payments/closing/closing_actions.h>
#include <modules/payments/module.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_views.h>
#include <modules/payments/refund/refund_actions.h>

namespace forecourt::payments {

const Module payments_module{
    .name = "payments",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "ledger", "customers"},
    .actions = {&receive_payment, &request_refund, &pay_refund, &close_day},
    .views = {&due_list, &due_record, &paid_for_object, &payment_list, &payment_record, &receipt_pdf,
              &refund_list, &closing_preview, &closing_list},
    .grants = {{payment_receive, {Role::cashier, Role::finance, Role::gm}},
               {payment_read, {Role::cashier, Role::finance, Role::sales_manager, Role::gm}},
               {paid_read,
                {Role::cashier, Role::finance, Role::sales, Role::sales_manager, Role::delivery,
                 Role::advisor, Role::foreman, Role::care, Role::gm, Role::customer}},
               {refund_request,
                {Role::cashier, Role::finance, Role::sales, Role::sales_manager, Role::advisor, Role::gm}},
               {refund_pay, {Role::cashier, Role::finance}},
               {day_close, {Role::cashier, Role::finance, Role::gm}}},
    .events = {"payments.due_set", "payments.payment_received", "payments.paid_up",
               "payments.refund_requested", "payments.refund_granted", "payments.refund_declined",
               "payments.refund_paid", "payments.day_closed"},
    .handlers = {{"approvals.granted", on_refund_granted}, {"approvals.declined", on_refund_declined}},
    .jobs = {},
};

}  // namespace forecourt::payments
