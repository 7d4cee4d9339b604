#include <gtest/gtest.h>
#include <modules/deals/tradein/appraisal_rules.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Appraisal, offers_no_more_than_the_car_is_worth) {
    const Date today = date_of({2026, 11, 26});
    struct Row {
        Money market, repair, offered;
        std::int64_t mileage;
        Date registered, until;
        const char* wanted;
    };
    const Row rows[] = {
        {yuan(60'000), yuan(5'000), yuan(55'000), 80'000, today + -900, today, "ok"},
        {yuan(60'000), yuan(5'000), {5'500'001}, 80'000, today + -900, today, "appraisal_over_value"},
        {yuan(5'000), yuan(6'000), {1}, 80'000, today + -900, today, "appraisal_over_value"},
        {yuan(60'000), yuan(0), yuan(50'000), -1, today + -900, today, "appraisal_wrong"},
        {yuan(60'000), yuan(0), yuan(50'000), 2'000'001, today + -900, today, "appraisal_wrong"},
        {yuan(60'000), yuan(0), yuan(50'000), 80'000, today + 1, today, "appraisal_wrong"},
        {yuan(0), yuan(0), yuan(50'000), 80'000, today + -900, today, "appraisal_wrong"},
        {yuan(60'000), {-1}, yuan(50'000), 80'000, today + -900, today, "appraisal_wrong"},
        {yuan(60'000), yuan(0), yuan(0), 80'000, today + -900, today, "appraisal_wrong"},
        {yuan(60'000), yuan(0), yuan(50'000), 80'000, today + -900, today + -1, "appraisal_past"},
    };
    for (const auto& row : rows) {
        const AppraiseTradeIn in{.first_registered = row.registered,
                                 .mileage_km = row.mileage,
                                 .market_price = row.market,
                                 .repair_estimate = row.repair,
                                 .offered = row.offered,
                                 .valid_until = row.until};
        EXPECT_EQ(name_or_ok(check_appraisal(in, today)), row.wanted) << row.offered.fen;
    }
}

TEST(TradeIn, is_taken_once_within_its_days) {
    const Date today = date_of({2026, 11, 26});
    const std::vector<DealLine> none{{.kind = DealLineKind::car}};
    const std::vector<DealLine> there{{.kind = DealLineKind::trade_in}};
    Appraisal appraisal{.valid_until = today};
    EXPECT_EQ(name_or_ok(may_accept_trade_in(appraisal, none, today)), "ok");
    EXPECT_EQ(name_or_ok(may_accept_trade_in(appraisal, none, today + 1)), "appraisal_past");
    EXPECT_EQ(name_or_ok(may_accept_trade_in(appraisal, there, today)), "trade_in_is_there");
    appraisal.accepted_at = Instant{1};
    EXPECT_EQ(name_or_ok(may_accept_trade_in(appraisal, none, today)), "appraisal_is_accepted");
}

}  // namespace
}  // namespace forecourt::deals
