#include <gtest/gtest.h>
#include <modules/deals/contract/contract_rules.h>
#include <modules/deals/quote/deal_rules.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }
template <class T>
std::string name_or_ok(const Result<T>& result) {
    return result ? "ok" : std::string(result.refused().name());
}
Date day(const char* text) { return *parse_date(text); }

const TaxedCar petrol{.fuel = vehicles::Fuel::petrol,
                      .displacement_ml = 1498,
                      .seats = 5,
                      .used_by = UsedBy::family,
                      .bought_on = date_of({2026, 11, 22})};

Deal quote_of(Money list_price) {
    return {.state = DealState::draft,
            .model_id = {40},
            .car_id = Id<vehicles::Car>{50},
            .car_title = "星驰 A5",
            .list_price = list_price};
}

std::string plan_text(const std::vector<DealLine>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += std::string(name_of(line.kind)) + " " + to_text(line.amount) + "; ";
    return text;
}

TEST(Plan, begins_with_the_car_and_what_the_state_takes) {
    const Deal deal = quote_of(yuan(113'000));
    const auto lines = recomputed(deal, first_lines(deal), petrol, tax_tables());
    ASSERT_TRUE(lines);
    EXPECT_EQ(plan_text(*lines),
              "car 113,000.00; purchase_tax 10,000.00; compulsory_insurance 950.00; vehicle_tax 70.00; ");
    const PlanSums sums = sums_of(*lines);
    EXPECT_EQ(sums.total, yuan(124'020));
    EXPECT_EQ(sums.car_price, yuan(113'000));
    EXPECT_EQ(sums.passed_on, yuan(11'020));
}

TEST(Plan, a_discount_and_options_change_the_purchase_tax_and_gifts_do_not) {
    Deal deal = quote_of(yuan(113'000));
    deal.discount = yuan(2'260);
    deal.discount_reason = "老客户";
    auto lines = first_lines(deal);
    lines.push_back({.kind = DealLineKind::option, .title = "全景天窗", .amount = yuan(4'520)});
    lines.push_back({.kind = DealLineKind::accessory, .title = "行车记录仪", .amount = yuan(800)});
    lines.push_back({.kind = DealLineKind::gift, .title = "脚垫", .worth = yuan(300)});
    lines.push_back({.kind = DealLineKind::fee, .title = "代办服务", .amount = yuan(500)});
    lines.push_back({.kind = DealLineKind::insurance, .title = "商业保险", .amount = yuan(4'000)});
    lines.push_back({.kind = DealLineKind::trade_in, .title = "旧车", .amount = yuan(-30'000)});
    const auto plan = recomputed(deal, lines, petrol, tax_tables());
    ASSERT_TRUE(plan);
    const PlanSums sums = sums_of(*plan);
    EXPECT_EQ(sums.car_price, yuan(115'260));
    EXPECT_EQ((*plan)[1].amount, yuan(10'200));  // 115,260 / 1.13 * 10 %
    EXPECT_EQ(sums.accessories, yuan(800));
    EXPECT_EQ(sums.fees, yuan(500));
    EXPECT_EQ(sums.trade_in, yuan(30'000));
    EXPECT_EQ(sums.gifts, yuan(300));
    EXPECT_EQ(sums.concession, yuan(2'560));
    EXPECT_EQ(plan->back().kind, DealLineKind::discount);
    EXPECT_EQ(plan->back().explanation, "老客户");
    EXPECT_EQ(sums.total, sums.car_price + sums.accessories + sums.fees + sums.passed_on - sums.trade_in);
}

TEST(Plan, of_a_used_car_is_its_price_and_nothing_for_the_state) {
    Deal deal = quote_of(yuan(80'400));
    deal.used = true;
    deal.bought_on = day("2026-11-22");
    const auto lines = recomputed(deal, first_lines(deal), petrol, tax_tables());
    ASSERT_TRUE(lines);
    EXPECT_EQ(plan_text(*lines), "car 80,400.00; ");
    EXPECT_EQ(*car_vat_basis_points(tax_tables(), deal), 50);
    EXPECT_EQ(name_or_ok(new_line({.kind = DealLineKind::purchase_tax}, deal, *lines, std::nullopt)),
              "used_car_pays_no_purchase_tax");
    EXPECT_EQ(name_or_ok(new_line({.kind = DealLineKind::option, .title = "天窗"}, deal, *lines, {})),
              "line_kind_not_allowed");
    EXPECT_EQ(name_or_ok(may_choose_car(deal)), "used_car_needs_own_quote");
    // Until the end of 2027, and nobody knows yet what comes after.
    deal.bought_on = day("2027-12-31");
    EXPECT_EQ(name_or_ok(recomputed(deal, *lines, petrol, tax_tables())), "ok");
    deal.bought_on = day("2028-01-01");
    EXPECT_EQ(name_or_ok(recomputed(deal, *lines, petrol, tax_tables())), "tax_table_not_valid");
    deal.used = false;
    deal.bought_on = day("2026-11-22");
    EXPECT_EQ(*car_vat_basis_points(tax_tables(), deal), 1300);
    EXPECT_EQ(name_or_ok(may_choose_car(deal)), "ok");
}

TEST(Plan, cannot_be_negative_or_without_a_valid_table) {
    Deal deal = quote_of(yuan(100'000));
    auto lines = first_lines(deal);
    const Money total = sums_of(*recomputed(deal, lines, petrol, tax_tables())).total;
    lines.push_back({.kind = DealLineKind::trade_in, .amount = -total});
    EXPECT_EQ(name_or_ok(recomputed(deal, lines, petrol, tax_tables())), "ok");
    lines.back().amount -= Money{1};
    EXPECT_EQ(name_or_ok(recomputed(deal, lines, petrol, tax_tables())), "total_negative");
    TaxedCar late = petrol;
    late.bought_on = day("2028-01-01");
    EXPECT_EQ(name_or_ok(recomputed(deal, first_lines(deal), late, tax_tables())), "tax_table_not_valid");
    deal.discount = yuan(100'001);
    EXPECT_EQ(name_or_ok(recomputed(deal, first_lines(deal), petrol, tax_tables())), "discount_over_price");
}

TEST(Lines, are_checked_by_their_kind) {
    const Deal deal = quote_of(yuan(100'000));
    std::vector<DealLine> there = first_lines(deal);
    there.push_back({.kind = DealLineKind::option, .option_id = Id<vehicles::ModelOption>{60}});
    const vehicles::OptionFacts option{.id = {61}, .model_id = {40}, .name = "天窗", .price = yuan(5'000)};
    const vehicles::OptionFacts foreign{.id = {62}, .model_id = {41}, .name = "天窗", .price = yuan(5'000)};
    struct Case {
        AddLine in;
        std::optional<vehicles::OptionFacts> option;
        const char* wanted;
    };
    const auto line = [](DealLineKind kind, const char* title, const char* explanation, Money amount) {
        return AddLine{.kind = kind, .title = title, .explanation = explanation, .amount = amount};
    };
    AddLine chosen{.kind = DealLineKind::option, .option_id = Id<vehicles::ModelOption>{61}};
    AddLine twice{.kind = DealLineKind::option, .option_id = Id<vehicles::ModelOption>{60}};
    AddLine of_other{.kind = DealLineKind::option, .option_id = Id<vehicles::ModelOption>{62}};
    const Case cases[] = {
        {line(DealLineKind::car, "车", "", yuan(1)), {}, "line_kind_not_allowed"},
        {line(DealLineKind::discount, "优惠", "", yuan(1)), {}, "line_kind_not_allowed"},
        {line(DealLineKind::purchase_tax, "", "", yuan(0)), {}, "line_is_there"},
        {line(DealLineKind::vehicle_tax, "", "", yuan(0)), {}, "line_is_there"},
        {chosen, option, "ok"},
        {twice, option, "line_is_there"},
        {of_other, foreign, "option_of_other_model"},
        {line(DealLineKind::option, "特殊颜色", "", yuan(0)), {}, "ok"},
        {line(DealLineKind::option, "特殊颜色", "", {-1}), {}, "line_amount_wrong"},
        {line(DealLineKind::accessory, "", "", yuan(100)), {}, "line_needs_title"},
        {line(DealLineKind::accessory, "  ", "", yuan(100)), {}, "line_needs_title"},
        {line(DealLineKind::accessory, "贴膜", "", {1}), {}, "ok"},
        {line(DealLineKind::accessory, "贴膜", "", {0}), {}, "line_amount_wrong"},
        {line(DealLineKind::insurance, "", "", yuan(100)), {}, "line_needs_explanation"},
        {line(DealLineKind::registration, "", " ", yuan(100)), {}, "line_needs_explanation"},
        {line(DealLineKind::fee, "服务", "", yuan(100)), {}, "line_needs_explanation"},
        {line(DealLineKind::fee, "", "跑腿", yuan(100)), {}, "line_needs_title"},
        {line(DealLineKind::fee, "服务", "代办上牌", yuan(100)), {}, "ok"},
        {line(DealLineKind::gift, "脚垫", "", {0}), {}, "line_amount_wrong"},
        {line(DealLineKind::trade_in, "", "", yuan(20'000)), {}, "ok"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(name_or_ok(new_line(c.in, deal, there, c.option)), c.wanted)
            << name_of(c.in.kind) << ' ' << c.in.title;
    }
    const auto gift = new_line(line(DealLineKind::gift, "脚垫", "", yuan(300)), deal, there, {});
    EXPECT_EQ(gift->amount, Money{0});
    EXPECT_EQ(gift->worth, yuan(300));
    EXPECT_EQ(new_line(line(DealLineKind::trade_in, "", "", yuan(7)), deal, there, {})->amount, yuan(-7));
    EXPECT_EQ(new_line(chosen, deal, there, option)->amount, yuan(5'000));
    EXPECT_EQ(name_or_ok(check_remove({.kind = DealLineKind::car})), "line_kind_not_allowed");
    EXPECT_EQ(name_or_ok(check_remove({.kind = DealLineKind::discount})), "line_kind_not_allowed");
    EXPECT_EQ(name_or_ok(check_remove({.kind = DealLineKind::purchase_tax})), "ok");
}

DiscountLimits shipped_limits() {
    return {{{Role::sales, 200}, {Role::sales_manager, 500}, {Role::gm, 10'000}}};
}

TEST(Discount, what_a_table_of_limits_must_be) {
    using enum Role;
    const struct {
        const char* said;
        DiscountLimits table;
    } cases[] = {
        {"ok", shipped_limits()},
        {"ok", {{{sales, 0}, {gm, 1}}}},
        {"ok", {{{sales_manager, 300}}}},
        {"limit_missing", {}},
        {"limit_missing", {{{sales, 200}}}},
        {"limit_out_of_range", {{{host, 100}, {gm, 200}}}},
        {"limit_out_of_range", {{{sales, -1}, {gm, 200}}}},
        {"limit_out_of_range", {{{sales, 100}, {gm, 10'001}}}},
        {"limit_twice", {{{sales, 100}, {sales, 200}, {gm, 300}}}},
        {"limits_not_rising", {{{sales, 200}, {sales_manager, 200}, {gm, 300}}}},
        {"limits_not_rising", {{{gm, 300}, {sales_manager, 200}}}},
    };
    for (const auto& c : cases) EXPECT_EQ(name_or_ok(may_hold(c.table)), c.said);
}

TEST(Discount, is_given_up_to_the_limit_of_the_role) {
    const auto limit = [](std::vector<Role> roles) {
        return discount_limit_of(shipped_limits(), roles, yuan(200'000));
    };
    EXPECT_EQ(limit({Role::sales}), yuan(4'000));
    EXPECT_EQ(limit({Role::sales_manager}), yuan(10'000));
    EXPECT_EQ(limit({Role::sales, Role::sales_manager}), yuan(10'000));
    EXPECT_EQ(limit({Role::gm}), yuan(200'000));
    EXPECT_EQ(limit({Role::host}), Money{0});
    EXPECT_EQ(limit({}), Money{0});

    const auto decider = [](Money concession) {
        return discount_decider(shipped_limits(), yuan(200'000), concession);
    };
    EXPECT_EQ(decider({yuan(4'000).fen + 1}), Role::sales_manager);
    EXPECT_EQ(decider(yuan(10'000)), Role::sales_manager);
    EXPECT_EQ(decider({yuan(10'000).fen + 1}), Role::gm);
    EXPECT_EQ(decider(yuan(300'000)), Role::gm);
}

TEST(Discount, beyond_the_limit_somebody_is_asked_once) {
    struct Case {
        Money granted, gifts, amount;
        const char* wanted;  // a refusal, "given", or who is asked
    };
    const Case cases[] = {
        {{}, {}, yuan(4'000), "given"},
        {{}, {}, {400'001}, "sales_manager"},
        {{}, yuan(1'000), yuan(3'000), "given"},
        {{}, yuan(1'000), {300'001}, "sales_manager"},  // gifts count
        {yuan(8'000), {}, yuan(8'000), "given"},        // granted before
        {yuan(8'000), {}, {800'001}, "sales_manager"},
        {{}, {}, yuan(10'001), "sales_manager"},  // first; then the general manager
        {{}, {}, {-1}, "discount_negative"},
        {{}, {}, yuan(0), "given"},
        {{}, {}, yuan(200'000), "sales_manager"},
        {{}, {}, {20'000'001}, "discount_over_price"},
    };
    for (const auto& c : cases) {
        Deal deal = quote_of(yuan(200'000));
        deal.concession_granted = c.granted;
        const PlanSums sums{.car_price = yuan(200'000), .gifts = c.gifts};
        const auto decision = decide_discount(deal, sums, c.amount, yuan(4'000), shipped_limits());
        std::string answer = name_or_ok(decision);
        if (decision) answer = decision->needs_approval ? std::string(name_of(decision->decider)) : "given";
        EXPECT_EQ(answer, c.wanted) << to_text(c.amount);
    }
}

TEST(Gifts, stay_within_the_limit_together_with_the_discount) {
    Deal deal = quote_of(yuan(200'000));
    EXPECT_EQ(name_or_ok(check_concession(deal, yuan(4'000), yuan(4'000))), "ok");
    EXPECT_EQ(name_or_ok(check_concession(deal, {400'001}, yuan(4'000))), "gift_beyond_limit");
    deal.concession_granted = yuan(5'000);
    EXPECT_EQ(name_or_ok(check_concession(deal, yuan(5'000), yuan(4'000))), "ok");
    EXPECT_EQ(check_concession(deal, yuan(5'001), yuan(4'000))->details.at(0).second, "5,000.00");
}

TEST(DealGuards, say_what_a_state_allows) {
    struct Case {
        DealState state;
        const char *change, *offer, *withdraw, *cancel, *draft, *sign, *amend;
    };
    using enum DealState;
    const Case cases[] = {
        {draft, "ok", "ok", "discount_not_waiting", "ok", "ok", "contract_not_drafted",
         "contract_not_signed"},
        {awaiting_approval, "discount_is_waiting", "discount_is_waiting", "ok", "ok", "discount_is_waiting",
         "discount_is_waiting", "contract_not_signed"},
        {offered, "ok", "quote_is_offered", "discount_not_waiting", "ok", "ok", "contract_not_drafted",
         "contract_not_signed"},
        {contract_drafted, "contract_is_drafted", "contract_is_drafted", "discount_not_waiting", "ok", "ok",
         "ok", "contract_not_signed"},
        {contract_signed, "contract_is_signed", "contract_is_signed", "discount_not_waiting",
         "contract_is_signed", "contract_is_signed", "contract_is_signed", "ok"},
        {delivered, "deal_is_delivered", "deal_is_delivered", "discount_not_waiting", "deal_is_delivered",
         "deal_is_delivered", "deal_is_delivered", "deal_is_delivered"},
        {cancelled, "deal_is_cancelled", "deal_is_cancelled", "discount_not_waiting", "deal_is_cancelled",
         "deal_is_cancelled", "deal_is_cancelled", "deal_is_cancelled"},
    };
    for (const auto& c : cases) {
        Deal deal = quote_of(yuan(1));
        deal.state = c.state;
        EXPECT_EQ(name_or_ok(may_change_quote(deal)), c.change) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_offer(deal)), c.offer) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_withdraw_discount(deal)), c.withdraw) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_cancel_deal(deal)), c.cancel) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_draft(deal)), c.draft) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_sign(deal)), c.sign) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_withdraw_draft(deal)), c.sign) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_amend(deal)), c.amend) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_cancel_contract(deal)), c.amend) << name_of(c.state);
    }
}

TEST(Contract, is_drafted_with_a_car_a_lawful_deposit_and_days_that_fit) {
    struct Case {
        bool has_car;
        Money deposit;
        const char *pay_by, *deliver_on;
        const char* wanted;
    };
    const Case cases[] = {
        {true, yuan(20'000), "2026-11-25", "2026-11-30", "ok"},  // a fifth
        {true, {0}, "2026-11-25", "2026-11-30", "deposit_not_positive"},
        {true, {1}, "2026-11-22", "2026-11-22", "ok"},  // all today
        {true, {1}, "2026-11-21", "2026-11-22", "contract_dates_wrong"},
        {true, {1}, "2026-11-25", "2026-11-24", "contract_dates_wrong"},
        {false, {1}, "2026-11-25", "2026-11-30", "car_not_chosen"},
    };
    for (const auto& c : cases) {
        Deal deal = quote_of(yuan(100'000));
        deal.total = yuan(100'000);
        if (!c.has_car) deal.car_id.reset();
        const DraftContract draft{
            .deposit = c.deposit, .pay_by = day(c.pay_by), .deliver_on = day(c.deliver_on)};
        EXPECT_EQ(name_or_ok(check_draft(deal, draft, day("2026-11-22"))), c.wanted)
            << to_text(c.deposit) << ' ' << c.pay_by;
    }
    EXPECT_EQ(name_or_ok(check_deposit(yuan(20'000), yuan(100'000))), "ok");  // a fifth
    EXPECT_EQ(name_or_ok(check_deposit({2'000'001}, yuan(100'000))), "deposit_over_limit");
}

TEST(Contract, is_signed_complete_and_as_it_was_read) {
    const Contract contract{.contents_hash = "abc"};
    EXPECT_EQ(name_or_ok(check_sign(contract, {}, "abc", "abc")), "ok");
    EXPECT_EQ(name_or_ok(check_sign(contract, {}, "abd", "abc")), "contract_text_changed");
    EXPECT_EQ(name_or_ok(check_sign(contract, {}, "abc", "abd")), "contract_text_changed");
    EXPECT_EQ(name_or_ok(check_sign(contract, {"buyer_address"}, "abc", "abc")), "contract_incomplete");
    EXPECT_EQ(check_sign(contract, {"vin", "buyer_address"}, "abc", "abc")->details.at(0).second,
              "vin, buyer_address");
}

TEST(Contract, cancelled_keeps_at_most_the_deposit_that_was_paid) {
    const Contract contract{.deposit = yuan(10'000)};
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(50'000), yuan(0), yuan(10'000))), "ok");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(50'000), yuan(0), {1'000'001})), "kept_over_limit");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(4'000), yuan(0), yuan(4'000))), "ok");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(4'000), yuan(0), {400'001})), "kept_over_limit");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(0), yuan(0), yuan(0))), "ok");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(50'000), yuan(0), {-1})), "kept_over_limit");
    // What was paid out for the customer comes first.
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(15'000), yuan(6'000), yuan(9'000))), "ok");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(15'000), yuan(6'000), {900'001})), "kept_over_limit");
    EXPECT_EQ(name_or_ok(check_kept(contract, yuan(5'000), yuan(6'000), yuan(0))), "ok");
}

}  // namespace
}  // namespace forecourt::deals
