#include <services/ledger/views.h>
#include <testing/engine_test.h>

namespace forecourt::ledger {
namespace {

using testing::refusal_of;

class LedgerTest : public testing::EngineTest {
  protected:
    void post_all(std::vector<Posting> postings, std::string_view kind = "payments.deposit_received") {
        test.run([&](Tx& tx) { post(tx, kind, {"deal", 42}, postings); });
    }
    void receive_deposit(Money amount, std::int64_t customer) {
        post_all({{Account::bank, amount}, {Account::customer_deposits, -amount, customer}});
    }
    Money balance_of(Account account, std::int64_t customer = 0) {
        return balance(test.db(), test.store(), account, customer);
    }
    std::vector<std::string> faults() { return check_ledger(test.db(), test.store()); }
    void break_it(std::string_view statement) { test.db().script(statement); }
};
FORECOURT_ON_EVERY_ENGINE(LedgerTest);

TEST_P(LedgerTest, balances_follow_every_posting) {
    EXPECT_EQ(balance_of(Account::bank), Money{});
    receive_deposit(yuan(5000), 11);
    receive_deposit(yuan(3000), 12);
    EXPECT_EQ(balance_of(Account::bank), yuan(8000));
    EXPECT_EQ(balance_of(Account::customer_deposits), yuan(-8000));
    EXPECT_EQ(balance_of(Account::customer_deposits, 11), yuan(-5000));
    EXPECT_EQ(balance_of(Account::customer_deposits, 12), yuan(-3000));
    EXPECT_EQ(balance_of(Account::customer_deposits, 13), Money{});
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(test.last_event("ledger.posted")->object("deal"), 42);
}

TEST_P(LedgerTest, an_entry_that_does_not_balance_is_a_mistake_of_ours) {
    EXPECT_THROW(post_all({{Account::bank, {100}}, {Account::cash, {-99}}}), BrokenInvariant);
    EXPECT_THROW(post_all({{Account::bank, {100}}, {Account::cash, {0}}}), BrokenInvariant);
    EXPECT_EQ(balance_of(Account::bank), Money{});
}

TEST_P(LedgerTest, what_is_worth_nothing_is_not_booked) {
    post_all({{Account::bank, {0}}, {Account::cash, {0}}});
    post_all({});
    EXPECT_TRUE(test.view(entries, {})->rows.empty());
    EXPECT_EQ(balance_of(Account::bank), Money{});
}

TEST_P(LedgerTest, postings_of_nothing_are_left_out) {
    post_all({{Account::cash, {100}}, {Account::rounding, {0}}, {Account::labour_revenue, {-100}}});
    const auto view = test.view(entries, {});
    ASSERT_EQ(view->rows.size(), 1U);
    EXPECT_EQ(view->rows[0].postings.size(), 2U);
    EXPECT_EQ(view->rows[0].amount, Money{100});
}

TEST_P(LedgerTest, an_account_may_appear_twice_in_an_entry) {
    post_all({{Account::cash, {100}}, {Account::labour_revenue, {-60}}, {Account::labour_revenue, {-40}}});
    EXPECT_EQ(balance_of(Account::labour_revenue), Money{-100});
    EXPECT_TRUE(faults().empty());
}

TEST_P(LedgerTest, the_turnover_of_a_day_ends_before_midnight) {
    const auto midnight = local_instant(date_of({2026, 11, 23}));
    test.now = midnight - Duration{1};
    receive_deposit(yuan(1), 11);
    test.now = midnight;
    receive_deposit(yuan(2), 11);
    post_all({{Account::refunds_payable, yuan(1)}, {Account::bank, yuan(-1)}});
    const auto first = turnover(test.db(), test.store(), Account::bank, midnight - days(1), midnight);
    EXPECT_EQ(first.debit, yuan(1));
    EXPECT_EQ(first.credit, Money{});
    const auto second = turnover(test.db(), test.store(), Account::bank, midnight, midnight + days(1));
    EXPECT_EQ(second.debit, yuan(2));
    EXPECT_EQ(second.credit, yuan(1));
}

TEST_P(LedgerTest, entries_can_be_filtered_and_paged) {
    for (int i = 1; i <= 5; ++i) {
        test.now = test.now + minutes(1);
        receive_deposit(yuan(i), i % 2 ? 11 : 12);
    }
    post_all({{Account::cash, {100}}, {Account::labour_revenue, {-100}}}, "payments.settlement_received");
    const auto page = test.view(entries, {.kind = "payments.deposit_received", .limit = 3});
    ASSERT_EQ(page->rows.size(), 3U);
    EXPECT_EQ(page->rows[0].amount, yuan(5));
    ASSERT_TRUE(page->next);
    const auto rest =
        test.view(entries, {.kind = "payments.deposit_received", .limit = 3, .after = page->next});
    ASSERT_EQ(rest->rows.size(), 2U);
    EXPECT_EQ(rest->rows[1].amount, yuan(1));
    EXPECT_FALSE(rest->next);
    EXPECT_EQ(test.view(entries, {.customer_id = 12})->rows.size(), 2U);
    EXPECT_EQ(test.view(entries, {.account = Account::cash})->rows.size(), 1U);
    EXPECT_EQ(test.view(entries, {.object_type = "deal", .object_id = 42})->rows.size(), 6U);
    EXPECT_EQ(test.view(entries, {.sort = "posted_at"})->rows[0].amount, yuan(1));
    EXPECT_EQ(refusal_of(test.view(entries, {.sort = "kind"})), "sort_not_offered");
    EXPECT_EQ(refusal_of(test.view(entries, {.after = "x"})), "cursor_not_understood");
    test.act_as({9}, {Role::finance}, {2});
    EXPECT_TRUE(test.view(entries, {})->rows.empty());
    EXPECT_TRUE(test.view(trial_balance, {})->rows.empty());
    test.act_as({9}, {Role::sales});
    EXPECT_EQ(refusal_of(test.view(entries, {})), "not_allowed");
}

TEST_P(LedgerTest, the_trial_balance_has_two_equal_sides) {
    receive_deposit(yuan(5000), 11);
    post_all({{Account::cash, {100}}, {Account::labour_revenue, {-100}}});
    const auto view = test.view(trial_balance, {});
    ASSERT_EQ(view->rows.size(), 4U);
    EXPECT_EQ(view->rows[0].account, Account::cash);
    EXPECT_EQ(view->rows[1].account, Account::bank);
    EXPECT_EQ(view->debit, yuan(5001));
    EXPECT_EQ(view->credit, yuan(5001));
    const auto customer = test.view(trial_balance, {.customer_id = 11});
    ASSERT_EQ(customer->rows.size(), 1U);
    EXPECT_EQ(customer->rows[0].credit, yuan(5000));
}

TEST_P(LedgerTest, the_check_finds_every_planted_fault) {
    receive_deposit(yuan(5000), 11);
    struct Case {
        const char* fault;
        std::size_t findings;
    };
    // A changed amount unbalances its entry and two balances: the account's and the customer's.
    const Case cases[] = {
        {"update ledger_posting set amount = amount - 1 where customer_id = 11", 3},
        {"update ledger_balance set balance = balance + 1 where customer_id = 11", 1},
        {"delete from ledger_balance where account = 'bank'", 1},
        {"delete from ledger_posting where account = 'bank'", 2},
        {"delete from ledger_posting", 4},
    };
    for (const auto& c : cases) {
        break_it("savepoint planted");
        break_it(c.fault);
        EXPECT_EQ(faults().size(), c.findings) << c.fault;
        break_it("rollback to savepoint planted");
        break_it("release savepoint planted");
    }
    EXPECT_TRUE(faults().empty());
}

}  // namespace
}  // namespace forecourt::ledger
