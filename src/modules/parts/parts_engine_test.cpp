#include <modules/parts/part/part_actions.h>
#include <modules/parts/receipt/receipt_actions.h>
#include <services/access/api.h>
#include <services/ledger/api.h>
#include <testing/engine_test.h>

namespace forecourt::parts {
namespace {

class PartsTest : public testing::EngineTest {
  protected:
    Id<Part> part_with(Quantity quantity, Money unit_cost) {
        const auto store = test.run([](Tx& tx) { return access::add_store(tx, {.name = "滨江店"}); });
        test.act_as({7}, {Role::parts}, store);
        AddPart add;
        add.number = {"ZD10-0001"};
        add.name = {"前制动片组"};
        add.unit = {"套"};
        add.bin = {"A-01-01"};
        add.price = {42'800};
        const auto part = test.action(add_part, add).operator*().part_id;
        EXPECT_TRUE(test.action(receive_goods, {.supplier_name = {"配件中心"},
                                                .delivery_note = {},
                                                .lines = {{part, quantity, unit_cost, {}}}}));
        return part;
    }
    Result<Reservation> want(Id<Part> part, Quantity quantity, std::int64_t line) {
        return test.run([&](Tx& tx) {
            return reserve(tx, {.part_id = part,
                                .quantity = quantity,
                                .line = {"order_line", line},
                                .order = {"repair_order", 3},
                                .note = "RO-1"});
        });
    }
    std::vector<std::string> faults() { return check_stock(test.db(), test.store()); }
};
FORECOURT_ON_EVERY_ENGINE(PartsTest);

TEST_P(PartsTest, stock_and_ledger_tell_the_same_after_every_way) {
    const auto part = part_with(pieces(3), {3'333});
    EXPECT_EQ(want(part, pieces(2), 11)->reserved, pieces(2));
    EXPECT_EQ(want(part, pieces(2), 12)->missing, pieces(1));
    const auto out = test.run([&](Tx& tx) { return issue(tx, {"order_line", 11}, pieces(2)); });
    EXPECT_EQ(out->cost, Money{6'666});
    EXPECT_EQ(ledger::balance(test.db(), test.store(), ledger::Account::parts_stock), Money{3'333});
    const auto back = test.run([&](Tx& tx) { return take_back(tx, {"order_line", 11}, pieces(1), "多领"); });
    EXPECT_EQ(back->cost, Money{3'333});
    EXPECT_EQ(ledger::balance(test.db(), test.store(), ledger::Account::parts_stock), Money{6'666});
    // What came back is laid aside for whoever waited.
    const auto lines = parts_of_order(test.db(), test.store(), {"repair_order", 3});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].reserved, pieces(2));
    EXPECT_EQ(lines[1].missing, Quantity{0});
    test.run([&](Tx& tx) { release(tx, {"order_line", 12}); });
    EXPECT_EQ(find_part(test.db(), test.store(), part)->reserved, Quantity{0});
    EXPECT_TRUE(faults().empty());
}

TEST_P(PartsTest, a_changed_balance_is_found) {
    const auto part = part_with(pieces(3), {3'333});
    EXPECT_TRUE(faults().empty());
    static constexpr db::Sql planted{
        "parts.planted",
        "update parts_balance set quantity = quantity + 1000 where store_id = :store_id "
        "and part_id = :part_id and is_bin = 1"};
    test.db().execute(planted, {{"store_id", test.store()}, {"part_id", part}});
    EXPECT_EQ(faults().size(), 2U);  // the places no longer sum to nothing, and the bins hold too much
}

TEST_P(PartsTest, a_changed_reservation_is_found) {
    const auto part = part_with(pieces(3), {3'333});
    EXPECT_EQ(want(part, pieces(2), 11)->reserved, pieces(2));
    static constexpr db::Sql planted{"parts.planted_reserved",
                                     "update parts_stock set reserved = 1000 where store_id = :store_id "
                                     "and part_id = :part_id"};
    test.db().execute(planted, {{"store_id", test.store()}, {"part_id", part}});
    EXPECT_EQ(faults().size(), 1U);
}

}  // namespace
}  // namespace forecourt::parts
