#include <program/outbox.h>

#include <gtest/gtest.h>

namespace forecourt::program {
namespace {

using messages::Channel;

TEST(MessageSettings, say_which_ways_lead_out) {
    struct Case {
        const char* json;
        bool email;
        bool sms;
    };
    const Case cases[] = {
        {"{}", false, false},
        {R"({"smtp":{"host":"h","port":25,"security":"none","from":"a@example.com"}})", true, false},
        {R"({"sms":{"url":"https://example.com","secret":"s"}})", false, true},
    };
    for (const auto& c : cases) {
        const auto transports = transports_of(read_message_settings(c.json));
        EXPECT_EQ(transports.contains(Channel::email), c.email) << c.json;
        EXPECT_EQ(transports.contains(Channel::sms), c.sms) << c.json;
    }
}

TEST(MessageSettings, what_is_wrong_is_named) {
    const auto wrong = [](const char* json) {
        try {
            read_message_settings(json);
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(
        wrong(R"({"smtp":{"host":"h","port":25,"security":"none","from":"nobody"}})").find("/smtp/from"),
        std::string::npos);
    EXPECT_NE(
        wrong(R"({"smtp":{"host":"h","port":25,"security":"ssl","from":"a@example.com"}})").find("security"),
        std::string::npos);
    EXPECT_NE(wrong("nothing").find("messages.json"), std::string::npos);
}

}  // namespace
}  // namespace forecourt::program
