#include <modules/parts/receipt/receipt_actions.h>

#include <gtest/gtest.h>

namespace forecourt::parts {
namespace {

std::string_view answer_to(std::vector<ReceiptLine> lines) {
    const auto no =
        may_receive({.supplier_name = {"供应商"}, .delivery_note = {}, .lines = std::move(lines)});
    return no ? no->name() : "allowed";
}

TEST(parts_receipt, says_what_came_and_what_it_cost) {
    EXPECT_EQ(answer_to({}), "receipt_is_empty");
    EXPECT_EQ(answer_to({{{1}, pieces(1), {0}, {}}}), "allowed");
    EXPECT_EQ(answer_to({{{1}, pieces(1), {-1}, {}}}), "receipt_cost_negative");
    EXPECT_EQ(answer_to({{{1}, pieces(0), {100}, {}}}), "quantity_not_positive");
    EXPECT_EQ(answer_to({{{1}, {1}, {100}, {}}, {{2}, {-1}, {100}, {}}}), "quantity_not_positive");
}

}  // namespace
}  // namespace forecourt::parts
