#include <gtest/gtest.h>
#include <mail/webhook.h>
#include <modules/payments/qr/gateway.h>
#include <modules/payments/qr/qr_rules.h>

namespace forecourt::payments {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Notice, is_booked_once_and_only_when_it_fits) {
    struct Case {
        Money told;
        bool known, has_order;
        QrState state;
        Money due, paid;
        NoticeOutcome outcome;
        NoticeQuestion question;
    };
    using enum NoticeOutcome;
    using Q = NoticeQuestion;
    const Case cases[] = {
        {yuan(50), false, true, QrState::waiting, yuan(100), yuan(0), booked, Q::none},
        {yuan(50), false, true, QrState::waiting, yuan(100), yuan(50), booked, Q::none},
        {yuan(50), true, true, QrState::paid, yuan(100), yuan(50), repeated, Q::none},
        {yuan(50), false, true, QrState::paid, yuan(100), yuan(50), questioned, Q::paid_twice},
        // Closed at the desk, but the customer was quicker: the money is there and still open.
        {yuan(50), false, true, QrState::closed, yuan(100), yuan(0), booked, Q::none},
        {yuan(50), false, true, QrState::waiting, yuan(100), {5001}, questioned, Q::nothing_open},
        {{5001}, false, true, QrState::waiting, yuan(100), yuan(0), questioned, Q::wrong_amount},
        {{4999}, false, true, QrState::waiting, yuan(100), yuan(0), questioned, Q::wrong_amount},
        {yuan(50), false, false, QrState::waiting, yuan(100), yuan(0), questioned, Q::unknown_order},
    };
    for (const auto& c : cases) {
        const QrOrder order{.state = c.state, .amount = yuan(50)};
        const Due due{.amount = c.due, .paid = c.paid};
        const Notice before{.outcome = booked};
        const auto decided = decide_notice({.amount = c.told}, c.known ? &before : nullptr,
                                           c.has_order ? &order : nullptr, c.has_order ? &due : nullptr);
        EXPECT_EQ(decided.outcome, c.outcome) << c.told.fen << name_of(c.question);
        EXPECT_EQ(decided.question, c.question) << c.told.fen;
    }
}

TEST(Notice, is_cleared_once) {
    EXPECT_EQ(name_or_ok(may_clear({.outcome = NoticeOutcome::questioned})), "ok");
    EXPECT_EQ(name_or_ok(may_clear({.outcome = NoticeOutcome::booked})), "notice_is_cleared");
    EXPECT_EQ(name_or_ok(may_clear({.outcome = NoticeOutcome::questioned, .cleared_at = Instant{1}})),
              "notice_is_cleared");
}

TEST(QrOrder, is_for_what_is_open) {
    const Due due{.amount = yuan(100), .paid = yuan(40)};
    EXPECT_EQ(name_or_ok(check_qr(due, {.amount = yuan(60)})), "ok");
    EXPECT_EQ(name_or_ok(check_qr(due, {.amount = {6001}})), "payment_over_due");
    EXPECT_EQ(name_or_ok(check_qr(due, {.amount = {0}})), "amount_not_positive");
    EXPECT_EQ(name_or_ok(check_qr({.amount = yuan(1), .paid = yuan(1)}, {.amount = {1}})), "nothing_is_due");
    EXPECT_EQ(name_or_ok(may_close({.state = QrState::waiting})), "ok");
    EXPECT_EQ(name_or_ok(may_close({.state = QrState::paid})), "qr_is_paid");
    EXPECT_EQ(name_or_ok(may_close({.state = QrState::closed})), "qr_is_closed");
}

TEST(GatewayRefund, goes_back_the_way_it_came_and_once) {
    const QrOrder order{};
    const GatewayRefund waiting{.state = GatewayRefundState::waiting};
    const GatewayRefund failed{.state = GatewayRefundState::failed};
    struct Case {
        RefundState state;
        const QrOrder* order;
        const GatewayRefund* sent;
        const char* wanted;
    };
    const Case cases[] = {
        {RefundState::granted, &order, nullptr, "ok"},
        {RefundState::granted, nullptr, nullptr, "payment_not_by_gateway"},
        {RefundState::granted, &order, &waiting, "refund_is_sent"},
        {RefundState::granted, &order, &failed, "ok"},
        {RefundState::asked, &order, nullptr, "refund_not_granted"},
        {RefundState::declined, &order, nullptr, "refund_is_declined"},
        {RefundState::paid, &order, nullptr, "refund_is_paid"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(name_or_ok(may_refund_by_gateway({.state = c.state}, c.order, c.sent)), c.wanted);
    }
    EXPECT_EQ(name_or_ok(may_pay_by_hand(&waiting)), "refund_is_sent");
    EXPECT_EQ(name_or_ok(may_pay_by_hand(&failed)), "ok");
    EXPECT_EQ(refund_wait_after(1)->ms, 10'000);
    EXPECT_FALSE(refund_wait_after(10).has_value());
}

TEST(Gateway, believes_the_right_signature_of_now) {
    const Instant now{1'790'000'000'000};
    const auto gateway =
        http_gateway({.url = "http://127.0.0.1:9", .secret = "s", .notify_url = "http://h/api/gateway"});
    using enum QrGateway::Signature;
    struct Case {
        const char *secret, *body;
        Instant at;
        QrGateway::Signature wanted;
    };
    const Case cases[] = {
        {"s", "{}", now, right},
        {"s", "{}", now - minutes(5), right},
        {"s", "{}", now - minutes(5) - seconds(1), too_old},
        {"s", "{}", now + minutes(6), too_old},  // or signed in the future
        {"other", "{}", now, wrong},
        {"s", "{ }", now, wrong},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(gateway->check("{}", mail::webhook_signature(c.secret, c.body, c.at), now), c.wanted)
            << c.secret;
    }
    EXPECT_EQ(gateway->check("{}", "", now), wrong);
    const QrAsked asked{
        .store_id = 7, .order_number = "QR1", .amount = yuan(5), .title = "购车 1", .expires_at = now};
    EXPECT_EQ(gateway->code_text(asked).find("http://127.0.0.1:9/pay?order=QR1&amount=500&title=%E8%B4%AD"),
              0U);
    EXPECT_NE(gateway->code_text(asked).find("notify=http%3A%2F%2Fh%2Fapi%2Fgateway%2F7"), std::string::npos);
    EXPECT_NE(pay_signature("s", "a"), pay_signature("t", "a"));
}

}  // namespace
}  // namespace forecourt::payments
