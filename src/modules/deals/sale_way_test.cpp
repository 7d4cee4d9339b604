#include <modules/deals/contract/contract_actions.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_views.h>
#include <modules/delivery/api.h>
#include <modules/payments/closing/closing_actions.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_views.h>
#include <modules/payments/refund/refund_actions.h>
#include <services/ledger/api.h>
#include <testing/sale_setting.h>

// From the quote to the signed contract and the cashier, through the actions, on both engines.
namespace forecourt::deals {
namespace {

using ledger::Account;
using payments::PaymentMeans;
using testing::refusal_of;

class SaleWayTest : public testing::SaleSetting {
  protected:
    QuoteStarted quote(std::optional<Id<vehicles::Car>> of_car = {}) {
        seller();
        StartQuote in{.customer_id = customer, .car_id = of_car};
        if (!of_car) in.model_id = automatic;
        const auto started = test.action(start_quote, in);
        ensure(started.ok());
        return *started;
    }
    std::int64_t version(Id<Deal> id) { return find_deal(test.db(), home, id)->version; }
    DealState state(Id<Deal> id) { return find_deal(test.db(), home, id)->state; }
    Money balance(Account account) { return ledger::balance(test.db(), home, account); }

    Result<DealChanged> discount(Id<Deal> id, Money amount) {
        return test.action(set_discount,
                           {.deal_id = id, .version = version(id), .amount = amount, .reason = {"老客户"}});
    }
    Result<LineAdded> line(Id<Deal> id, DealLineKind kind, const char* title, Money amount) {
        return test.action(add_line, {.deal_id = id,
                                      .version = version(id),
                                      .kind = kind,
                                      .title = title,
                                      .explanation = "客户自愿选择",
                                      .amount = amount});
    }
    Result<ContractDrafted> draft(Id<Deal> id, Money deposit = yuan(10'000),
                                  const char* address = "北京市朝阳区") {
        const Date today = local_date(test.now);
        return test.action(draft_contract, {.deal_id = id,
                                            .version = version(id),
                                            .deposit = deposit,
                                            .pay_by = today + 3,
                                            .deliver_on = today + 5,
                                            .buyer_identity = IdentityNumber{"11010519491231002X"},
                                            .buyer_address = address});
    }
    Result<ContractSigned> sign(Id<Deal> id, const std::string& hash) {
        return test.action(sign_contract, {.deal_id = id,
                                           .version = version(id),
                                           .contents_hash = hash,
                                           .signed_name = {"王芳"},
                                           .signature = signature});
    }
    Id<Deal> signed_deal(Id<vehicles::Car> of_car) {
        const auto started = quote(of_car);
        const auto drafted = draft(started.id);
        ensure(drafted.ok());
        ensure(sign(started.id, drafted->contents_hash).ok());
        return started.id;
    }
    Result<payments::PaymentReceived> pay(Id<Deal> id, Money amount,
                                          PaymentMeans means = PaymentMeans::cash) {
        as(cashier, Role::cashier);
        const auto due = payments::find_due(test.db(), home, {"deal", id});
        ensure(due.has_value());
        return test.action(payments::receive_payment,
                           {.due_id = due->id, .means = means, .amount = amount, .reference = "R1"});
    }
};
FORECOURT_ON_EVERY_ENGINE(SaleWayTest);

TEST_P(SaleWayTest, a_quote_is_computed_line_by_line) {
    const auto started = quote();
    EXPECT_EQ(started.total, yuan(124'020));
    const auto options = test.view(vehicles::model_record, {automatic})->options;
    const auto added = test.action(
        add_line,
        {.deal_id = started.id, .version = 1, .kind = DealLineKind::option, .option_id = options[0].id});
    ASSERT_TRUE(added) << refusal_of(added);
    EXPECT_EQ(added->total, yuan(124'020 + 5'650 + 500));  // and its purchase tax
    ASSERT_TRUE(line(started.id, DealLineKind::insurance, "商业保险", yuan(4'000)));
    ASSERT_TRUE(line(started.id, DealLineKind::gift, "脚垫", yuan(300)));
    EXPECT_EQ(refusal_of(line(started.id, DealLineKind::gift, "贴膜", yuan(2'000))), "gift_beyond_limit");
    const auto removed =
        test.action(remove_quote_line,
                    {.deal_id = started.id, .version = version(started.id), .line_id = added->line_id});
    ASSERT_TRUE(removed) << refusal_of(removed);
    EXPECT_EQ(removed->total, yuan(128'020));
    EXPECT_EQ(refusal_of(test.action(
                  remove_quote_line,
                  {.deal_id = started.id, .version = version(started.id), .line_id = added->line_id})),
              "line_not_found");
    const auto december = test.action(
        set_bought_on,
        {.deal_id = started.id, .version = version(started.id), .bought_on = date_of({2026, 12, 1})});
    ASSERT_TRUE(december);
    EXPECT_EQ(december->total, yuan(127'985));  // a month of vehicle tax less
    const auto record = test.view(deal_record, {started.id});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->lines.size(), 6U);
    EXPECT_EQ(record->sums.total, record->deal.total);
    EXPECT_EQ(record->my_limit, yuan(2'260));
    const auto plan = test.view(plan_pdf, {started.id});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(plan->body.starts_with("%PDF"));
    const auto offered = test.action(offer_quote, {.deal_id = started.id, .version = version(started.id)});
    ASSERT_TRUE(offered);
    EXPECT_EQ(state(started.id), DealState::offered);
    ASSERT_TRUE(line(started.id, DealLineKind::fee, "上牌服务", yuan(500)));
    EXPECT_EQ(state(started.id), DealState::draft);  // what changes must be offered again
    EXPECT_EQ(refusal_of(test.action(offer_quote, {.deal_id = started.id,
                                                   .version = version(started.id),
                                                   .valid_until = local_date(test.now) + -1})),
              "valid_until_past");
    const auto preview = test.view(tax_preview, {.model_id = automatic});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->total, yuan(124'020));
}

TEST_P(SaleWayTest, what_a_quote_refuses) {
    seller();
    EXPECT_EQ(refusal_of(test.action(start_quote, {.customer_id = customer})), "car_or_model_needed");
    EXPECT_EQ(refusal_of(test.action(start_quote, {.customer_id = {1}, .model_id = automatic})),
              "customer_not_found");
    EXPECT_EQ(
        refusal_of(test.action(start_quote, {.customer_id = customer, .model_id = Id<vehicles::Model>{1}})),
        "model_not_found");
    const auto demo = demo_car(automatic);
    const auto stick = car(manual);
    seller();
    EXPECT_EQ(refusal_of(test.action(start_quote, {.customer_id = customer, .car_id = demo})),
              "car_not_available");
    EXPECT_EQ(refusal_of(test.action(start_quote,
                                     {.customer_id = customer, .model_id = automatic, .car_id = stick})),
              "car_is_other_model");
    EXPECT_EQ(refusal_of(test.action(
                  start_quote,
                  {.customer_id = customer, .model_id = automatic, .bought_on = date_of({2028, 1, 1})})),
              "tax_table_not_valid");
    const auto started = quote();
    EXPECT_EQ(refusal_of(test.action(choose_car, {.deal_id = started.id, .version = 1, .car_id = stick})),
              "car_is_other_model");
    EXPECT_EQ(refusal_of(draft(started.id)), "car_not_chosen");
    EXPECT_EQ(refusal_of(test.action(choose_car, {.deal_id = {1}, .version = 1, .car_id = stick})),
              "deal_not_found");
    boss();
    const auto model = vehicles::find_model(test.db(), home, manual);
    ASSERT_TRUE(
        test.action(vehicles::set_model_offer, {.model_id = manual, .on_offer = false, .version = 1}));
    seller();
    EXPECT_EQ(refusal_of(test.action(start_quote, {.customer_id = customer, .model_id = manual})),
              "model_not_on_offer");
    EXPECT_TRUE(test.action(start_quote, {.customer_id = customer, .car_id = stick}));
}

TEST_P(SaleWayTest, a_discount_beyond_the_limit_is_decided_by_the_manager) {
    const auto started = quote();
    const auto within = discount(started.id, yuan(2'260));
    ASSERT_TRUE(within);
    EXPECT_EQ(within->state, DealState::draft);
    EXPECT_EQ(within->total, yuan(124'020 - 2'260 - 200));
    const auto beyond = discount(started.id, yuan(5'000));
    ASSERT_TRUE(beyond) << refusal_of(beyond);
    EXPECT_EQ(beyond->state, DealState::awaiting_approval);
    EXPECT_EQ(beyond->total, within->total);
    EXPECT_EQ(refusal_of(discount(started.id, yuan(1))), "discount_is_waiting");
    EXPECT_EQ(refusal_of(answer(li, Role::sales, true)), "not_allowed");
    ASSERT_TRUE(answer(manager, Role::sales_manager, true));
    EXPECT_EQ(state(started.id), DealState::draft);
    EXPECT_EQ(find_deal(test.db(), home, started.id)->car_price, yuan(108'000));
    seller();
    const auto again = discount(started.id, yuan(4'999));  // within what was granted
    ASSERT_TRUE(again);
    EXPECT_EQ(again->state, DealState::draft);

    ASSERT_TRUE(discount(started.id, yuan(20'000)));
    ASSERT_TRUE(answer(manager, Role::sales_manager, true));
    EXPECT_EQ(state(started.id), DealState::awaiting_approval);  // endorsed, and asked one step up
    EXPECT_NE(refusal_of(answer(manager, Role::sales_manager, true)),
              "");  // this one is the general manager's
    ASSERT_TRUE(answer({7}, Role::gm, false));
    EXPECT_EQ(state(started.id), DealState::draft);
    EXPECT_EQ(find_deal(test.db(), home, started.id)->car_price, yuan(113'000 - 4'999));

    seller();
    ASSERT_TRUE(discount(started.id, yuan(20'000)));
    ASSERT_TRUE(test.action(withdraw_discount, {.deal_id = started.id, .version = version(started.id)}));
    EXPECT_EQ(
        refusal_of(test.action(withdraw_discount, {.deal_id = started.id, .version = version(started.id)})),
        "discount_not_waiting");
    const auto record = test.view(deal_record, {started.id});
    ASSERT_EQ(record->discounts.size(), 5U);
    EXPECT_EQ(record->discounts[1].state, DiscountState::granted);
    EXPECT_EQ(record->discounts[3].state, DiscountState::declined);
    EXPECT_EQ(record->discounts[4].state, DiscountState::withdrawn);
}

TEST_P(SaleWayTest, a_contract_is_signed_once_as_it_was_read) {
    const auto id = car(automatic);
    const auto started = quote(id);
    const auto rival = quote(id);
    const auto incomplete = test.action(draft_contract, {.deal_id = started.id,
                                                         .version = 1,
                                                         .deposit = yuan(10'000),
                                                         .pay_by = local_date(test.now),
                                                         .deliver_on = local_date(test.now)});
    ASSERT_TRUE(incomplete) << refusal_of(incomplete);
    EXPECT_EQ(incomplete->missing, (std::vector<std::string>{"buyer_identity", "buyer_address"}));
    EXPECT_EQ(refusal_of(sign(started.id, incomplete->contents_hash)), "contract_incomplete");
    const auto drafted = draft(started.id);
    ASSERT_TRUE(drafted) << refusal_of(drafted);
    EXPECT_TRUE(drafted->missing.empty());
    EXPECT_EQ(drafted->contract_number, incomplete->contract_number);
    EXPECT_EQ(refusal_of(sign(started.id, incomplete->contents_hash)), "contract_text_changed");
    const auto text = test.view(contract_to_read, {started.id});
    ASSERT_TRUE(text);
    EXPECT_EQ(text->contents_hash, drafted->contents_hash);
    EXPECT_FALSE(text->text_changed);
    EXPECT_EQ(text->clauses[0].text.find("11010519491231002X"), std::string::npos);  // masked on the screen
    EXPECT_TRUE(test.view(contract_draft_pdf, {started.id})->body.starts_with("%PDF"));
    EXPECT_EQ(refusal_of(discount(started.id, yuan(1))), "contract_is_drafted");

    const auto done = sign(started.id, drafted->contents_hash);
    ASSERT_TRUE(done) << refusal_of(done);
    EXPECT_EQ(vehicles::find_car(test.db(), home, id)->state, vehicles::CarState::locked);
    EXPECT_EQ(payments::find_due(test.db(), home, {"deal", started.id})->amount, drafted->total);
    EXPECT_EQ(refusal_of(sign(started.id, drafted->contents_hash)), "contract_is_signed");
    EXPECT_EQ(refusal_of(test.view(contract_draft_pdf, {started.id})), "contract_is_signed");
    EXPECT_EQ(
        refusal_of(test.action(
            cancel_deal, {.deal_id = started.id, .version = version(started.id), .reason = {"不买了"}})),
        "contract_is_signed");
    const auto second = draft(rival.id);
    ASSERT_TRUE(second) << refusal_of(second);
    EXPECT_EQ(refusal_of(sign(rival.id, second->contents_hash)), "car_not_available");
    ASSERT_TRUE(test.action(withdraw_contract_draft, {.deal_id = rival.id, .version = version(rival.id)}));
    EXPECT_EQ(refusal_of(sign(rival.id, second->contents_hash)), "contract_not_drafted");
    EXPECT_EQ(refusal_of(test.view(contract_to_read, {rival.id})), "contract_not_drafted");
    ASSERT_TRUE(
        test.action(cancel_deal, {.deal_id = rival.id, .version = version(rival.id), .reason = {"车已售"}}));
    EXPECT_EQ(state(rival.id), DealState::cancelled);

    // The archive holds the sealed paper; other customers do not see the deal.
    const auto record = test.view(deal_record, {started.id});
    ASSERT_EQ(record->documents.size(), 1U);
    EXPECT_TRUE(record->documents[0].sealed);
    const auto stranger = new_customer("李强", "13900139000");
    test.act_as_customer(stranger.value, home);
    EXPECT_EQ(refusal_of(test.view(deal_record, {started.id})), "deal_not_found");
    test.act_as_customer(customer.value, home);
    EXPECT_TRUE(test.view(deal_record, {started.id}));
    EXPECT_EQ(test.view(deal_list, {})->rows.size(), 2U);
}

TEST_P(SaleWayTest, money_comes_in_up_to_the_contract_and_goes_back_when_granted) {
    const auto deal = signed_deal(car(automatic));
    const Money total = deal_total(test.db(), home, deal);
    ASSERT_TRUE(pay(deal, yuan(10'000)));
    EXPECT_EQ(balance(Account::cash), yuan(10'000));
    EXPECT_EQ(balance(Account::customer_deposits), yuan(-10'000));
    EXPECT_EQ(refusal_of(pay(deal, total)), "payment_over_due");
    const auto rest = pay(deal, total - yuan(10'000), PaymentMeans::transfer);
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->open, Money{0});
    EXPECT_NE(test.last_event("payments.paid_up"), nullptr);
    EXPECT_EQ(refusal_of(pay(deal, yuan(1))), "nothing_is_due");
    EXPECT_EQ(refusal_of(test.action(payments::receive_payment, {.due_id = {1}, .amount = yuan(1)})),
              "due_not_found");
    const auto receipt = test.view(payments::receipt_pdf, {rest->id});
    ASSERT_TRUE(receipt);
    EXPECT_TRUE(receipt->body.starts_with("%PDF"));
    EXPECT_EQ(test.view(payments::due_list, {.standing = payments::DueStanding::settled})->rows.size(), 1U);
    EXPECT_TRUE(test.view(payments::due_list, {.standing = payments::DueStanding::open})->rows.empty());

    const auto asked = test.action(payments::request_refund,
                                   {.payment_id = rest->id, .amount = yuan(500), .reason = {"多收"}});
    ASSERT_TRUE(asked) << refusal_of(asked);
    const payments::PayRefund pay_back{.refund_id = asked->id, .version = 2, .means = PaymentMeans::cash};
    EXPECT_EQ(refusal_of(test.action(payments::pay_refund, pay_back)), "refund_not_granted");
    ASSERT_TRUE(answer(finance, Role::finance, true));
    as(cashier, Role::cashier);
    const auto paid = test.action(payments::pay_refund, pay_back);
    ASSERT_TRUE(paid) << refusal_of(paid);
    EXPECT_EQ(refusal_of(test.action(payments::pay_refund, {.refund_id = asked->id, .version = 3})),
              "refund_is_paid");
    EXPECT_EQ(balance(Account::cash), yuan(9'500));
    EXPECT_EQ(payments::paid_for(test.db(), home, {"deal", deal}), total - yuan(500));
    const std::map<std::int64_t, Money> of_deals{{deal.value, total - yuan(500)}};
    EXPECT_EQ(payments::paid_for(test.db(), home, "deal", {deal.value, deal.value + 1}), of_deals);
    EXPECT_TRUE(payments::paid_for(test.db(), home, "repair_order", {deal.value}).empty());
    EXPECT_FALSE(payments::is_paid_up(test.db(), home, {"deal", deal}));

    const auto large = test.action(payments::request_refund,
                                   {.payment_id = rest->id, .amount = yuan(20'000), .reason = {"退车"}});
    ASSERT_TRUE(large);
    EXPECT_NE(refusal_of(answer(finance, Role::finance, true)), "");  // beyond the limit of finance
    ASSERT_TRUE(answer({7}, Role::gm, false));
    as(cashier, Role::cashier);
    EXPECT_EQ(refusal_of(test.action(payments::pay_refund, {.refund_id = large->id, .version = 2})),
              "refund_is_declined");
    EXPECT_EQ(refusal_of(test.action(payments::pay_refund, {.refund_id = {1}, .version = 1})),
              "refund_not_found");
    EXPECT_EQ(refusal_of(test.action(payments::request_refund,
                                     {.payment_id = {1}, .amount = yuan(1), .reason = {"x"}})),
              "payment_not_found");

    const auto preview = test.view(payments::closing_preview, {});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->cash_expected, yuan(9'500));
    EXPECT_EQ(preview->takings.received_cash, yuan(10'000));
    EXPECT_EQ(preview->open_dues, yuan(500));
    const auto closed = test.action(
        payments::close_day, {.cash_counted = yuan(9'499), .cash_banked = yuan(9'000), .note = "找零少一元"});
    ASSERT_TRUE(closed) << refusal_of(closed);
    EXPECT_EQ(closed->difference, yuan(-1));
    EXPECT_EQ(balance(Account::cash), yuan(499));
    EXPECT_EQ(balance(Account::rounding), yuan(1));
    EXPECT_EQ(test.view(payments::closing_preview, {})->takings.payments, 0);
    EXPECT_TRUE(ledger::check_ledger(test.db(), home).empty());
    const auto record = test.view(payments::payment_record, {rest->id});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->line.refunds.size(), 2U);
    EXPECT_EQ(test.view(payments::payment_list, {.limit = 1})->rows.size(), 1U);
    EXPECT_EQ(test.view(payments::refund_list, {})->rows.size(), 2U);
    EXPECT_EQ(test.view(payments::closing_list, {})->rows.size(), 1U);
}

TEST_P(SaleWayTest, a_cancelled_contract_keeps_at_most_the_deposit) {
    const auto id = car(automatic);
    const auto deal = signed_deal(id);
    ASSERT_TRUE(pay(deal, yuan(15'000)));
    as(manager, Role::sales_manager);
    CancelContract in{
        .deal_id = deal, .version = version(deal), .reason = {"客户放弃"}, .kept = yuan(10'001)};
    EXPECT_EQ(refusal_of(test.action(cancel_contract, in)), "kept_over_limit");
    in.kept = yuan(10'000);
    seller();
    EXPECT_EQ(refusal_of(test.action(cancel_contract, in)), "not_allowed");
    as(manager, Role::sales_manager);
    const auto cancelled = test.action(cancel_contract, in);
    ASSERT_TRUE(cancelled) << refusal_of(cancelled);
    EXPECT_EQ(vehicles::find_car(test.db(), home, id)->state, vehicles::CarState::in_stock);
    EXPECT_EQ(balance(Account::customer_deposits), yuan(-5'000));
    EXPECT_EQ(balance(Account::other_income), yuan(-10'000));
    as(cashier, Role::cashier);
    const auto overpaid = test.view(payments::due_list, {.standing = payments::DueStanding::overpaid});
    ASSERT_EQ(overpaid->rows.size(), 1U);
    EXPECT_EQ(overpaid->rows[0].overpaid, yuan(5'000));
    as(manager, Role::sales_manager);
    in.version = version(deal);
    EXPECT_EQ(refusal_of(test.action(cancel_contract, in)), "deal_is_cancelled");
}

TEST_P(SaleWayTest, an_amended_contract_is_signed_again_under_its_number) {
    const auto first_car = car(automatic);
    const auto second_car = car(automatic);
    const auto deal = signed_deal(first_car);
    as(manager, Role::sales_manager);
    const auto amended =
        test.action(amend_contract, {.deal_id = deal, .version = version(deal), .reason = {"换颜色"}});
    ASSERT_TRUE(amended) << refusal_of(amended);
    EXPECT_EQ(refusal_of(test.action(amend_contract,
                                     {.deal_id = deal, .version = version(deal), .reason = {"换颜色"}})),
              "contract_not_signed");
    seller();
    ASSERT_TRUE(test.action(choose_car, {.deal_id = deal, .version = version(deal), .car_id = second_car}));
    const auto drafted = draft(deal);
    ASSERT_TRUE(drafted) << refusal_of(drafted);
    ASSERT_TRUE(sign(deal, drafted->contents_hash));
    EXPECT_EQ(vehicles::find_car(test.db(), home, first_car)->state, vehicles::CarState::in_stock);
    EXPECT_EQ(vehicles::find_car(test.db(), home, second_car)->state, vehicles::CarState::locked);
    const auto delivery = delivery::find_delivery_of_deal(test.db(), home, deal);
    EXPECT_EQ(delivery->state, delivery::DeliveryState::preparing);
    EXPECT_EQ(delivery->car_id, second_car);
    const auto record = test.view(deal_record, {deal});
    ASSERT_EQ(record->contracts.size(), 2U);
    EXPECT_EQ(record->contracts[0].number, record->contracts[1].number);
    EXPECT_EQ(record->contracts[1].revision, 2);
    EXPECT_EQ(record->documents.size(), 2U);
    // Amended and then given up: all that was paid is open for a refund.
    ASSERT_TRUE(pay(deal, yuan(8'000)));
    as(manager, Role::sales_manager);
    ASSERT_TRUE(test.action(amend_contract, {.deal_id = deal, .version = version(deal), .reason = {"再议"}}));
    ASSERT_TRUE(test.action(cancel_deal, {.deal_id = deal, .version = version(deal), .reason = {"不买了"}}));
    EXPECT_EQ(payments::find_due(test.db(), home, {"deal", deal})->amount, Money{0});
    EXPECT_EQ(delivery::find_delivery_of_deal(test.db(), home, deal)->state,
              delivery::DeliveryState::cancelled);
}

}  // namespace
}  // namespace forecourt::deals
