#include <demo/player.h>

#include <assets/assets.h>
#include <modules/customers/api.h>
#include <program/papers.h>
#include <reflect/json_scan.h>
#include <services/files/api.h>

#include <charconv>
#include <stdexcept>

namespace forecourt::demo {
namespace {

std::string told(const program::Answer& answer) {
    if (answer.refused) return std::string(answer.refused->name());
    std::string text = answer.incident.empty() ? "not done" : "incident " + answer.incident;
    for (const auto& error : answer.errors) text += " " + error.path + " " + error.code;
    return text;
}

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

Player::Player(program::Application& application, const DemoStore& store, Instant start, Instant end,
               unsigned seed)
    : application_(application), stores_{&store}, now_(start), end_(end), dice_(seed) {}

// Not std::uniform_int_distribution: its results differ between standard libraries.
int Player::between(int low, int high) {
    return low + static_cast<int>(dice_() % static_cast<unsigned>(high - low + 1));
}

Actor Player::actor_of(std::string_view login) const {
    for (const auto* store : stores_) {
        for (const auto& person : store->people) {
            if (person.login != login) continue;
            Actor actor;
            actor.user_id = person.user_id;
            actor.store_id = store->store_id;
            actor.name = person.name;
            actor.roles = person.roles;
            actor.rights = application_.runner().modules().rights_of(person.roles);
            return actor;
        }
    }
    throw std::runtime_error("nobody is called " + std::string(login));
}

Id<User> Player::user(std::string_view login) const { return actor_of(login).user_id; }

std::string Player::login_of(std::int64_t user_id) const {
    for (const auto& person : stores_.front()->people) {
        if (person.user_id.value == user_id) return person.login;
    }
    return "sales1";
}

std::vector<std::string> Player::everybody() const {
    std::vector<std::string> logins;
    for (const auto& person : stores_.front()->people) logins.push_back(person.login);
    return logins;
}

std::vector<std::string> Player::team(Role role) const {
    std::vector<std::string> logins;
    for (const auto& person : stores_.front()->people) {
        if (std::ranges::find(person.roles, role) != person.roles.end()) logins.push_back(person.login);
    }
    return logins;
}

std::string Player::on_duty(Role role) const {
    const auto colleagues = team(role);
    return colleagues[static_cast<std::size_t>(local_date(now_).days) % colleagues.size()];
}

std::string Player::act(std::string_view login, std::string_view action, const std::string& input) {
    const auto* found = application_.runner().modules().find_action(action);
    if (found == nullptr) throw std::runtime_error("no action " + std::string(action));
    ++actions_;
    const auto answer = application_.runner().run_and_wait(
        {.action = found, .actor = actor_of(login), .input = input, .idempotency_key = {}, .now = now_});
    if (answer.ending != program::Ending::done) {
        throw std::runtime_error(std::string(login) + " " + std::string(action) + " " + input + ": " +
                                 told(answer));
    }
    return answer.output;
}

std::string Player::try_act(std::string_view login, std::string_view action, const std::string& input) {
    return try_as(actor_of(login), action, input);
}

std::string Player::act_as_customer(std::int64_t customer, std::string_view action,
                                    const std::string& input) {
    Actor actor;
    actor.store_id = stores_.front()->store_id;
    // Who comes by the open page has no name yet.
    application_.database().read([&](db::Connection& db) {
        const auto known = customers::find_customer(db, actor.store_id, {customer});
        if (known) actor.name = known->name;
    });
    actor.roles = {Role::customer};
    actor.rights = application_.runner().modules().rights_of(actor.roles);
    actor.customer_id = customer;
    return try_as(actor, action, input);
}

std::string Player::try_as(const Actor& actor, std::string_view action, const std::string& input) {
    const auto* found = application_.runner().modules().find_action(action);
    if (found == nullptr) throw std::runtime_error("no action " + std::string(action));
    ++actions_;
    const auto answer = application_.runner().run_and_wait(
        {.action = found, .actor = actor, .input = input, .idempotency_key = {}, .now = now_});
    if (answer.ending == program::Ending::done) return answer.output;
    if (answer.ending == program::Ending::refused) return {};
    throw std::runtime_error(std::string(action) + " " + input + ": " + told(answer));
}

std::string Player::see(std::string_view login, std::string_view view,
                        const std::vector<std::pair<std::string, std::string>>& parameters) {
    const auto* found = application_.runner().modules().find_view(view);
    if (found == nullptr) throw std::runtime_error("no view " + std::string(view));
    const Actor actor = actor_of(login);
    std::string output;
    application_.database().read([&](db::Connection& db) {
        Context context(db, actor, now_);
        output = found->run_query(context, parameters).output;
    });
    return output;
}

std::string Player::upload(std::string_view login, const std::string& png) {
    std::string hash;
    const auto answer =
        application_.runner().run_work_and_wait(actor_of(login), now_, [&](Tx& tx) -> MaybeRefused {
            const auto stored = files::store_upload(tx, "image/png", png);
            if (!stored) return stored.refused();
            hash = stored->text;
            return std::nullopt;
        });
    if (answer.ending != program::Ending::done) throw std::runtime_error("upload: " + told(answer));
    return hash;
}

void Player::at(Instant when, std::function<void()> what) {
    agenda_.emplace(std::max(when, now_).ms, std::move(what));
}

Instant Player::within_hours(Instant when) {
    const int minute = local_minute_of_day(when);
    if (minute < 8 * 60 + 45) return local_instant(local_date(when), 8, 45);
    if (minute > 17 * 60 + 30) return local_instant(local_date(when) + 1, 9, minute % 45);
    return when;
}

void Player::play() {
    Instant timers = now_;
    while (!agenda_.empty() && agenda_.begin()->first <= end_.ms) {
        const auto first = agenda_.begin();
        now_ = {first->first};
        const auto what = std::move(first->second);
        agenda_.erase(first);
        if (now_ - timers > minutes(30)) {
            program::run_due_jobs(application_, timers, now_);
            program::draw_papers(application_, now_);
            timers = now_;
        }
        what();
    }
    program::run_due_jobs(application_, timers, end_);
    program::draw_papers(application_, end_);
    now_ = end_;
}

}  // namespace forecourt::demo
