#include <gtest/gtest.h>
#include <modules/deals/extras/extras_rules.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Promise, is_drawn_after_the_hand_over_until_it_is_used_up) {
    const Date day = date_of({2026, 11, 26});
    struct Row {
        std::int64_t used;
        bool delivered, stands;
        Date today;
        const char* wanted;
    };
    const Row rows[] = {
        {0, true, true, day, "ok"},
        {4, true, true, day, "ok"},
        {5, true, true, day, "promise_used_up"},
        {0, false, true, day, "promise_not_in_force"},
        {0, true, false, day, "promise_not_in_force"},
        {0, true, true, date_of({2027, 11, 26}), "ok"},
        {0, true, true, date_of({2027, 11, 27}), "promise_run_out"},
    };
    for (const auto& row : rows) {
        const Promise promise{.times = 5, .used = row.used, .valid_months = 12};
        const auto delivered = row.delivered ? std::optional(local_instant(day, 10)) : std::nullopt;
        EXPECT_EQ(name_or_ok(may_draw(promise, delivered, row.stands, row.today)), row.wanted) << row.used;
    }
    EXPECT_EQ(name_or_ok(check_promise({.times = 1, .valid_months = 1})), "ok");
    EXPECT_EQ(name_or_ok(check_promise({.times = 0, .valid_months = 1})), "promise_out_of_range");
    EXPECT_EQ(name_or_ok(check_promise({.times = 51, .valid_months = 1})), "promise_out_of_range");
    EXPECT_EQ(name_or_ok(check_promise({.times = 1, .valid_months = 121})), "promise_out_of_range");
    EXPECT_EQ(promise_words(5, 36), "共 5 次，自交车起 36 个月内有效");
}

TEST(Fitting, is_done_once) {
    EXPECT_EQ(name_or_ok(check_fitting({.state = FittingState::planned}, yuan(0))), "ok");
    EXPECT_EQ(name_or_ok(check_fitting({.state = FittingState::planned}, {-1})), "fitting_cost_wrong");
    EXPECT_EQ(name_or_ok(check_fitting({.state = FittingState::fitted}, yuan(1))), "fitting_is_done");
    EXPECT_EQ(name_or_ok(check_fitting({.state = FittingState::dropped}, yuan(1))), "fitting_is_done");
}

TEST(Margin, is_what_is_left_without_tax) {
    const std::vector<DealLine> lines{
        {.id = {1}, .kind = DealLineKind::car, .amount = yuan(113'000)},
        {.id = {2}, .kind = DealLineKind::accessory, .amount = yuan(1'130), .cost = yuan(600)},
        {.id = {3}, .kind = DealLineKind::gift, .worth = yuan(300), .cost = yuan(150)},
        {.id = {4}, .kind = DealLineKind::fee, .amount = yuan(1'060)},
        {.id = {5}, .kind = DealLineKind::purchase_tax, .amount = yuan(10'000)},
    };
    const VatRow vat{.goods_basis_points = 1300, .services_basis_points = 600};
    const MarginIn in{.sums = sums_of(lines),
                      .car_cost = yuan(95'000),
                      .rebate = yuan(2'000),
                      .commission = yuan(106),
                      .vat = vat,
                      .car_vat_basis_points = 1300};
    const auto planned = margin_of(in, lines, {});
    EXPECT_EQ(planned.car, yuan(100'000));
    EXPECT_EQ(planned.accessories, yuan(1'000));
    EXPECT_EQ(planned.fees, yuan(1'000));
    EXPECT_EQ(planned.insurance_commission, yuan(100));
    EXPECT_EQ(planned.gross, yuan(104'100 - 95'000 - 600 - 150));
    EXPECT_EQ(planned.basis_points, 802);
    // What fitting really cost counts from then on.
    const std::vector<Fitting> fitted{{.line_id = {2}, .state = FittingState::fitted, .cost = yuan(700)},
                                      {.line_id = {3}, .state = FittingState::planned, .cost = yuan(0)}};
    EXPECT_EQ(margin_of(in, lines, fitted).gross, planned.gross - yuan(100));
}

TEST(Margin, says_how_many_lines_have_no_cost_yet) {
    const std::vector<DealLine> lines{
        {.id = {1}, .kind = DealLineKind::car, .amount = yuan(113'000)},
        {.id = {2}, .kind = DealLineKind::accessory, .amount = yuan(1'130), .cost = yuan(600)},
        {.id = {3}, .kind = DealLineKind::gift, .worth = yuan(300)},
        {.id = {4}, .kind = DealLineKind::accessory, .amount = yuan(90)},
        {.id = {5}, .kind = DealLineKind::purchase_tax, .amount = yuan(10'000)},
    };
    EXPECT_EQ(lines_without_cost(lines, {}), 2);
    const std::vector<Fitting> fittings{{.line_id = {3}, .state = FittingState::fitted, .cost = yuan(0)},
                                        {.line_id = {4}, .state = FittingState::planned}};
    EXPECT_EQ(lines_without_cost(lines, fittings), 1);
}

TEST(Discount, goes_up_step_by_step) {
    const DiscountLimits limits{{{Role::sales, 200}, {Role::sales_manager, 500}, {Role::gm, 10'000}}};
    const Money price = yuan(100'000);
    EXPECT_EQ(next_decider(limits, price, yuan(5'000), 0), Role::sales_manager);
    EXPECT_TRUE(is_decided(limits, price, yuan(5'000), Role::sales_manager));
    EXPECT_EQ(next_decider(limits, price, {500'001}, 0), Role::sales_manager);
    EXPECT_FALSE(is_decided(limits, price, {500'001}, Role::sales_manager));
    EXPECT_EQ(next_decider(limits, price, {500'001}, 1), Role::gm);
    EXPECT_TRUE(is_decided(limits, price, {500'001}, Role::gm));
}

TEST(Line, has_a_cost_only_where_something_is_fitted) {
    const Deal deal{};
    struct Row {
        DealLineKind kind;
        Money cost;
        const char* wanted;
    };
    const Row rows[] = {
        {DealLineKind::accessory, yuan(60), "ok"},
        {DealLineKind::gift, yuan(60), "ok"},
        {DealLineKind::gift, {-1}, "line_cost_wrong"},
        {DealLineKind::fee, {1}, "line_cost_wrong"},
        {DealLineKind::fee, {0}, "ok"},
    };
    for (const auto& row : rows) {
        const auto line = new_line(
            {.kind = row.kind, .title = "x", .explanation = "y", .amount = yuan(100), .cost = row.cost}, deal,
            {}, std::nullopt);
        EXPECT_EQ(line ? "ok" : std::string(line.refused().name()), row.wanted) << name_of(row.kind);
    }
}

}  // namespace
}  // namespace forecourt::deals
