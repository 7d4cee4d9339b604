#pragma once
#include <demo/desk.h>
#include <demo/people.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace forecourt::demo {

/// Members of JSON answers by a path: text_at(answer, "deal.number").
std::string text_at(const std::string& json, std::string_view path);
std::int64_t number_at(const std::string& json, std::string_view path);
std::vector<std::string> items_at(const std::string& json, std::string_view path);
/// A file of demo/ as it stands in the program.
std::string asset_text(std::string_view path);
/// A text as JSON, with its quotes.
std::string quoted(std::string_view text);

/// How fast a store lives. The demo keeps its hours; under load nobody goes home, and every wait is shorter.
struct Pace {
    bool keeps_hours = true;
    double speed = 1;
    Duration longest_wait = days(100'000);  // before it is divided by the speed
    /// What to do when an entry of the agenda ends in an exception; nothing: it goes on to the caller.
    std::function<void(const std::exception&)> on_mishap;
};

/// Plays the people of the demo: each thing they do is an action at its time, and what they plan is put on
/// the agenda. What lies beyond the end of the agenda stays undone, which is how the demo gets its work in
/// progress.
class Player {
  public:
    Player(Desk& desk, const DemoStore& store, Instant start, Instant end, unsigned seed, Pace pace = {});

    Instant now() const { return now_; }
    /// Before the agenda is played: lets time pass, for what happened long before the first day.
    void wait_until(Instant when) { now_ = std::max(now_, when); }
    std::mt19937& dice() { return dice_; }
    /// A whole number from `low` to `high`.
    int between(int low, int high);
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    const T& one_of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
    }

    /// Does it now; throws when it is refused, because the demo's people know what they do.
    std::string act(std::string_view login, std::string_view action, const std::string& input);
    /// Does it now if it is not refused; empty otherwise.
    std::string try_act(std::string_view login, std::string_view action, const std::string& input);
    /// A customer does it by the personal link, if it is not refused; empty otherwise.
    std::string act_as_customer(std::int64_t customer, std::string_view action, const std::string& input);
    std::string see(std::string_view login, std::string_view view,
                    const std::vector<std::pair<std::string, std::string>>& parameters = {});
    /// A picture as an uploaded file.
    std::string upload(std::string_view login, const std::string& png);

    /// At an instant, or sooner when the store lives faster.
    void at(Instant when, std::function<void()> what);
    void after(Duration wait, std::function<void()> what) { at(now_ + wait, std::move(what)); }
    /// The next working time at or after an instant: 8:45 to 17:30. Who lives faster works at all hours.
    Instant within_hours(Instant when) const;
    /// Plays the agenda to its end.
    void play();

    Id<User> user(std::string_view login) const;
    std::string login_of(std::int64_t user_id) const;
    /// The logins of the first store.
    std::vector<std::string> everybody() const;
    /// All of the first store who have this role, as they stand in its list.
    std::vector<std::string> team(Role role) const;
    /// Colleagues who share one place take the days in turn.
    std::string on_duty(Role role) const;
    int actions() const { return actions_; }

  private:
    Desk& desk_;
    const DemoStore& store_;
    Instant now_, end_;
    std::mt19937 dice_;
    Pace pace_;
    std::multimap<std::int64_t, std::function<void()>> agenda_;
    int actions_ = 0;
};

/// A small PNG: a signature drawn in a few strokes, or a plain picture in one colour, different for each
/// seed.
std::string signature_png(unsigned seed);
std::string photo_png(unsigned seed);

}  // namespace forecourt::demo
