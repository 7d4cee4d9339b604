#include <assets/assets.h>
#include <services/checklists/checklist.h>
#include <services/checklists/views.h>
#include <services/files/api.h>
#include <testing/engine_test.h>

namespace forecourt::checklists {
namespace {

using testing::refusal_of;

Definition walk_round() {
    return {.name = "walk_round",
            .title = {"环车检查", "Walk-round"},
            .items = {{.name = "front", .text = {"车头", "Front"}, .photo = PhotoRule::required},
                      {.name = "tyres", .text = {"轮胎", "Tyres"}, .photo = PhotoRule::optional},
                      {.name = "horn", .text = {"喇叭", "Horn"}, .photo = PhotoRule::never}}};
}

TEST(ChecklistRules, what_fills_a_list) {
    const FileHash uploaded{std::string(64, 'a')};
    const FileHash unknown{std::string(64, 'b')};
    const auto is_uploaded = [&](const FileHash& hash) { return hash == uploaded; };
    const ItemAnswer front{.item = "front", .verdict = Verdict::ok, .photos = {uploaded}};
    const ItemAnswer no_photo{.item = "front", .verdict = Verdict::fault};
    const ItemAnswer lost_photo{.item = "front", .verdict = Verdict::ok, .photos = {uploaded, unknown}};
    const ItemAnswer without_front{.item = "front", .verdict = Verdict::not_applicable};
    const ItemAnswer tyres{.item = "tyres", .verdict = Verdict::fault, .note = "左前磨损"};
    const ItemAnswer horn{.item = "horn", .verdict = Verdict::ok};
    const ItemAnswer strange{.item = "wings", .verdict = Verdict::ok};
    const struct {
        const char* refusal;
        const char* item;
        std::vector<ItemAnswer> answers;
    } cases[] = {
        {"", "", {front, tyres, horn}},
        {"", "", {horn, front, tyres}},
        {"", "", {without_front, tyres, horn}},
        {"checklist_incomplete", "front", {}},
        {"checklist_incomplete", "horn", {front, tyres}},
        {"checklist_incomplete", "tyres", {front, tyres, tyres, horn}},
        {"checklist_incomplete", "wings", {front, tyres, horn, strange}},
        {"checklist_photo_missing", "front", {no_photo, tyres, horn}},
        {"checklist_photo_missing", "front", {lost_photo, tyres, horn}},
    };
    for (const auto& c : cases) {
        const auto no = may_fill(walk_round(), c.answers, is_uploaded);
        EXPECT_EQ(no ? no->name() : "", c.refusal);
        if (no) {
            EXPECT_EQ(no->details[0].second, c.item);
        }
    }
}

TEST(ChecklistRules, what_a_definition_must_have) {
    Definition definition;
    EXPECT_FALSE(read_definition(reflect::to_json(walk_round()), definition));
    EXPECT_EQ(definition.items[0].photo, PhotoRule::required);
    auto empty = walk_round();
    empty.items.clear();
    auto twice = walk_round();
    twice.items.push_back(twice.items[0]);
    Definition spare;
    EXPECT_TRUE(read_definition(reflect::to_json(empty), spare));
    spare = {};
    EXPECT_TRUE(read_definition(reflect::to_json(twice), spare));
    spare = {};
    EXPECT_TRUE(read_definition(R"({"name":"x"})", spare));
}

TEST(ChecklistRules, every_list_of_the_program_can_be_read) {
    for (const auto& asset : assets::under("standards/checklists/")) {
        Definition definition;
        EXPECT_EQ(read_definition(asset.body, definition).value_or(""), "") << asset.path;
        EXPECT_NE(find_definition(definition.name), nullptr) << asset.path;
    }
}

class ChecklistsTest : public testing::EngineTest {
  protected:
    // A picture so many pixels wide, as far as its head says.
    FileHash photo_of(char width) {
        std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\2\0\0\0\2\x08\6\0\0\0", 29);
        png[19] = width;
        return *test.run([&](Tx& tx) { return files::store_upload(tx, "", png + "12345678"); });
    }
    // Answers to a list of the program, with a photo wherever one must be.
    std::vector<ItemAnswer> answers_for(const Definition& definition) {
        std::vector<ItemAnswer> answers;
        for (const auto& item : definition.items) {
            answers.push_back({.item = item.name, .verdict = Verdict::ok, .note = {}, .photos = {}});
            if (item.photo == PhotoRule::required) answers.back().photos.push_back(photo_of(2));
        }
        return answers;
    }
    Result<ChecklistResult> fill_it(std::string_view name, const std::vector<ItemAnswer>& answers) {
        return test.run([&](Tx& tx) { return fill(tx, name, {"repair_order", 42}, answers); });
    }
};
FORECOURT_ON_EVERY_ENGINE(ChecklistsTest);

TEST_P(ChecklistsTest, a_filled_list_can_be_read_again) {
    const auto* list = find_definition("appearance");
    ASSERT_NE(list, nullptr);
    auto answers = answers_for(*list);
    answers[0].verdict = Verdict::fault;
    answers[0].note = "未佩戴工牌";
    answers[0].photos.push_back(photo_of(3));
    const auto result = fill_it("appearance", answers);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->faults, 1);
    EXPECT_EQ(test.last_event("checklists.filled")->object("repair_order"), 42);
    const auto view = test.view(filled, {result->id});
    ASSERT_TRUE(view);
    EXPECT_EQ(view->title.zh, list->title.zh);
    ASSERT_EQ(view->items.size(), list->items.size());
    EXPECT_EQ(view->items[0].note, "未佩戴工牌");
    EXPECT_EQ(view->items[0].photos.back(), answers[0].photos.back());
    EXPECT_EQ(test.view(of_record, {"repair_order", 42})->rows.size(), 1U);
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_EQ(refusal_of(test.view(filled, {result->id})), "filled_checklist_not_found");
    EXPECT_TRUE(test.view(of_record, {"repair_order", 42})->rows.empty());
}

TEST_P(ChecklistsTest, an_unknown_list_and_a_missing_answer_are_refused) {
    EXPECT_EQ(refusal_of(fill_it("no_such_list", {})), "checklist_unknown");
    EXPECT_EQ(refusal_of(fill_it("appearance", {})), "checklist_incomplete");
    EXPECT_EQ(refusal_of(test.view(definition, {"no_such_list"})), "checklist_unknown");
    EXPECT_EQ(test.view(definition, {"appearance"})->name, "appearance");
}

}  // namespace
}  // namespace forecourt::checklists
