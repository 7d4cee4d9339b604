#include <gtest/gtest.h>
#include <modules/payments/closing/closing_rules.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/refund/refund_rules.h>

namespace forecourt::payments {
namespace {

using ledger::Account;

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

Due due_of(Money amount, Money paid, DueKind kind = DueKind::prepayment) {
    return {.customer_id = {30}, .kind = kind, .amount = amount, .paid = paid};
}

// security 13
TEST(Payment, comes_in_up_to_what_is_open) {
    struct Case {
        Money amount, paid;
        PaymentMeans means;
        Money given;
        const char* reference;
        const char* wanted;
    };
    const Case cases[] = {
        {yuan(100), yuan(0), PaymentMeans::cash, yuan(100), "", "ok"},
        {yuan(100), yuan(40), PaymentMeans::cash, yuan(60), "", "ok"},
        {yuan(100), yuan(40), PaymentMeans::cash, {6001}, "", "payment_over_due"},  // a fen more
        {yuan(100), yuan(0), PaymentMeans::cash, {1}, "", "ok"},
        {yuan(100), yuan(0), PaymentMeans::cash, {0}, "", "amount_not_positive"},
        {yuan(100), yuan(0), PaymentMeans::cash, {-1}, "", "amount_not_positive"},
        {yuan(100), yuan(100), PaymentMeans::cash, {1}, "", "nothing_is_due"},
        {yuan(50), yuan(100), PaymentMeans::cash, {1}, "", "nothing_is_due"},
        {yuan(100), yuan(0), PaymentMeans::card, yuan(10), "", "reference_missing"},
        {yuan(100), yuan(0), PaymentMeans::transfer, yuan(10), "  ", "reference_missing"},
        {yuan(100), yuan(0), PaymentMeans::qr, yuan(10), "", "reference_missing"},
        {yuan(100), yuan(0), PaymentMeans::qr, yuan(10), "4200", "ok"},
    };
    for (const auto& c : cases) {
        const ReceivePayment in{.means = c.means, .amount = c.given, .reference = c.reference};
        EXPECT_EQ(name_or_ok(check_payment(due_of(c.amount, c.paid), in)), c.wanted)
            << to_text(c.given) << ' ' << name_of(c.means);
    }
    const auto refused =
        check_payment(due_of(yuan(100), yuan(40)), {.means = PaymentMeans::cash, .amount = yuan(61)});
    EXPECT_EQ(refused->details.at(0).second, "60.00");
}

TEST(Payment, what_comes_in_is_the_deposit_until_that_is_complete) {
    auto agreed = due_of(yuan(100), yuan(3));
    agreed.deposit = yuan(5);
    EXPECT_EQ(kind_of(agreed, yuan(2)), PaymentKind::deposit);
    agreed.paid = yuan(5);
    EXPECT_EQ(kind_of(agreed, yuan(2)), PaymentKind::balance);
    // Where none was agreed, the first part is it.
    EXPECT_EQ(kind_of(due_of(yuan(100), yuan(0)), yuan(99)), PaymentKind::deposit);
    EXPECT_EQ(kind_of(due_of(yuan(100), yuan(0)), yuan(100)), PaymentKind::balance);
    EXPECT_EQ(kind_of(due_of(yuan(100), yuan(1)), yuan(1)), PaymentKind::balance);
    EXPECT_EQ(kind_of(due_of(yuan(100), yuan(0), DueKind::settlement), yuan(1)), PaymentKind::settlement);
}

TEST(Payment, is_posted_in_balance) {
    struct Case {
        DueKind kind;
        PaymentMeans means;
        Account money, owed;
    };
    const Case cases[] = {
        {DueKind::prepayment, PaymentMeans::cash, Account::cash, Account::customer_deposits},
        {DueKind::prepayment, PaymentMeans::card, Account::card_clearing, Account::customer_deposits},
        {DueKind::settlement, PaymentMeans::transfer, Account::bank, Account::customer_receivable},
        {DueKind::settlement, PaymentMeans::qr, Account::qr_clearing, Account::customer_receivable},
    };
    for (const auto& c : cases) {
        const auto postings = postings_of(due_of(yuan(100), yuan(0), c.kind), c.means, yuan(70));
        ASSERT_EQ(postings.size(), 2u);
        EXPECT_EQ(postings[0].account, c.money);
        EXPECT_EQ(postings[0].amount, yuan(70));
        EXPECT_EQ(postings[0].customer_id, 0);
        EXPECT_EQ(postings[1].account, c.owed);
        EXPECT_EQ(postings[1].amount, yuan(-70));
        EXPECT_EQ(postings[1].customer_id, 30);
    }
}

// security 13, 15
TEST(Refund, goes_up_to_what_was_paid_and_not_asked_back_before) {
    struct Case {
        Money refunded, waiting, asked;
        const char* wanted;
    };
    const Case cases[] = {
        {yuan(0), yuan(0), yuan(100), "ok"},
        {yuan(0), yuan(0), {10001}, "refund_over_payment"},
        {yuan(30), yuan(20), yuan(50), "ok"},
        {yuan(30), yuan(20), {5001}, "refund_over_payment"},
        {yuan(0), yuan(0), {0}, "amount_not_positive"},
    };
    const Due due{.amount = yuan(500), .paid = yuan(500)};
    for (const auto& c : cases) {
        const Payment payment{.amount = yuan(100), .refunded = c.refunded};
        const RequestRefund in{.amount = c.asked};
        EXPECT_EQ(name_or_ok(check_request(payment, due, {c.waiting, c.waiting}, in)), c.wanted)
            << to_text(c.asked);
    }
    const Payment all_back{.amount = yuan(100), .refunded = yuan(60)};
    EXPECT_EQ(name_or_ok(may_request_refund(all_back, due, {yuan(40), yuan(40)})), "refund_over_payment");
    EXPECT_EQ(name_or_ok(may_request_refund(all_back, due, {yuan(39), yuan(39)})), "ok");
}

TEST(Refund, leaves_what_the_store_keeps) {
    struct Case {
        Money kept, waiting_of_due, asked;
        const char* wanted;
    };
    const Case cases[] = {
        {yuan(50), yuan(0), yuan(100), "ok"},
        {yuan(51), yuan(0), yuan(100), "deposit_is_kept"},
        {yuan(50), yuan(30), yuan(70), "ok"},
        {yuan(50), yuan(30), {7001}, "deposit_is_kept"},
        {yuan(150), yuan(0), {1}, "deposit_is_kept"},
        {yuan(50), yuan(0), {10001}, "refund_over_payment"},
        // Kept before that was written down, and refunded since: nothing is left, and not less.
        {yuan(200), yuan(0), {1}, "deposit_is_kept"},
    };
    const Payment payment{.amount = yuan(100)};
    for (const auto& c : cases) {
        const Due due{.amount = c.kept, .paid = yuan(150), .kept = c.kept};
        EXPECT_EQ(name_or_ok(check_request(payment, due, {yuan(0), c.waiting_of_due}, {.amount = c.asked})),
                  c.wanted)
            << to_text(c.asked);
    }
    const Due kept{.amount = yuan(80), .paid = yuan(150), .kept = yuan(80)};
    EXPECT_EQ(refundable(payment, kept, {}), yuan(70));
    EXPECT_EQ(refundable(payment, {.paid = yuan(10), .kept = yuan(20)}, {}), yuan(0));
    EXPECT_EQ(name_or_ok(may_request_refund(payment, kept, {})), "ok");
    EXPECT_EQ(name_or_ok(may_request_refund(payment, kept, {yuan(0), yuan(70)})), "deposit_is_kept");
}

// security 15
TEST(Refund, the_general_manager_decides_beyond_the_limit_of_finance) {
    EXPECT_EQ(refund_decider(yuan(10'000)), Role::finance);
    EXPECT_EQ(refund_decider({yuan(10'000).fen + 1}), Role::gm);
}

TEST(Refund, is_paid_once_and_only_when_granted) {
    struct Case {
        RefundState state;
        PaymentMeans means;
        const char* reference;
        Money drawer;
        const char* wanted;
    };
    const Case cases[] = {
        {RefundState::asked, PaymentMeans::cash, "", yuan(100), "refund_not_granted"},
        {RefundState::granted, PaymentMeans::cash, "", yuan(100), "ok"},
        {RefundState::granted, PaymentMeans::cash, "", {9999}, "drawer_holds_less"},
        {RefundState::granted, PaymentMeans::transfer, "", yuan(100), "reference_missing"},
        {RefundState::granted, PaymentMeans::transfer, "B1", yuan(0), "ok"},
        {RefundState::declined, PaymentMeans::cash, "", yuan(100), "refund_is_declined"},
        {RefundState::paid, PaymentMeans::cash, "", yuan(100), "refund_is_paid"},
    };
    for (const auto& c : cases) {
        const PayRefund in{.means = c.means, .reference = c.reference};
        EXPECT_EQ(name_or_ok(check_pay_refund({.state = c.state, .amount = yuan(100)}, in, c.drawer)),
                  c.wanted)
            << name_of(c.state);
    }
}

TEST(Closing, a_difference_needs_a_reason) {
    struct Case {
        Money counted, banked;
        const char* note;
        const char* wanted;
    };
    const Case cases[] = {
        {yuan(500), yuan(500), "", "ok"},
        {yuan(500), yuan(0), "", "ok"},
        {{50001}, yuan(0), "", "cash_difference_unexplained"},
        {{49999}, yuan(0), " ", "cash_difference_unexplained"},
        {{49999}, yuan(0), "找零差一分", "ok"},
        {{-1}, yuan(0), "x", "cash_count_negative"},
        {yuan(500), {50001}, "", "cash_banked_wrong"},
        {yuan(500), {-1}, "", "cash_banked_wrong"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(name_or_ok(check_closing(yuan(500), {c.counted, c.banked, c.note})), c.wanted)
            << to_text(c.counted) << ' ' << c.note;
    }
}

TEST(Closing, leaves_in_the_drawer_what_was_not_banked) {
    const auto postings = postings_of_closing(yuan(500), {yuan(498), yuan(400), "少两元"});
    Money sum, cash;
    for (const auto& posting : postings) {
        sum += posting.amount;
        if (posting.account == Account::cash) cash += posting.amount;
    }
    EXPECT_EQ(sum, Money{0});
    EXPECT_EQ(yuan(500) + cash, yuan(98));
}

}  // namespace
}  // namespace forecourt::payments
