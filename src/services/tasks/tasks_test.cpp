#include <services/tasks/actions.h>
#include <services/tasks/views.h>
#include <testing/engine_test.h>

namespace forecourt::tasks {
namespace {

using testing::refusal_of;

class TasksTest : public testing::EngineTest {
  protected:
    Id<Task> add(NewTask task) {
        task.title_key = "task.test";
        return test.run([&](Tx& tx) { return add_task(tx, task); });
    }
    std::vector<std::int64_t> mine_ids() {
        std::vector<std::int64_t> ids;
        const auto view = test.view(mine, {});
        for (const auto& row : view->rows) ids.push_back(row.id.value);
        return ids;
    }
    std::size_t unread() { return test.view(my_alerts, {})->rows.size(); }
};
FORECOURT_ON_EVERY_ENGINE(TasksTest);

TEST_P(TasksTest, my_tasks_are_those_for_me_and_my_roles_the_most_urgent_first) {
    const auto now = test.now;
    const auto later = add({.user_id = Id<User>{7}, .due_at = now + hours(3), .about = {"visit", 1}});
    const auto late = add({.role = Role::sales, .due_at = now - minutes(1), .about = {"visit", 1}});
    const auto soon = add({.role = Role::host, .due_at = now + hours(1), .about = {"visit", 1}});
    add({.user_id = Id<User>{8}, .role = Role::sales, .due_at = now, .about = {"visit", 1}});
    add({.role = Role::parts, .due_at = now, .about = {"visit", 1}});
    test.act_as({7}, {Role::sales, Role::host});
    EXPECT_EQ(mine_ids(), (std::vector{late.value, soon.value, later.value}));
    const auto view = test.view(mine, {});
    EXPECT_EQ(view->late, 1);
    EXPECT_TRUE(view->rows[0].late);
    EXPECT_FALSE(view->rows[1].late);
    EXPECT_EQ(test.view(mine, {.limit = 2})->rows.size(), 2U);
}

TEST_P(TasksTest, a_task_is_late_one_millisecond_after_it_was_due) {
    add({.user_id = Id<User>{7}, .due_at = test.now, .about = {"visit", 1}});
    EXPECT_FALSE(test.view(mine, {})->rows[0].late);
    test.now = test.now + Duration{1};
    EXPECT_TRUE(test.view(mine, {})->rows[0].late);
}

TEST_P(TasksTest, another_store_sees_none_of_them) {
    const auto task = add({.role = Role::gm, .due_at = test.now, .about = {"visit", 1}});
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_TRUE(mine_ids().empty());
    EXPECT_EQ(refusal_of(test.action(complete, {task})), "task_not_found");
}

TEST_P(TasksTest, who_may_complete) {
    test.act_as({7}, {Role::sales});
    const auto own =
        add({.user_id = Id<User>{7}, .due_at = test.now, .about = {"visit", 1}, .customer_id = 5});
    const auto of_role = add({.role = Role::sales, .due_at = test.now, .about = {"visit", 1}});
    const auto of_colleague = add({.user_id = Id<User>{8}, .role = Role::sales, .due_at = test.now});
    const auto of_other_role = add({.role = Role::host, .due_at = test.now});
    EXPECT_EQ(refusal_of(test.action(complete, {own})), "");
    EXPECT_EQ(test.last_event("tasks.task_completed")->object("visit"), 1);
    EXPECT_EQ(test.last_event("tasks.task_completed")->object("customer"), 5);
    EXPECT_EQ(refusal_of(test.action(complete, {own})), "task_is_closed");
    EXPECT_EQ(refusal_of(test.action(complete, {of_role})), "");
    EXPECT_EQ(refusal_of(test.action(complete, {of_colleague})), "task_is_not_yours");
    EXPECT_EQ(refusal_of(test.action(complete, {of_other_role})), "task_is_not_yours");
    test.act_as({1}, {Role::gm});
    EXPECT_EQ(refusal_of(test.action(complete, {of_colleague})), "");
    test.act_as_customer(5);
    EXPECT_EQ(refusal_of(test.action(complete, {of_other_role})), "not_allowed");
}

TEST_P(TasksTest, what_happened_closes_the_tasks_that_asked_for_it) {
    const auto greet = [&](std::string_view key, ObjectRef about) {
        return test.run([&](Tx& tx) {
            return add_task(tx, {.title_key = key, .role = Role::gm, .due_at = tx.now(), .about = about});
        });
    };
    greet("task.greet", {"visit", 1});
    const auto other_title = greet("task.needs", {"visit", 1});
    const auto other_visit = greet("task.greet", {"visit", 2});
    test.run([](Tx& tx) { close_tasks(tx, {"visit", 1}, "task.greet"); });
    EXPECT_EQ(mine_ids(), (std::vector{other_title.value, other_visit.value}));
    test.run([](Tx& tx) { close_every_task(tx, {"visit", 1}); });
    EXPECT_EQ(mine_ids(), (std::vector{other_visit.value}));
}

TEST_P(TasksTest, an_alert_is_pushed_and_stays_until_each_has_read_it) {
    test.run([](Tx& tx) {
        alert(tx, {.title_key = "alert.test",
                   .params_json = R"({"name":"王女士"})",
                   .role = Role::host,
                   .link = "/visits/1",
                   .about = {"visit", 1},
                   .level = AlertLevel::urgent});
    });
    const auto* event = test.last_event("tasks.alert_raised");
    ASSERT_NE(event, nullptr);
    EXPECT_EQ(event->object("visit"), 1);
    EXPECT_EQ(event->data,
              R"({"user_id":null,"role":"host","title_key":"alert.test","params":{"name":"王女士"},)"
              R"("link":"/visits/1","level":"urgent"})");
    const Id<RaisedAlert> id{event->object("alert")};
    EXPECT_EQ(unread(), 0U);
    EXPECT_EQ(refusal_of(test.action(mark_alerts_read, {{id}})), "alert_not_found");
    test.act_as({3}, {Role::host});
    EXPECT_EQ(unread(), 1U);
    EXPECT_EQ(refusal_of(test.action(mark_alerts_read, {{id}})), "");
    EXPECT_EQ(refusal_of(test.action(mark_alerts_read, {{id}})), "");
    EXPECT_EQ(unread(), 0U);
    test.act_as({4}, {Role::host});
    EXPECT_EQ(unread(), 1U);
    test.now = test.now + days(7);
    EXPECT_EQ(unread(), 0U);
}

TEST_P(TasksTest, an_alert_to_a_person_is_hers_alone) {
    test.run([](Tx& tx) {
        alert(tx,
              {.title_key = "alert.test", .user_id = Id<User>{3}, .role = Role::host, .about = {"visit", 1}});
    });
    test.act_as({4}, {Role::host});
    EXPECT_EQ(unread(), 0U);
    test.act_as({3}, {Role::sales});
    EXPECT_EQ(unread(), 1U);
}

}  // namespace
}  // namespace forecourt::tasks
