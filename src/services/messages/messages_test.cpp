#include <services/messages/outbox_sender.h>
#include <services/messages/template.h>
#include <services/messages/views.h>
#include <testing/engine_test.h>

namespace forecourt::messages {
namespace {

using testing::refusal_of;

TEST(MessageRules, waits_grow_and_end) {
    EXPECT_EQ(wait_after(1), minutes(1));
    EXPECT_EQ(wait_after(4), hours(1));
    EXPECT_EQ(wait_after(7), hours(24));
    EXPECT_EQ(wait_after(8), std::nullopt);
}

TEST(MessageRules, a_recipient_is_only_hinted_at) {
    EXPECT_EQ(hint_of(Channel::sms, "13812348000"), "138****8000");
    EXPECT_EQ(hint_of(Channel::email, "wang@example.com"), "w***@example.com");
    EXPECT_EQ(hint_of(Channel::email, "@example.com"), "***");
    EXPECT_EQ(hint_of(Channel::in_app, ""), "");
}

TEST(MessageRules, sentences_take_their_values) {
    const std::string params =
        R"({"name":"王\"女士\"","amount":123450,"at":"2026-11-22T02:00:00.000Z","count":3,"note":null})";
    EXPECT_EQ(filled_in("{{name}}，您好", params), "王\"女士\"，您好");
    EXPECT_EQ(filled_in("合计{{amount, money}}元", params), "合计1,234.50元");
    EXPECT_EQ(filled_in("{{at, time}} {{count}} {{note}}|", params), "2026-11-22 10:00 3 |");
    EXPECT_EQ(filled_in("没有空位", params), "没有空位");
    EXPECT_EQ(filled_in("{{ 未完", params), "{{ 未完");
    EXPECT_THROW(filled_in("{{unknown}}", params), BrokenInvariant);
}

class MessagesTest : public testing::EngineTest {
  protected:
    Id<Message> put(Channel channel, const std::string& to) {
        return test.run([&](Tx& tx) {
            return send(tx, {.channel = channel,
                             .customer_id = 5,
                             .to = to,
                             .template_key = "test",
                             .params_json = R"({"store":"测试门店"})",
                             .about = {"visit", 1}});
        });
    }
    OutboxRow row(Id<Message> id) {
        const auto page = test.view(outbox, {});
        for (const auto& row : page->rows) {
            if (row.id == id) return row;
        }
        ADD_FAILURE() << "no message " << id.value;
        return {};
    }
    std::size_t count(MessageState state) { return test.view(outbox, {.state = state})->rows.size(); }
    OutboxSender sender(std::map<Channel, Transport> transports) {
        return OutboxSender(
            {.transports = std::move(transports),
             .stores = [] { return std::vector{Id<Store>{1}}; },
             .transaction = [this](Id<Store>, const std::function<void(Tx&)>& work) { test.run(work); },
             .failed = {}});
    }
    Transport answering(Ending ending) {
        return [this, ending](const Outgoing& message) {
            sent_.push_back(message);
            return Attempt{.id = message.id, .ending = ending, .detail = "busy"};
        };
    }
    std::vector<Outgoing> sent_;
};
FORECOURT_ON_EVERY_ENGINE(MessagesTest);

TEST_P(MessagesTest, a_message_is_written_with_its_words) {
    const auto id = put(Channel::sms, "13812348000");
    const auto written = row(id);
    EXPECT_EQ(written.content, "这是测试门店发来的测试消息。");
    EXPECT_EQ(written.recipient_hint, "138****8000");
    EXPECT_EQ(count(MessageState::waiting), 1U);
    const db::Sql open{"test.open", "select count(*) from messages_message where recipient like '%8000%'"};
    EXPECT_EQ(db::number(test.db(), open), 0);
    EXPECT_THROW(test.run([](Tx& tx) { send(tx, {.channel = Channel::in_app, .template_key = "no_such"}); }),
                 BrokenInvariant);
}

