#include <modules/consultation/question/question.h>

#include <gtest/gtest.h>

namespace forecourt::consultation {
namespace {

TEST(Question, from_a_campaign_about_buying_with_a_number_is_a_lead_at_once) {
    using enum QuestionChannel;
    const struct {
        bool at_once;
        QuestionChannel channel;
        Topic topic;
        const char* phone;
    } cases[] = {
        {true, campaign, Topic::price, "136****1111"},
        {true, api, Topic::new_car, "136****1111"},
        {true, api, Topic::test_drive, "136****1111"},
        {true, campaign, Topic::finance, "136****1111"},
        {true, campaign, Topic::used_car, "136****1111"},
        {false, campaign, Topic::service, "136****1111"},
        {false, campaign, Topic::parts, "136****1111"},
        {false, api, Topic::other, "136****1111"},
        {false, campaign, Topic::price, ""},
        {false, web_form, Topic::price, "136****1111"},
        {false, phone_call, Topic::price, "136****1111"},
        {false, chat, Topic::new_car, "136****1111"},
        {false, walk_in, Topic::new_car, "136****1111"},
    };
    for (const auto& c : cases) {
        QuestionRow question;
        question.channel = c.channel;
        question.topic = c.topic;
        question.phone_masked = c.phone;
        EXPECT_EQ(is_lead_at_once(question), c.at_once) << name_of(c.channel) << " " << name_of(c.topic);
    }
    QuestionRow joined;
    joined.channel = campaign;
    joined.topic = Topic::price;
    joined.phone_masked = "136****1111";
    joined.lead_id = Id<leads::Lead>{7};
    EXPECT_FALSE(is_lead_at_once(joined));
}

}  // namespace
}  // namespace forecourt::consultation
