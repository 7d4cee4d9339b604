#include <assets/assets.h>
#include <services/checklists/checklist.h>
#include <services/checklists/draft/list_differences.h>
#include <services/checklists/draft/list_draft_views.h>
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
        // What the person reads is the point's own words.
        if (no && no->details[0].second == "front") {
            EXPECT_EQ(no->details[1].second, walk_round().items.front().text.zh);
        }
    }
}

TEST(ChecklistRules, a_measure_beyond_its_limits_can_only_be_a_fault) {
    const Definition list{.name = "brakes",
                          .title = {"制动", "Brakes"},
                          .items = {{.name = "pads",
                                     .text = {"摩擦片厚度", "Pads"},
                                     .photo = PhotoRule::never,
                                     .measure = MeasureRule{"mm", Quantity{3000}, Quantity{12000}}}},
                          .copied_from = {}};
    const struct {
        const char* refusal;
        Verdict verdict;
        std::optional<Quantity> measured;
    } cases[] = {
        {"", Verdict::ok, Quantity{3000}},
        {"checklist_measure_beyond_limits", Verdict::ok, Quantity{2999}},
        {"", Verdict::fault, Quantity{2999}},
        {"", Verdict::ok, Quantity{12000}},
        {"checklist_measure_beyond_limits", Verdict::ok, Quantity{12001}},
        {"checklist_measure_missing", Verdict::ok, std::nullopt},
        {"checklist_measure_missing", Verdict::fault, std::nullopt},
        {"", Verdict::not_applicable, std::nullopt},
    };
    for (const auto& c : cases) {
        const ItemAnswer answer{
            .item = "pads", .verdict = c.verdict, .note = {}, .photos = {}, .measured = c.measured};
        const auto no = may_fill(list, {answer}, [](const FileHash&) { return true; });
        EXPECT_EQ(no ? no->name() : "", c.refusal);
    }
    const ItemAnswer thin{
        .item = "pads", .verdict = Verdict::fault, .note = "偏薄", .photos = {}, .measured = Quantity{2500}};
    EXPECT_EQ(note_of(list, thin), "2.5 mm，偏薄");
    EXPECT_EQ(text_of(list, "pads"), "摩擦片厚度");
}

struct ListEdit {
    const char* said;
    void (*make)(Definition&);
};

TEST(ChecklistRules, what_a_list_must_have_before_it_is_used) {
    const ListEdit edits[] = {
        {"", [](Definition&) {}},
        {"list_needs_title", [](Definition& list) { list.title.zh.clear(); }},
        {"list_needs_items", [](Definition& list) { list.items.clear(); }},
        {"list_item_needs_text", [](Definition& list) { list.items[1].text.zh.clear(); }},
        {"list_item_twice", [](Definition& list) { list.items[1].name = "front"; }},
        {"list_item_twice", [](Definition& list) { list.items[1].name.clear(); }},
        {"list_measure_needs_unit", [](Definition& list) { list.items[1].measure = MeasureRule{}; }},
        {"",
         [](Definition& list) {
             list.items[1].measure = MeasureRule{"mm", Quantity{1600}, Quantity{1600}};
         }},
        {"list_limits_crossed",
         [](Definition& list) {
             list.items[1].measure = MeasureRule{"mm", Quantity{1601}, Quantity{1600}};
         }},
    };
    for (const auto& edit : edits) {
        auto list = walk_round();
        edit.make(list);
        const auto no = may_hold(list);
        EXPECT_EQ(no ? no->name() : "", edit.said);
    }
}

