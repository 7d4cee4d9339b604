#include <assets/assets.h>

#include <gtest/gtest.h>

namespace forecourt::assets {

TEST(Assets, are_in_the_order_of_their_paths) {
    ASSERT_FALSE(all().empty());
    for (std::size_t i = 1; i < all().size(); ++i) EXPECT_LT(all()[i - 1].path, all()[i].path);
}

TEST(Assets, every_one_is_found_by_its_path) {
    for (const Asset& asset : all()) EXPECT_EQ(find(asset.path), &asset);
}

TEST(Assets, a_path_that_is_not_there_is_not_found) {
    EXPECT_EQ(find(""), nullptr);
    EXPECT_EQ(find("words"), nullptr);
    EXPECT_EQ(find("words/core.json/"), nullptr);
    EXPECT_EQ(find("zzz"), nullptr);
}

TEST(Assets, a_folder_gives_its_own_files_and_no_others) {
    const auto words = under("words/");
    ASSERT_FALSE(words.empty());
    std::size_t expected = 0;
    for (const Asset& asset : all()) expected += asset.path.starts_with("words/") ? 1 : 0;
    EXPECT_EQ(words.size(), expected);
    EXPECT_TRUE(under("no such folder/").empty());
}

TEST(Assets, words_are_taken_in_whole) {
    for (const Asset& asset : under("words/")) {
        EXPECT_EQ(asset.content_type, "application/json") << asset.path;
        EXPECT_EQ(asset.hash.size(), 32U) << asset.path;
        ASSERT_FALSE(asset.body.empty()) << asset.path;
        EXPECT_EQ(asset.body.front(), '{') << asset.path;
        EXPECT_NE(asset.body.find_last_of('}'), std::string_view::npos) << asset.path;
    }
}

}  // namespace forecourt::assets
