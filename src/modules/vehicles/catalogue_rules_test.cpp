#include <gtest/gtest.h>
#include <modules/vehicles/choice/choice.h>
#include <modules/vehicles/price/price_import.h>

namespace forecourt::vehicles {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }
Date day(const char* text) { return *parse_date(text); }

TEST(Price, of_the_day_is_the_one_that_began_last) {
    std::vector<PriceRow> prices;
    const auto add = [&](std::int64_t id, std::int64_t whole, const char* from, const char* until) {
        PriceRow row;
        row.id = {id};
        row.price = yuan(whole);
        row.valid_from = day(from);
        if (until != nullptr) row.valid_until = day(until);
        row.set_at = Instant{id};
        prices.push_back(row);
    };
    add(1, 100, "2000-01-01", nullptr);
    add(2, 90, "2026-03-10", "2026-03-16");
    add(3, 95, "2026-03-01", nullptr);
    struct Case {
        const char* on;
        std::int64_t whole;
    };
    const Case cases[] = {{"2026-02-28", 100}, {"2026-03-01", 95}, {"2026-03-09", 95},
                          {"2026-03-10", 90},  {"2026-03-16", 90}, {"2026-03-17", 95}};
    for (const auto& c : cases) EXPECT_EQ(price_of_day(prices, day(c.on)), yuan(c.whole)) << c.on;
    EXPECT_EQ(price_of_day(prices, day("1999-12-31")), std::nullopt);
    add(4, 94, "2026-03-01", nullptr);  // set later for the same day
    EXPECT_EQ(price_of_day(prices, day("2026-03-01")), yuan(94));
    prices.back().withdrawn_at = Instant{9};
    EXPECT_EQ(price_of_day(prices, day("2026-03-01")), yuan(95));
}

TEST(Price, begins_today_or_later) {
    const Date today = day("2026-03-02");
    EXPECT_EQ(answer(check_price(Money{1}, today, today, today)), "yes");
    EXPECT_EQ(answer(check_price(Money{0}, today, {}, today)), "model_price_not_positive");
    EXPECT_EQ(answer(check_price(Money{1}, today + -1, {}, today)), "price_starts_in_the_past");
    EXPECT_EQ(answer(check_price(Money{1}, today + 1, today, today)), "price_dates_wrong");
}

TEST(Price, is_read_as_people_write_it) {
    struct Case {
        const char* text;
        std::int64_t fen;
    };
    const Case good[] = {{"129800", 12980000},  {"129,800.00", 12980000},
                         {"12.98万", 12980000}, {"¥129,800元", 12980000},
                         {"0.5", 50},           {"13万", 13000000}};
    for (const auto& c : good) {
        const auto price = parse_price(c.text);
        ASSERT_TRUE(price) << c.text;
        EXPECT_EQ(price->fen, c.fen) << c.text;
    }
    for (const char* bad : {"", "很多", "12.345", "-5", "1e5", "12.9876543万", "1234567890"})
        EXPECT_FALSE(parse_price(bad)) << bad;
}

TEST(PriceList, is_taken_once_and_taken_back_once) {
    PriceImportFile import;
    EXPECT_EQ(answer(may_take(import, false)), "yes");
    import.bad_rows = 1;
    EXPECT_EQ(answer(may_take(import, false)), "price_list_has_errors");
    EXPECT_EQ(answer(may_take(import, true)), "yes");
    EXPECT_EQ(answer(may_undo(import)), "price_list_not_taken");
    import.state = PriceImportState::committed;
    EXPECT_EQ(answer(may_take(import, true)), "price_list_not_waiting");
    EXPECT_EQ(answer(may_undo(import)), "yes");
    import.state = PriceImportState::undone;
    EXPECT_EQ(answer(may_undo(import)), "price_list_not_taken");
}

TEST(OptionRules, say_what_goes_together) {
    const Id<ModelOption> roof{1}, rack{2}, winter{3}, seat{4};
    const std::vector<OptionRule> rules{{{1}, {1}, roof, OptionRuleKind::excludes, rack},
                                        {{2}, {1}, winter, OptionRuleKind::needs, seat}};
    struct Case {
        std::vector<Id<ModelOption>> chosen;
        bool excluded;
        bool needs;
    };
    const Case cases[] = {{{}, false, false},          {{roof}, false, false},
                          {{roof, rack}, true, false}, {{rack, roof, seat}, true, false},
                          {{winter}, false, true},     {{winter, seat}, false, false},
                          {{seat}, false, false}};
    for (const auto& c : cases) {
        EXPECT_EQ(broken_exclusion(rules, c.chosen).has_value(), c.excluded);
        EXPECT_EQ(broken_need(rules, c.chosen).has_value(), c.needs);
    }
    struct NewRule {
        Id<ModelOption> option;
        OptionRuleKind kind;
        Id<ModelOption> other;
        const char* wanted;
    };
    const NewRule added[] = {{roof, OptionRuleKind::excludes, rack, "option_rule_known_already"},
                             {rack, OptionRuleKind::excludes, roof, "option_rule_known_already"},
                             {rack, OptionRuleKind::needs, roof, "option_rules_contradict"},
                             {seat, OptionRuleKind::needs, winter, "yes"},
                             {winter, OptionRuleKind::needs, seat, "option_rule_known_already"},
                             {roof, OptionRuleKind::needs, roof, "option_rule_with_itself"},
                             {roof, OptionRuleKind::excludes, seat, "yes"}};
    for (const auto& one : added) {
        EXPECT_EQ(answer(check_new_rule({{1}, one.option, one.kind, one.other}, rules)), one.wanted);
    }
}

}  // namespace
}  // namespace forecourt::vehicles
