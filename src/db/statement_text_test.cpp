#include <db/statement_text.h>

#include <gtest/gtest.h>

namespace forecourt::db {
namespace {

std::vector<std::string> proved(std::string_view text) {
    const StatementText statement(Sql{"test.list", text});
    std::vector<std::string> texts;
    for (const auto variant : statement.variants_to_prove()) texts.push_back(statement.render(variant).text);
    return texts;
}

TEST(StatementText, a_statement_without_options_has_one_text) {
    EXPECT_EQ(proved("select 1"), (std::vector<std::string>{"select 1\n", "select 1\n"}));
}

TEST(StatementText, options_are_proved_off_and_on) {
    EXPECT_EQ(proved("a\nb --? x\nc --? y"), (std::vector<std::string>{"a\n", "a\nb \nc \n"}));
}

TEST(StatementText, two_ways_to_sort_never_meet) {
    EXPECT_EQ(proved("a\nf --? state\nk --? after_at_desc\nd --? sort_at_desc\nn --? sort_name_asc"),
              (std::vector<std::string>{"a\nk \nd \n", "a\nf \nk \nd \n", "a\nn \n", "a\nf \nn \n"}));
}

}  // namespace
}  // namespace forecourt::db
