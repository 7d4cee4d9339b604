#pragma once
#include <demo/people.h>
#include <program/application.h>
#include <testing/json_value.h>

#include <map>
#include <optional>
#include <string>

namespace forecourt::testing {

/// The secret of the payment company that stories speak for.
inline constexpr const char* story_gateway_secret = "the secret of the stories";

/// Plays one story file against the program. A story is lines:
///
///     # a remark
///     clock 2026-03-02 09:00              local time; timed jobs run as the clock moves
///     + 5m                                 moves the clock: s, m, h, d
///     as host                              who acts, by login; `as customer @customer` by personal link,
///                                          `as visitor` without signing in
///     upload @photo png                    a file, known as @photo
///     upload @list csv a,b|1,2             a table; | ends a row
///     do reception.register_arrival {"party_size": 2}
///     -> {"visit_id": @visit}              the answer must hold this; an unknown @name takes its value
///     do deals.set_discount {"deal_id": @deal, "amount": 1}
///     !! discount_beyond_limit             refused with this name
///     do x {"price": "y"}
///     ?? /price expected_whole_number      malformed: the field and what is wrong with it
///     notice {"order_number": @number, "gateway_reference": "W1", "amount": 100}
///                                          the payment company's signed call, as an action of the system
///     totp @code @seed                     what an authenticator with this seed shows now
///     view leads.lead_record {"lead_id": @lead}
///     -> {"grade": "h"}
///
/// What follows a line with leading blanks belongs to it. A list in an answer must hold an element like each
/// one that is named; [] must be empty. A failing story throws with its file and line.
///
/// Every `do` is asked three things besides, without a word in the story: with another version than the
/// record has it is refused and changes nothing; sent again under its Idempotency-Key it gives the same
/// answer and changes nothing; and the key serves no other input.
class Story {
  public:
    Story(program::Application& application, const demo::DemoStore& first, const demo::DemoStore& second);
    void play(const std::string& file);
    Instant now() const { return now_; }

  private:
    struct Line {
        int number{};
        std::string text;
    };
    void step(const Line& line);
    void act_as(const std::string& who);
    void move_clock(Instant to);
    void call(bool is_action, const std::string& rest);
    program::Answer run(const ActionBase& action, const std::string& input, const std::string& key);
    std::optional<program::Answer> ask_with_stale_version(const ActionBase& action, const std::string& input);
    void expect_once_only(const ActionBase& action, const std::string& input, const std::string& key);
    std::int64_t events_logged();
    void view(const std::string& name, const std::string& input);
    void expect(const std::string& pattern);
    void expect_refusal(const std::string& name);
    void expect_malformed(const std::string& rest);
    void expect_last_was_fine() const;
    bool matches(const JsonValue& pattern, const JsonValue& value, std::string& why);
    std::string filled(const std::string& json) const;
    void upload(const std::string& rest);
    void notice(const std::string& body);
    void show_code(const std::string& rest);

    program::Application& application_;
    std::vector<const demo::DemoStore*> stores_;
    Actor actor_;
    Instant now_;
    std::map<std::string, JsonValue> known_;
    program::Answer last_;
    bool last_was_checked_ = true;
    int uploads_ = 0;
    int calls_ = 0;
};

}  // namespace forecourt::testing
