#include <core/checked_text.h>
#include <core/money.h>
#include <core/time.h>

#include <gtest/gtest.h>

using namespace forecourt;

namespace {

struct Case {
    const char* raw;
    const char* text;     // normalised, or null when refused
    const char* problem;  // the literal name, or null when right
};

template <class T>
void expect_cases(std::initializer_list<Case> cases) {
    for (const auto& row : cases) {
        const auto checked = T::check(row.raw);
        if (row.problem) {
            EXPECT_STREQ(checked.problem, row.problem) << row.raw;
        } else {
            EXPECT_EQ(checked.problem, nullptr) << row.raw << ": " << checked.problem;
            EXPECT_EQ(checked.text, row.text) << row.raw;
        }
    }
}

// Numbers published with their standards (GB 16735, 49 CFR 565) and common traps.
// security 12
TEST(Vin, domestic_numbers_need_their_check_digit_and_imported_ones_do_not) {
    expect_cases<Vin>({
        {"LATPAB071W1005301", "LATPAB071W1005301", nullptr},
        {"ldc613p23a1305189", "LDC613P23A1305189", nullptr},
        {"LSJA 24U6-2JG269225", "LSJA24U62JG269225", nullptr},
        {"１Ｍ8GDM9AXKP042788", "1M8GDM9AXKP042788", nullptr},
        {"WVWZZZ3CZEE140287", "WVWZZZ3CZEE140287", nullptr},
        {"LATPAB072W1005301", nullptr, "vin_check_digit_wrong"},
        {"1MIGDM9A5KP042788", nullptr, "vin_has_forbidden_character"},
        {"1M8GDM9A5KP04278", nullptr, "vin_needs_17_characters"},
        {"", nullptr, "vin_needs_17_characters"},
        {"AAAAAAA:AAAAAAAAA", nullptr, "vin_has_forbidden_character"},
    });
    EXPECT_FALSE(Vin{"WVWZZZ3CZEE140287"}.check_digit_matches());
    EXPECT_TRUE(Vin{"1M8GDM9AXKP042788"}.check_digit_matches());
}

TEST(Plate, ordinary_new_energy_and_special_plates) {
    expect_cases<Plate>({
        {"京A12345", "京A12345", nullptr},
        {"沪a·8b6c1", "沪A8B6C1", nullptr},
        {"粤BD12345", "粤BD12345", nullptr},
        {"粤BDF2345", "粤BDF2345", nullptr},
        {"粤B12345D", "粤B12345D", nullptr},
        {"鲁B1234学", "鲁B1234学", nullptr},
        {"京A1234O", nullptr, "plate_serial_wrong"},
        {"京AABC45", nullptr, "plate_serial_wrong"},
        {"粤BL12345", nullptr, "plate_serial_wrong"},
        {"浙A1234", nullptr, "plate_serial_wrong"},
        {"浙", nullptr, "plate_needs_city_letter"},
        {"东A12345", nullptr, "plate_needs_province"},
        {"京112345", nullptr, "plate_needs_city_letter"},
        {"", nullptr, "plate_needs_province"},
    });
    EXPECT_TRUE(Plate{"粤BD12345"}.is_new_energy());
    EXPECT_FALSE(Plate{"京A12345"}.is_new_energy());
}

TEST(Phone, mobiles_and_landlines) {
    expect_cases<Phone>({
        {"138 0013 8000", "13800138000", nullptr},
        {"+8613800138000", "13800138000", nullptr},
        {"010-62345678", "01062345678", nullptr},
        {"12800138000", nullptr, "phone_number_wrong"},
        {"1380013800", nullptr, "phone_number_wrong"},
        {"1380013800a", nullptr, "phone_needs_digits"},
    });
    EXPECT_EQ(Phone{"13800138000"}.masked(), "138****8000");
}

// security 12
TEST(IdentityNumber, check_digit_and_birth_date) {
    expect_cases<IdentityNumber>({
        {"11010519491231002x", "11010519491231002X", nullptr},
        {"440524188001010014", "440524188001010014", nullptr},
        {"110105194912310021", nullptr, "identity_number_check_digit_wrong"},
        {"110105194913310025", nullptr, "identity_number_birth_date_wrong"},
        {"11010519491231002", nullptr, "identity_number_needs_18_characters"},
    });
}

TEST(FilledText, blank_is_refused_and_ends_are_trimmed) {
    expect_cases<FilledText>({
        {"  张伟 ", "张伟", nullptr},
        {"　", nullptr, "must_not_be_blank"},
        {"", nullptr, "must_not_be_blank"},
    });
}

// 100.00 gives 88.50 + 11.50, although 88.50 x 13 % rounds to 11.51 (the two parts must sum to the price).
TEST(Money, tax_is_split_so_that_the_parts_sum) {
    const struct {
        std::int64_t gross, net, tax;
    } cases[] = {
        {10000, 8850, 1150}, {100, 88, 12}, {35990000, 31849558, 4140442}, {0, 0, 0}, {-10000, -8850, -1150}};
    for (const auto& row : cases) {
        const auto split = split_tax_half_up(Money{row.gross}, 1300);
        EXPECT_EQ(split.net.fen, row.net);
        EXPECT_EQ(split.tax.fen, row.tax);
    }
}

TEST(Money, texts) {
    EXPECT_EQ(to_text(Money{123456789}), "1,234,567.89");
    EXPECT_EQ(to_text(Money{-5}), "-0.05");
    EXPECT_EQ(to_text(Quantity{1500}), "1.5");
    EXPECT_EQ(to_text(Quantity{-2000}), "-2");
    EXPECT_EQ(price_of_half_up(Money{333}, Quantity{1500}).fen, 500);
}

TEST(Time, dates_and_instants_survive_the_way_through_text) {
    EXPECT_EQ(to_text(Date{0}), "1970-01-01");
    EXPECT_EQ(parse_date("2024-02-29")->days, 19782);
    EXPECT_FALSE(parse_date("2023-02-29"));
    EXPECT_FALSE(parse_date("2023-1-01"));
    EXPECT_EQ(to_text(*parse_instant("2026-11-22T13:35:16.120+08:00")), "2026-11-22T05:35:16.120Z");
    EXPECT_EQ(parse_instant("2026-11-22T05:35Z")->ms, parse_instant("2026-11-22T05:35:00Z")->ms);
    EXPECT_FALSE(parse_instant("2026-11-22"));
    EXPECT_FALSE(parse_instant("2026-11-22T25:00:00Z"));
    const auto late = *parse_instant("2026-11-22T16:30:00Z");
    EXPECT_EQ(to_text(local_date(late)), "2026-11-23");
    EXPECT_EQ(local_minute_of_day(late), 30);
    EXPECT_EQ(to_text(local_instant(local_date(late), 9, 30)), "2026-11-23T01:30:00.000Z");
    EXPECT_EQ(to_text(add_months(*parse_date("2026-01-31"), 1)), "2026-02-28");
    for (int day = -200000; day < 200000; day += 997) EXPECT_EQ(date_of(parts_of(Date{day})).days, day);
}

}  // namespace
