#include <demo/player.h>

#include <assets/assets.h>
#include <reflect/json_scan.h>

#include <charconv>
#include <stdexcept>

namespace forecourt::demo {
namespace {

std::string member_at(std::string_view json, std::string_view path) {
    const auto dot = path.find('.');
    std::string member = reflect::json_member(json, path.substr(0, dot)).value_or("null");
    return dot == std::string_view::npos ? member : member_at(member, path.substr(dot + 1));
}

}  // namespace

std::string text_at(const std::string& json, std::string_view path) {
    const std::string value = member_at(json, path);
    return value.starts_with('"') ? reflect::JsonScanner(value).string() : value;
}

std::int64_t number_at(const std::string& json, std::string_view path) {
    const std::string value = member_at(json, path);
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::vector<std::string> items_at(const std::string& json, std::string_view path) {
    std::vector<std::string> items;
    const std::string list = member_at(json, path);
    reflect::JsonScanner scan(list);
    if (!scan.accept('[') || scan.accept(']')) return items;
    do {
        items.emplace_back(scan.skip_value());
    } while (scan.accept(','));
    return items;
}

std::string quoted(std::string_view text) {
    std::string out;
    reflect::append_json_string(out, text);
    return out;
}

std::string asset_text(std::string_view path) {
    const auto* asset = assets::find(path);
    ensure(asset != nullptr);
    return std::string(asset->body);
}

Player::Player(Desk& desk, const DemoStore& store, Instant start, Instant end, unsigned seed, Pace pace)
    : desk_(desk), store_(store), now_(start), end_(end), dice_(seed), pace_(std::move(pace)) {}

// Not std::uniform_int_distribution: its results differ between standard libraries.
int Player::between(int low, int high) {
    return low + static_cast<int>(dice_() % static_cast<unsigned>(high - low + 1));
}

Id<User> Player::user(std::string_view login) const {
    for (const auto& person : store_.people) {
        if (person.login == login) return person.user_id;
    }
    throw std::runtime_error("nobody is called " + std::string(login));
}

std::string Player::login_of(std::int64_t user_id) const {
    for (const auto& person : store_.people) {
        if (person.user_id.value == user_id) return person.login;
    }
    return "sales1";
}

std::vector<std::string> Player::everybody() const {
    std::vector<std::string> logins;
    for (const auto& person : store_.people) logins.push_back(person.login);
    return logins;
}

std::vector<std::string> Player::team(Role role) const {
    std::vector<std::string> logins;
    for (const auto& person : store_.people) {
        if (std::ranges::find(person.roles, role) != person.roles.end()) logins.push_back(person.login);
    }
    return logins;
}

std::string Player::on_duty(Role role) const {
    const auto colleagues = team(role);
    return colleagues[static_cast<std::size_t>(local_date(now_).days) % colleagues.size()];
}

std::string Player::act(std::string_view login, std::string_view action, const std::string& input) {
    ++actions_;
    auto outcome = desk_.act(login, action, input, now_);
    if (outcome.done) return std::move(outcome.output);
    throw std::runtime_error(std::string(login) + " " + std::string(action) + " " + input + ": " +
                             outcome.told);
}

std::string Player::try_act(std::string_view login, std::string_view action, const std::string& input) {
    ++actions_;
    return desk_.act(login, action, input, now_).output;
}

std::string Player::act_as_customer(std::int64_t customer, std::string_view action,
                                    const std::string& input) {
    ++actions_;
    return desk_.act_as_customer(customer, action, input, now_).output;
}

std::string Player::see(std::string_view login, std::string_view view,
                        const std::vector<std::pair<std::string, std::string>>& parameters) {
    return desk_.see(login, view, parameters, now_);
}

std::string Player::upload(std::string_view login, const std::string& png) {
    return desk_.upload(login, png, now_);
}

void Player::at(Instant when, std::function<void()> what) {
    const Duration wait = std::clamp(when - now_, Duration{0}, pace_.longest_wait);
    const auto waited = static_cast<std::int64_t>(static_cast<double>(wait.ms) / pace_.speed);
    agenda_.emplace(now_.ms + waited, std::move(what));
}

Instant Player::within_hours(Instant when) const {
    if (!pace_.keeps_hours) return when;
    const int minute = local_minute_of_day(when);
    if (minute < 8 * 60 + 45) return local_instant(local_date(when), 8, 45);
    if (minute > 17 * 60 + 30) return local_instant(local_date(when) + 1, 9, minute % 45);
    return when;
}

void Player::play() {
    while (!agenda_.empty() && agenda_.begin()->first <= end_.ms) {
        const auto first = agenda_.begin();
        now_ = desk_.wait_until({first->first});
        const auto what = std::move(first->second);
        agenda_.erase(first);
        try {
            what();
        } catch (const std::exception& mishap) {
            if (!pace_.on_mishap) throw;
            pace_.on_mishap(mishap);
        }
    }
    now_ = desk_.wait_until(end_);
}

}  // namespace forecourt::demo