TEST_P(MessagesTest, what_is_due_is_sent_once) {
    const auto id = put(Channel::sms, "13812348000");
    put(Channel::email, "wang@example.com");
    auto outgoing = sender({{Channel::sms, answering(Ending::sent)}});
    EXPECT_EQ(outgoing.send_due(), 1U);
    EXPECT_EQ(outgoing.send_due(), 0U);
    ASSERT_EQ(sent_.size(), 1U);
    EXPECT_EQ(sent_[0].recipient, "13812348000");
    EXPECT_EQ(row(id).sent_at, test.now);
    EXPECT_EQ(test.last_event("messages.sent")->object("customer"), 5);
    // Nobody sends e-mail here: it waits.
    EXPECT_EQ(count(MessageState::waiting), 1U);
}

TEST_P(MessagesTest, a_failed_attempt_is_repeated_later_and_given_up_in_the_end) {
    const auto id = put(Channel::email, "wang@example.com");
    auto outgoing = sender({{Channel::email, answering(Ending::retry_later)}});
    EXPECT_EQ(outgoing.send_due(), 1U);
    EXPECT_EQ(row(id).next_attempt_at, test.now + minutes(1));
    EXPECT_EQ(row(id).last_error, "busy");
    test.now = test.now + minutes(1) - Duration{1};
    EXPECT_EQ(outgoing.send_due(), 0U);
    test.now = test.now + Duration{1};
    EXPECT_EQ(outgoing.send_due(), 1U);
    for (int i = 0; i < 6; ++i) {
        test.now = test.now + hours(24);
        EXPECT_EQ(outgoing.send_due(), 1U);
    }
    EXPECT_EQ(row(id).attempts, 8);
    EXPECT_EQ(row(id).given_up_at, test.now);
    EXPECT_EQ(count(MessageState::given_up), 1U);
    EXPECT_NE(test.last_event("messages.given_up"), nullptr);
}

TEST_P(MessagesTest, an_address_that_cannot_be_is_given_up_at_once) {
    const auto id = put(Channel::email, "wang@example.com");
    EXPECT_EQ(sender({{Channel::email, answering(Ending::failed_for_good)}}).send_due(), 1U);
    EXPECT_TRUE(row(id).given_up_at);
}

TEST_P(MessagesTest, a_message_that_was_taken_and_not_reported_comes_due_again) {
    put(Channel::sms, "13812348000");
    const auto take = [&] { return test.run([](Tx& tx) { return take_due(tx, Channel::sms, 10); }).size(); };
    EXPECT_EQ(take(), 1U);
    EXPECT_EQ(take(), 0U);
    test.now = test.now + minutes(10);
    EXPECT_EQ(take(), 1U);
}

TEST_P(MessagesTest, a_second_report_changes_nothing) {
    const auto id = put(Channel::sms, "13812348000");
    test.run([&](Tx& tx) { record_attempt(tx, {.id = id, .ending = Ending::sent, .detail = ""}); });
    const auto events = test.events.size();
    test.run(
        [&](Tx& tx) { record_attempt(tx, {.id = id, .ending = Ending::failed_for_good, .detail = "x"}); });
    EXPECT_TRUE(row(id).sent_at);
    EXPECT_EQ(test.events.size(), events);
}

TEST_P(MessagesTest, a_customer_reads_her_own) {
    const auto id = put(Channel::in_app, "");
    EXPECT_EQ(row(id).sent_at, test.now);
    test.act_as_customer(5);
    EXPECT_EQ(test.view(mine, {})->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.view(outbox, {})), "not_allowed");
    test.act_as_customer(6);
    EXPECT_TRUE(test.view(mine, {})->rows.empty());
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_TRUE(test.view(outbox, {})->rows.empty());
    EXPECT_EQ(refusal_of(test.view(outbox, {.sort = "channel"})), "sort_not_offered");
    EXPECT_EQ(refusal_of(test.view(outbox, {.after = "x"})), "cursor_not_understood");
}

}  // namespace
}  // namespace forecourt::messages
