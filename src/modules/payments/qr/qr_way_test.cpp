#include <mail/webhook.h>
#include <modules/payments/qr/qr_actions.h>
#include <testing/engine_test.h>

namespace forecourt::payments {
namespace {

using testing::refusal_of;

// The payment company's calls through the action: nothing is believed that is not signed now.
class QrWayTest : public testing::EngineTest {
  protected:
    QrWayTest() {
        configure_gateway(http_gateway({.url = "https://pay.test",
                                        .secret = "a secret of the test",
                                        .notify_url = "https://dms.test/api/gateway"}));
        test.act_as(Id<User>{0}, {Role::system});
    }
    ~QrWayTest() override { configure_gateway(nullptr); }

    Result<NoticeTaken> tell(const char* secret, Instant at, const std::string& body) {
        return test.action(take_notice,
                           {.body = body, .signature = mail::webhook_signature(secret, body, at)});
    }
};
FORECOURT_ON_EVERY_ENGINE(QrWayTest);

TEST_P(QrWayTest, believes_what_is_signed_now) {
    const std::string body = R"({"order_number":"QR1","gateway_reference":"W1","amount":100})";
    EXPECT_EQ(refusal_of(tell("another secret", test.now, body)), "notice_forged");
    EXPECT_EQ(refusal_of(tell("a secret of the test", test.now - minutes(6), body)), "notice_too_old");
    EXPECT_EQ(refusal_of(tell("a secret of the test", test.now, "{}")), "notice_not_understood");
    const auto taken = tell("a secret of the test", test.now, body);
    ASSERT_TRUE(taken) << refusal_of(taken);
    EXPECT_EQ(taken->question, NoticeQuestion::unknown_order);
    const auto again = tell("a secret of the test", test.now, body);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->outcome, NoticeOutcome::repeated);
}

TEST_P(QrWayTest, needs_a_company) {
    configure_gateway(nullptr);
    EXPECT_EQ(refusal_of(tell("a secret of the test", test.now, "{}")), "gateway_not_there");
    test.act_as(Id<User>{7}, {Role::cashier});
    EXPECT_EQ(refusal_of(test.action(request_qr, {.due_id = {1}, .amount = yuan(1)})), "gateway_not_there");
}

}  // namespace
}  // namespace forecourt::payments
