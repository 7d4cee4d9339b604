#include <modules/payments/closing/closing_actions.h>
#include <modules/payments/module.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_views.h>
#include <modules/payments/qr/qr_actions.h>
#include <modules/payments/qr/qr_views.h>
#include <modules/payments/refund/refund_actions.h>

namespace forecourt::payments {

const Module payments_module{
    .name = "payments",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "ledger", "customers"},
    .actions = {&receive_payment, &request_qr, &close_qr, &take_notice, &clear_notice, &request_refund,
                &pay_refund, &refund_by_gateway, &close_day},
    .views = {&due_list, &due_record, &paid_for_object, &payment_list, &payment_record, &receipt_pdf,
              &refund_list, &closing_preview, &closing_list, &takings_by_month, &qr_of_due, &notice_list},
    .grants = {{payment_receive, {Role::cashier, Role::finance, Role::gm}},
               {payment_read, {Role::cashier, Role::finance, Role::sales_manager, Role::gm}},
               {paid_read,
                {Role::cashier, Role::finance, Role::sales, Role::sales_manager, Role::delivery,
                 Role::advisor, Role::foreman, Role::care, Role::gm, Role::customer}},
               {refund_request,
                {Role::cashier, Role::finance, Role::sales, Role::sales_manager, Role::advisor, Role::gm}},
               {notice_take, {Role::system}},
               {notice_clear, {Role::finance, Role::gm}},
               {refund_pay, {Role::cashier, Role::finance}},
               {day_close, {Role::cashier, Role::finance, Role::gm}}},
    .events = {"payments.due_set", "payments.payment_received", "payments.paid_up",
               "payments.refund_requested", "payments.refund_granted", "payments.refund_declined",
               "payments.refund_paid", "payments.day_closed", "payments.qr_requested", "payments.qr_closed",
               "payments.notice_questioned", "payments.notice_cleared", "payments.refund_sent",
               "payments.refund_not_taken"},
    .handlers = {{"approvals.granted", on_refund_granted}, {"approvals.declined", on_refund_declined}},
    .jobs = {},
};

}  // namespace forecourt::payments
