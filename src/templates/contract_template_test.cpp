#include <gtest/gtest.h>
#include <templates/contract_template.h>

namespace forecourt::templates {
namespace {

ContractTemplate sample() {
    return {.name = "sample",
            .values = {},
            .versions = {{.version = 1,
                          .valid_from = *parse_date("2026-01-01"),
                          .title = "样本",
                          .needs = {"buyer", "price"},
                          .clauses = {{"parties", "一", "甲方{{seller}}，乙方{{buyer}}。", {}}}},
                         {.version = 2,
                          .valid_from = *parse_date("2026-07-01"),
                          .title = "样本",
                          .needs = {},
                          .clauses = {{"price", "一", "{{price}}元{{", true}}}}};
}

TEST(ContractTemplate, the_version_of_the_day_is_used) {
    const auto contract = sample();
    EXPECT_EQ(version_on(contract, *parse_date("2025-12-31")), nullptr);
    EXPECT_EQ(version_on(contract, *parse_date("2026-01-01"))->version, 1);
    EXPECT_EQ(version_on(contract, *parse_date("2026-06-30"))->version, 1);
    EXPECT_EQ(version_on(contract, *parse_date("2026-07-01"))->version, 2);
    EXPECT_EQ(version_numbered(contract, 2)->version, 2);
    EXPECT_EQ(version_numbered(contract, 3), nullptr);
}

TEST(ContractTemplate, what_is_missing_is_told_in_order) {
    const auto contract = sample();
    EXPECT_EQ(missing_values(contract.versions[0], {}), (std::vector<std::string>{"buyer", "price"}));
    EXPECT_EQ(missing_values(contract.versions[0], {{"buyer", ""}, {"price", "1"}}),
              (std::vector<std::string>{"buyer"}));
    EXPECT_TRUE(missing_values(contract.versions[0], {{"buyer", "王芳"}, {"price", "1"}}).empty());
}

TEST(ContractTemplate, values_are_filled_in_and_unknown_ones_stay_open) {
    const auto contract = sample();
    EXPECT_EQ(filled_clauses(contract.versions[0], {{"buyer", "王芳"}})[0].text, "甲方________，乙方王芳。");
    // A value is never read as a template again.
    EXPECT_EQ(filled_clauses(contract.versions[0], {{"seller", "{{buyer}}"}, {"buyer", "王芳"}})[0].text,
              "甲方{{buyer}}，乙方王芳。");
    EXPECT_EQ(filled_clauses(contract.versions[1], {{"price", "5"}})[0].text, "5元{{");
}

TEST(ContractTemplate, the_shipped_templates_can_be_read) {
    for (const char* name : {"car_sale", "used_car_sale", "test_drive_agreement"}) {
        const auto* contract = find_template(name);
        ASSERT_NE(contract, nullptr) << name;
        const auto* version = version_on(*contract, *parse_date("2026-11-22"));
        ASSERT_NE(version, nullptr) << name;
        for (const auto& needed : version->needs) {
            // A value that is asked for must stand somewhere.
            bool used = false;
            for (const auto& clause : version->clauses)
                used = used || clause.text.find("{{" + needed + "}}") != clause.text.npos;
            EXPECT_TRUE(used) << name << ": " << needed;
        }
    }
    EXPECT_EQ(find_template("nothing"), nullptr);
}

TEST(ContractTemplate, placeholders_are_found_and_an_open_one_is_not_overlooked) {
    EXPECT_EQ(*placeholders_of("甲方{{seller}}，乙方{{buyer}}。"),
              (std::vector<std::string>{"seller", "buyer"}));
    EXPECT_TRUE(placeholders_of("没有")->empty());
    EXPECT_FALSE(placeholders_of("甲方{{seller，乙方"));
}

TEST(ContractTemplate, a_value_is_needed_where_it_stands) {
    const std::vector<TemplateValue> values = {{"buyer", {"买方", "Buyer"}, "王芳", true, true},
                                               {"colour", {"颜色", "Colour"}, "白", true, false},
                                               {"route", {"路线", "Route"}, "环线", false, false}};
    const std::vector<Clause> clauses = {{"a", "一", "{{buyer}}走{{route}}", {}}};
    EXPECT_EQ(needed_values(values, clauses), (std::vector<std::string>{"buyer"}));
    EXPECT_EQ(examples_of(values)[2].second, "环线");
}

TEST(ContractTemplate, a_translation_is_filled_in_and_covered_by_the_hash) {
    const TemplateVersion version{.version = 1,
                                  .valid_from = *parse_date("2026-01-01"),
                                  .title = "样本",
                                  .needs = {},
                                  .clauses = {{"a", "一", "{{buyer}}付款", {}, "Payment", "{{buyer}} pays"}}};
    const auto clauses = filled_clauses(version, {{"buyer", "王芳"}});
    EXPECT_EQ(clauses[0].text_en, "王芳 pays");
    EXPECT_EQ(plain_text(version, clauses), "样本\n一\n王芳付款\nPayment\n王芳 pays\n");
}

}  // namespace
}  // namespace forecourt::templates
