#include <services/search/search.h>
#include <testing/engine_test.h>
#include <text/search_terms.h>

namespace forecourt::search {
namespace {

using testing::refusal_of;
using text::FieldKind;

class SearchTest : public testing::EngineTest {
  protected:
    void index(std::string_view type, std::int64_t id, const std::string& name, const std::string& plate = "",
               const std::string& phone = "") {
        test.run([&](Tx& tx) {
            Indexed indexed{.object_type = type, .object_id = id, .title = name, .subtitle = plate};
            indexed.link = "/" + std::string(type) + "s/" + std::to_string(id);
            indexed.terms = text::terms_of(FieldKind::name, name);
            for (auto& term : text::terms_of(FieldKind::plate, plate))
                indexed.terms.push_back(std::move(term));
            if (!phone.empty()) {
                for (auto& term : phone_terms(Phone{phone})) indexed.terms.push_back(std::move(term));
            }
            index_object(tx, indexed);
        });
    }
    std::vector<std::int64_t> found(std::string q, std::optional<std::string> object_type = {}) {
        std::vector<std::int64_t> ids;
        const auto hits = test.view(find_view, {.q = std::move(q), .object_type = std::move(object_type)});
        for (const auto& hit : hits->hits) ids.push_back(hit.object_id);
        return ids;
    }
    using Ids = std::vector<std::int64_t>;
};
FORECOURT_ON_EVERY_ENGINE(SearchTest);

TEST_P(SearchTest, what_people_type_finds_the_customer) {
    index("customer", 1, "欧阳建国", "京A12345", "13812345678");
    index("customer", 2, "王建国", "京B54321", "13987654321");
    index("customer", 3, "李娜", "沪C00001", "13712340000");
    struct Case {
        const char* typed;
        Ids expected;
    };
    const Case cases[] = {
        {"建国", {2, 1}},       {"欧阳", {1}},      {"欧阳建国", {1}}, {"oyjg", {1}},
        {"lina", {3}},          {"京A·12345", {1}}, {"京A", {1}},      {"5678", {1}},
        {"138 1234 5678", {1}}, {"1381234", {1}},   {"建国 京B", {2}}, {"建国 4321", {2}},
        {"建国 0000", {}},      {"不存在", {}},     {"", {}},          {"   ", {}},
    };
    for (const auto& c : cases) EXPECT_EQ(found(c.typed), c.expected) << c.typed;
}

TEST_P(SearchTest, a_hit_says_what_it_is) {
    index("customer", 1, "李娜", "京A12345");
    const auto view = test.view(find_view, {.q = "李娜"});
    ASSERT_EQ(view->hits.size(), 1U);
    EXPECT_EQ(view->hits[0].object_type, "customer");
    EXPECT_EQ(view->hits[0].title, "李娜");
    EXPECT_EQ(view->hits[0].subtitle, "京A12345");
    EXPECT_EQ(view->hits[0].link, "/customers/1");
}

TEST_P(SearchTest, a_changed_object_is_found_by_its_new_words_only) {
    index("customer", 1, "李娜", "京A12345");
    index("customer", 1, "李丽娜", "京A12345");
    EXPECT_EQ(found("丽娜"), Ids{1});
    EXPECT_EQ(found("李娜"), Ids{});
    EXPECT_EQ(found("京A12345"), Ids{1});
    test.run([](Tx& tx) { remove_object(tx, "customer", 1); });
    EXPECT_EQ(found("丽娜"), Ids{});
    EXPECT_EQ(found("京A12345"), Ids{});
    test.run([](Tx& tx) { remove_object(tx, "customer", 1); });
}

TEST_P(SearchTest, kinds_of_record_are_told_apart) {
    index("customer", 1, "李娜");
    index("lead", 1, "李娜");
    EXPECT_EQ(found("李娜").size(), 2U);
    EXPECT_EQ(found("李娜", "lead").size(), 1U);
    EXPECT_EQ(found("李娜", "visit").size(), 0U);
    EXPECT_EQ(find_objects(test.db(), test.store(), "lead", "李娜", 10), Ids{1});
    EXPECT_EQ(find_objects(test.db(), test.store(), "visit", "李娜", 10), Ids{});
}

TEST_P(SearchTest, another_store_and_customers_find_nothing) {
    index("customer", 1, "李娜");
    test.act_as({9}, {Role::sales}, {2});
    EXPECT_EQ(found("李娜"), Ids{});
    test.act_as_customer(1);
    EXPECT_EQ(refusal_of(test.view(find_view, {.q = "李娜"})), "not_allowed");
}

TEST_P(SearchTest, twenty_hits_are_enough_and_the_newest_come_first) {
    for (int i = 1; i <= 25; ++i) index("customer", i, "张伟");
    const auto ids = found("张伟");
    ASSERT_EQ(ids.size(), 20U);
    EXPECT_EQ(ids.front(), 25);
    EXPECT_EQ(ids.back(), 6);
}

TEST_P(SearchTest, a_telephone_number_is_nowhere_in_the_index) {
    index("customer", 1, "李娜", "", "13812345678");
    const db::Sql terms_with_digits{"test.terms",
                                    "select count(*) from search_term where term like '%5678%'"};
    EXPECT_EQ(db::number(test.db(), terms_with_digits), 0);
}

TEST_P(SearchTest, a_long_question_uses_the_terms_that_tell_most) {
    index("customer", 1, "内蒙古自治区呼和浩特市第一建筑工程有限公司");
    index("customer", 2, "内蒙古自治区呼和浩特市第二建筑工程有限公司");
    EXPECT_EQ(found("内蒙古自治区呼和浩特市第一建筑工程"), Ids{1});
}

}  // namespace
}  // namespace forecourt::search
