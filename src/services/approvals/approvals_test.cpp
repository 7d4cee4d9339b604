#include <services/approvals/actions.h>
#include <services/approvals/views.h>
#include <testing/engine_test.h>

namespace forecourt::approvals {
namespace {

using testing::refusal_of;

// security 15, 18
TEST(ApprovalRules, who_may_decide) {
    struct Case {
        const char* expected;
        ApprovalRow approval;
        Actor actor;
    };
    const ApprovalRow open{.decider = Role::sales_manager, .requested_by = {7}};
    auto decided = open;
    decided.decided_at = Instant{1};
    auto withdrawn = open;
    withdrawn.withdrawn_at = Instant{1};
    const Actor manager{.user_id = {8}, .roles = {Role::sales_manager}};
    const Actor sales{.user_id = {8}, .roles = {Role::sales}};
    const Actor requester{.user_id = {7}, .roles = {Role::sales, Role::sales_manager}};
    const Case cases[] = {
        {"", open, manager},
        {"approval_already_decided", decided, manager},
        {"approval_is_withdrawn", withdrawn, manager},
        {"approval_needs_another_role", open, sales},
        {"approval_is_your_own", open, requester},
    };
    for (const auto& c : cases) {
        const auto no = may_decide(c.approval, c.actor);
        EXPECT_EQ(no ? no->name() : "", c.expected);
    }
}

class ApprovalsTest : public testing::EngineTest {
  protected:
    ApprovalsTest() { test.act_as({7}, {Role::sales}); }
    Id<Approval> request(ObjectRef about = {"record", 42}) {
        return test.run([&](Tx& tx) {
            return request_approval(tx, {.kind = "test.question",
                                         .about = about,
                                         .amount = yuan(6000),
                                         .reason = "竞品报价更低",
                                         .decider = Role::sales_manager,
                                         .link = "/records/42",
                                         .summary = "凯美瑞，王女士"});
        });
    }
    bool waits() { return is_waiting(test.db(), test.store(), "test.question", {"record", 42}); }
};
FORECOURT_ON_EVERY_ENGINE(ApprovalsTest);

TEST_P(ApprovalsTest, a_request_waits_for_the_role_and_alerts_it) {
    EXPECT_FALSE(waits());
    const auto id = request();
    EXPECT_TRUE(waits());
    EXPECT_EQ(test.last_event("approvals.requested")->object("record"), 42);
    EXPECT_NE(test.last_event("tasks.alert_raised"), nullptr);
    test.act_as({8}, {Role::sales_manager});
    const auto view = test.view(waiting, {});
    ASSERT_EQ(view->rows.size(), 1U);
    EXPECT_EQ(view->rows[0].id, id);
    EXPECT_EQ(view->rows[0].amount, yuan(6000));
    ASSERT_EQ(view->rows[0].allowed_actions.size(), 1U);
    EXPECT_FALSE(view->rows[0].allowed_actions[0].refused_because);
    test.act_as({7}, {Role::sales_manager});
    const auto own = test.view(waiting, {});
    EXPECT_EQ(own->rows[0].allowed_actions[0].refused_because, "approval_is_your_own");
    test.act_as({9}, {Role::finance});
    EXPECT_TRUE(test.view(waiting, {})->rows.empty());
}

TEST_P(ApprovalsTest, the_answer_is_an_event_for_the_one_who_asked) {
    const auto id = request();
    test.act_as({8}, {Role::sales_manager});
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, "同意"})), "");
    const auto* granted = test.last_event("approvals.granted");
    ASSERT_NE(granted, nullptr);
    EXPECT_EQ(granted->object("approval"), id.value);
    EXPECT_EQ(granted->object("record"), 42);
    EXPECT_EQ(reflect::json_member(granted->data, "kind"), "\"test.question\"");
    EXPECT_EQ(granted->number("decided_by"), 8);
    EXPECT_FALSE(waits());
    EXPECT_EQ(refusal_of(test.action(decide, {id, false, ""})), "approval_already_decided");
    const auto history = test.view(of_record, {"record", 42});
    ASSERT_EQ(history->rows.size(), 1U);
    EXPECT_EQ(history->rows[0].granted, true);
    EXPECT_EQ(history->rows[0].note, "同意");
}

TEST_P(ApprovalsTest, no_is_an_answer_too) {
    const auto id = request();
    test.act_as({8}, {Role::sales_manager});
    EXPECT_EQ(refusal_of(test.action(decide, {id, false, "毛利不够"})), "");
    EXPECT_NE(test.last_event("approvals.declined"), nullptr);
    EXPECT_EQ(test.last_event("approvals.granted"), nullptr);
}

TEST_P(ApprovalsTest, what_the_database_knows_is_refused_too) {
    const auto id = request();
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, ""})), "not_allowed");
    test.act_as({9}, {Role::finance});
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, ""})), "approval_needs_another_role");
    test.act_as({7}, {Role::sales_manager});
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, ""})), "approval_is_your_own");
    test.act_as({8}, {Role::sales_manager}, {2});
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, ""})), "approval_not_found");
}

TEST_P(ApprovalsTest, a_question_that_has_gone_is_withdrawn) {
    const auto id = request();
    const auto other = request({"record", 43});
    test.run([](Tx& tx) { withdraw_approvals(tx, "test.question", {"record", 42}); });
    EXPECT_FALSE(waits());
    test.act_as({8}, {Role::sales_manager});
    EXPECT_EQ(refusal_of(test.action(decide, {id, true, ""})), "approval_is_withdrawn");
    EXPECT_EQ(refusal_of(test.action(decide, {other, true, ""})), "");
}

}  // namespace
}  // namespace forecourt::approvals
