#include <core/ensure.h>
#include <db/rows.h>
#include <testing/engine_test.h>

namespace forecourt::db {

enum class Size { small, large };
FORECOURT_ENUM(Size, small, large)

struct Item {
    std::int64_t amount{};
    std::string name;
    Size size{};
    Date day;
    std::optional<std::int64_t> weight;
    std::optional<std::string> note;
    bool operator==(const Item&) const = default;
};
FORECOURT_STRUCT(Item, amount, name, size, day, weight, note)

namespace {

// What stands in one column, and in the others something that fits.
#define FORECOURT_ROW(amount, name, size, day, weight, note)                                            \
    "select cast(" amount " as bigint) as amount, cast(" name " as text) as name, cast(" size           \
    " as text) as size, cast(" day " as text) as day, cast(" weight " as bigint) as weight, cast(" note \
    " as text) as note"

class RowsTest : public testing::EngineTest {
  protected:
    std::string why_not(const Sql& sql) {
        try {
            first<Item>(test.db(), sql);
        } catch (const BrokenInvariant& broken) {
            return broken.what();
        }
        return {};
    }
};
FORECOURT_ON_EVERY_ENGINE(RowsTest);

TEST_P(RowsTest, a_row_becomes_a_struct) {
    static constexpr Sql full{"test.full", FORECOURT_ROW("7", "'a'", "'large'", "'2026-11-28'", "8", "'b'")};
    static constexpr Sql bare{"test.bare",
                              FORECOURT_ROW("0", "''", "'small'", "'2026-11-28'", "null", "null")};
    const Date day = *parse_date("2026-11-28");
    EXPECT_EQ(first<Item>(test.db(), full), (Item{7, "a", Size::large, day, 8, "b"}));
    EXPECT_EQ(first<Item>(test.db(), bare), (Item{0, "", Size::small, day, std::nullopt, std::nullopt}));
}

TEST_P(RowsTest, a_column_that_does_not_fit_is_named) {
    static constexpr Sql amount{"test.amount",
                                FORECOURT_ROW("null", "'a'", "'small'", "'2026-11-28'", "8", "'b'")};
    static constexpr Sql name{"test.name", FORECOURT_ROW("7", "null", "'small'", "'2026-11-28'", "8", "'b'")};
    static constexpr Sql size{"test.size", FORECOURT_ROW("7", "'a'", "null", "'2026-11-28'", "8", "'b'")};
    static constexpr Sql other{"test.other", FORECOURT_ROW("7", "'a'", "'huge'", "'2026-11-28'", "8", "'b'")};
    static constexpr Sql day{"test.day", FORECOURT_ROW("7", "'a'", "'small'", "null", "8", "'b'")};
    static constexpr Sql no_day{"test.no_day", FORECOURT_ROW("7", "'a'", "'small'", "'today'", "8", "'b'")};
    static constexpr Sql more{
        "test.more", FORECOURT_ROW("7", "'a'", "'small'", "'2026-11-28'", "8", "'b'") ", 1 as colour"};
    static constexpr Sql fewer{"test.fewer", "select 7 as amount, 'a' as name"};
    const std::pair<const Sql&, std::string> cases[] = {
        {amount, "test.amount: column amount is null"},
        {name, "test.name: column name is null"},
        {size, "test.size: column size is null"},
        {other, "test.other: column size has an unknown value"},
        {day, "test.day: column day is null"},
        {no_day, "test.no_day: column day does not fit its type"},
        {more, "test.more: column colour has no member"},
        {fewer, "test.fewer: column size is missing in the query"},
    };
    for (const auto& [sql, why] : cases) EXPECT_EQ(why_not(sql), why);
}

}  // namespace
}  // namespace forecourt::db
