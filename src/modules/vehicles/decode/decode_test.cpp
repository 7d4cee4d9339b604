#include <gtest/gtest.h>
#include <modules/vehicles/decode/decode.h>

namespace forecourt::vehicles {
namespace {

Vin vin_of_year(char code) {
    std::string text = "LSVAA4182E2184847";
    text[9] = code;
    return {text};
}

TEST(VinDecoding, the_tenth_character_is_the_latest_year_that_can_have_been_built) {
    struct Row {
        char code;
        std::int64_t year;
    };
    const Row rows[] = {{'A', 2010}, {'E', 2014}, {'L', 2020}, {'T', 2026}, {'V', 2027},
                        {'W', 1998}, {'Y', 2000}, {'1', 2001}, {'9', 2009}};
    for (const auto& row : rows) EXPECT_EQ(model_year_of(vin_of_year(row.code), 2026), row.year) << row.code;
    // A year later the next letter can have been built too, and after thirty the cycle begins anew.
    EXPECT_EQ(model_year_of(vin_of_year('W'), 2027), 2028);
    EXPECT_EQ(model_year_of(vin_of_year('A'), 2039), 2040);
    for (const char code : {'I', 'O', 'Q', 'U', 'Z', '0'})
        EXPECT_FALSE(model_year_of(vin_of_year(code), 2026)) << code;
    EXPECT_FALSE(model_year_of({"LSVAA"}, 2026));
}

TEST(VinDecoding, the_maker_is_known_by_its_code) {
    const VinMakers makers{{{"LSV", "上汽大众"}, {"LFV", "一汽-大众"}}};
    EXPECT_EQ(maker_of(makers, vin_of_year('E')), "上汽大众");
    EXPECT_EQ(maker_of(makers, {"LXHN2B40T2A700001"}), "");
    EXPECT_EQ(maker_of(vin_makers(), vin_of_year('E')), "上汽大众");
    for (const auto& one : vin_makers().makers) EXPECT_EQ(one.wmi.size(), 3U) << one.wmi;
}

TEST(VinDecoding, proposes_a_model_only_without_doubt) {
    const VinModel old{.model_id = {1}, .year = 2025, .cars = 9};
    const VinModel now{.model_id = {2}, .year = 2026, .cars = 3};
    const VinModel other{.model_id = {3}, .year = 2026, .cars = 1};
    using Models = std::vector<VinModel>;
    EXPECT_FALSE(model_without_doubt(Models{}, 2026));
    EXPECT_EQ(model_without_doubt(Models{old}, 2026)->value, 1);
    EXPECT_EQ(model_without_doubt(Models{old, now}, 2026)->value, 2);
    EXPECT_FALSE(model_without_doubt(Models{old, now, other}, 2026));
    EXPECT_FALSE(model_without_doubt(Models{old, now}, std::nullopt));
    EXPECT_EQ(sorted_by_year({old, now, other}, 2026).front().model_id.value, 2);
    EXPECT_EQ(sorted_by_year({old, now, other}, 2026).back().model_id.value, 1);
    EXPECT_EQ(sorted_by_year({old, now}, std::nullopt).front().model_id.value, 1);
}

}  // namespace
}  // namespace forecourt::vehicles
