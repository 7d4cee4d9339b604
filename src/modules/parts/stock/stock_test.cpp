#include <modules/parts/stock/stock_rules.h>

#include <gtest/gtest.h>

namespace forecourt::parts {
namespace {

Stock stock_of(std::int64_t on_hand, std::int64_t reserved, std::int64_t fen) {
    return {.part_id = {7}, .on_hand = pieces(on_hand), .reserved = pieces(reserved), .value = {fen}};
}

WantedRow wanted_of(std::int64_t wanted, std::int64_t reserved, std::int64_t issued, std::int64_t fen = 0) {
    WantedRow row;
    row.wanted = pieces(wanted);
    row.reserved = pieces(reserved);
    row.issued = pieces(issued);
    row.cost = {fen};
    return row;
}

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

TEST(parts_stock, goes_out_at_the_moving_average_and_the_last_piece_takes_the_residue) {
    auto stock = stock_of(0, 0, 0);
    stock = received(stock, pieces(1), {1000});
    stock = received(stock, pieces(2), {2500});
    EXPECT_EQ(average_cost(stock), Money{1167});  // 3500 / 3
    Money out;
    for (int i = 0; i < 3; ++i) {
        const auto cost = cost_going_out(stock, pieces(1));
        out += cost;
        stock.on_hand = stock.on_hand - pieces(1);
        stock.value -= cost;
    }
    EXPECT_EQ(out, Money{3500});
    EXPECT_EQ(stock.value, Money{0});
    EXPECT_EQ(average_cost(stock), Money{0});
}

TEST(parts_stock, comes_back_at_what_it_went_out_with) {
    EXPECT_EQ(cost_coming_back(wanted_of(3, 0, 3, 1000), pieces(1)), Money{333});
    EXPECT_EQ(cost_coming_back(wanted_of(3, 0, 1, 334), pieces(1)), Money{334});
}

TEST(parts_stock, lays_aside_no_more_than_is_free) {
    EXPECT_EQ(can_reserve(stock_of(5, 2, 0), pieces(3)), pieces(3));
    EXPECT_EQ(can_reserve(stock_of(5, 2, 0), pieces(4)), pieces(3));
    EXPECT_EQ(can_reserve(stock_of(5, 5, 0), pieces(1)), pieces(0));
    EXPECT_EQ(missing_of(wanted_of(4, 1, 1)), pieces(2));
}

TEST(parts_stock, issues_what_is_wanted_and_there) {
    struct Case {
        Stock stock;
        WantedRow wanted;
        std::int64_t quantity;
        std::string_view expected;
    };
    for (const auto& row : {
             Case{stock_of(5, 2, 0), wanted_of(2, 2, 0), 2, "allowed"},
             Case{stock_of(5, 2, 0), wanted_of(2, 2, 0), 3, "issue_beyond_wanted"},
             Case{stock_of(5, 2, 0), wanted_of(2, 1, 1), 1, "allowed"},
             Case{stock_of(5, 2, 0), wanted_of(2, 1, 1), 2, "issue_beyond_wanted"},
             Case{stock_of(5, 5, 0), wanted_of(4, 2, 0), 2, "allowed"},
             Case{stock_of(5, 5, 0), wanted_of(4, 2, 0), 3, "part_not_on_hand"},
             Case{stock_of(5, 0, 0), wanted_of(2, 0, 0), 0, "quantity_not_positive"},
             Case{stock_of(5, 0, 0), wanted_of(2, 0, 0), -1, "quantity_not_positive"},
         }) {
        EXPECT_EQ(name_of_refusal(may_issue(row.stock, row.wanted, pieces(row.quantity))), row.expected);
    }
}

TEST(parts_stock, takes_back_no_more_than_was_issued) {
    EXPECT_EQ(name_of_refusal(may_take_back(wanted_of(2, 0, 2), pieces(2))), "allowed");
    EXPECT_EQ(name_of_refusal(may_take_back(wanted_of(2, 0, 2), {2001})), "return_beyond_issued");
    EXPECT_EQ(name_of_refusal(may_take_back(wanted_of(2, 0, 2), pieces(0))), "quantity_not_positive");
}

TEST(parts_stock, picks_the_home_bin_first) {
    const std::vector<BinStock> bins{
        {{1}, "A-01", pieces(3)}, {{2}, "B-02", pieces(1)}, {{3}, "C-03", pieces(0)}};
    const auto picks = pick_from(bins, "B-02", pieces(3));
    ASSERT_EQ(picks.size(), 2U);
    EXPECT_EQ(picks[0].place_id, Id<Place>{2});
    EXPECT_EQ(picks[0].quantity, pieces(1));
    EXPECT_EQ(picks[1].place_id, Id<Place>{1});
    EXPECT_EQ(picks[1].quantity, pieces(2));
    EXPECT_THROW(pick_from(bins, "B-02", pieces(5)), BrokenInvariant);
}

TEST(parts_stock, count_changes_pieces_and_value_together) {
    const auto same = decide_count(stock_of(3, 0, 900), pieces(3), pieces(3), {});
    EXPECT_EQ(same.refused().name(), "count_is_unchanged");
    const auto fewer = decide_count(stock_of(3, 0, 901), pieces(3), pieces(1), {});
    EXPECT_EQ(fewer->value, Money{-601});
    const auto none = decide_count(stock_of(3, 0, 901), pieces(3), pieces(0), {});
    EXPECT_EQ(none->value, Money{-901});
    EXPECT_EQ(decide_count(stock_of(3, 2, 900), pieces(3), pieces(2), {})->quantity, pieces(-1));
    EXPECT_EQ(decide_count(stock_of(3, 2, 900), pieces(3), pieces(1), {}).refused().name(),
              "count_below_reserved");
    EXPECT_EQ(decide_count(stock_of(0, 0, 0), pieces(0), pieces(2), {450})->value, Money{900});
    EXPECT_EQ(decide_count(stock_of(2, 0, 600), pieces(2), pieces(4), {450})->value, Money{600});
}

}  // namespace
}  // namespace forecourt::parts
