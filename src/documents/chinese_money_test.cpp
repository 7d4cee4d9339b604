#include <documents/chinese_money.h>

#include <gtest/gtest.h>

#include <limits>

namespace forecourt::documents {

TEST(ChineseMoney, is_written_as_on_vouchers) {
    struct {
        std::int64_t fen;
        const char* words;
    } const cases[] = {
        {22'600'000, "贰拾贰万陆仟元整"},
        {12'880'000, "壹拾贰万捌仟捌佰元整"},
        {10'005, "壹佰元零伍分"},
        {100'430, "壹仟零肆元叁角"},
        {50, "伍角"},
        {1'000, "壹拾元整"},
        {1'005'000, "壹万零伍拾元整"},
        {100'000'510, "壹佰万零伍元壹角"},
        {0, "零元整"},
        {1, "壹分"},
        {5, "伍分"},
        {55, "伍角伍分"},
        {100, "壹元整"},
        {10'010, "壹佰元壹角"},
        {10'500'000, "壹拾万伍仟元整"},
        {10'050'000, "壹拾万零伍佰元整"},
        {10'000'000'000, "壹亿元整"},
        {10'000'000'100, "壹亿零壹元整"},
        {10'000'500'000, "壹亿零伍仟元整"},
        {10'005'000'000, "壹亿零伍万元整"},
        {100'000'000'000'000, "壹万亿元整"},
        {35'990'000, "叁拾伍万玖仟玖佰元整"},
        {-10'005, "负壹佰元零伍分"},
        {123'456'789'012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"},
    };
    for (const auto& c : cases) EXPECT_EQ(chinese_money(Money{c.fen}), c.words) << c.fen;
    EXPECT_FALSE(chinese_money(Money{std::numeric_limits<std::int64_t>::min()}).empty());
}

}  // namespace forecourt::documents