TEST(ChecklistRules, each_change_of_a_list_is_told_once) {
    const ListEdit edits[] = {
        {"", [](Definition&) {}},
        {"title", [](Definition& list) { list.title.en = "Round"; }},
        {"item_text:tyres", [](Definition& list) { list.items[1].text.zh = "四条轮胎"; }},
        {"photo:horn", [](Definition& list) { list.items[2].photo = PhotoRule::required; }},
        {"measure:tyres",
         [](Definition& list) {
             list.items[1].measure = MeasureRule{"mm", Quantity{1600}, {}};
         }},
        {"item_removed:tyres", [](Definition& list) { list.items.erase(list.items.begin() + 1); }},
        {"item_moved:horn item_moved:tyres",
         [](Definition& list) { std::swap(list.items[1], list.items[2]); }},
        {"item_added:lamp",
         [](Definition& list) {
             list.items.insert(list.items.begin(), {.name = "lamp", .text = {"灯", "Lamp"}, .photo = {}});
         }},
    };
    for (const auto& edit : edits) {
        auto after = walk_round();
        edit.make(after);
        std::string told;
        for (const auto& one : list_differences(walk_round(), after)) {
            told += (told.empty() ? "" : " ") + std::string(name_of(one.kind)) +
                    (one.item.empty() ? "" : ":" + one.item);
        }
        EXPECT_EQ(told, edit.said);
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
    EXPECT_EQ(refusal_of(test.view(definition, {"no_such_list", std::nullopt})), "checklist_unknown");
    EXPECT_EQ(test.view(definition, {"appearance", std::nullopt})->name, "appearance");
}

TEST_P(ChecklistsTest, what_runs_keeps_the_list_it_began_with) {
    const Instant began = test.now;
    ASSERT_TRUE(test.action(open_draft, {.checklist = {"appearance"}}));
    auto items = find_definition("appearance")->items;
    items.erase(items.begin());
    items.push_back({.name = "watch", .text = {"手表", "Watch"}, .photo = PhotoRule::never, .measure = {}});
    const BothLanguages title{"仪容", "Looks"};
    EXPECT_EQ(test.action(change_draft, {{"appearance"}, 1, title, items})->changes, 3);
    EXPECT_EQ(refusal_of(test.action(change_draft, {{"appearance"}, 2, title, {}})), "list_needs_items");
    test.now = test.now + hours(1);
    const auto published = test.action(publish, {{"appearance"}, 2, {"夏装不同"}, std::nullopt});
    ASSERT_TRUE(published);
    EXPECT_EQ(published->number, 2);
    EXPECT_EQ(list_at(test.db(), test.store(), "appearance", began)->number, 1);
    EXPECT_EQ(test.view(definition, {"appearance", std::nullopt})->items.back().name, "watch");
    EXPECT_EQ(test.view(definition, {"appearance", began})->items.front().name, "uniform");
    const auto old_answers = answers_for(*find_definition("appearance"));
    EXPECT_EQ(refusal_of(fill_it("appearance", old_answers)), "checklist_incomplete");
    const auto kept = test.run([&](Tx& tx) {
        return fill(tx, "appearance", {"repair_order", 42}, old_answers, began);
    });
    ASSERT_TRUE(kept);
    EXPECT_EQ(test.view(filled, {kept->id})->head.version_number, 1);
    EXPECT_EQ(test.view(filled, {kept->id})->title.zh, find_definition("appearance")->title.zh);
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_EQ(test.view(list_record, {{"appearance"}})->number, 1);
}

TEST_P(ChecklistsTest, a_list_of_the_stores_own_begins_as_a_copy) {
    const BothLanguages title{"云途 S 交车前检查", "Inspection of model S"};
    const auto copied = test.action(copy_list, {{"pre_delivery_inspection"}, title});
    ASSERT_TRUE(copied);
    const FilledText name{copied->checklist};
    EXPECT_EQ(refusal_of(test.view(definition, {name.text, std::nullopt})), "checklist_unknown");
    EXPECT_FALSE(test.view(list_record, {name})->list);
    ASSERT_TRUE(test.action(publish, {name, 1, {"新车型上市"}, std::nullopt}));
    const auto record = test.view(list_record, {name});
    EXPECT_EQ(record->number, 1);
    EXPECT_EQ(record->list->copied_from, "pre_delivery_inspection");
    // Where a norm wants the list it was copied from, the copy counts; the other way round it does not.
    const auto wants = [&](std::string_view list) {
        return last_filled_at(test.db(), test.store(), list, {"repair_order", 42}).has_value();
    };
    EXPECT_FALSE(wants("pre_delivery_inspection"));
    ASSERT_TRUE(fill_it(name.text, answers_for(*record->list)));
    EXPECT_TRUE(wants("pre_delivery_inspection"));
    EXPECT_TRUE(wants(name.text));
    EXPECT_FALSE(wants("appearance"));
    EXPECT_EQ(refusal_of(test.view(list_record, {{"no_such_list"}})), "checklist_unknown");
}

}  // namespace
}  // namespace forecourt::checklists
