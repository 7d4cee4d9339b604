#include <testing/story.h>

#include <mail/webhook.h>
#include <modules/payments/qr/qr.h>
#include <program/papers.h>
#include <secrets/totp.h>
#include <services/files/api.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace forecourt::testing {
namespace {

constexpr db::Sql count_events{"story.count_events", "select count(*) from log_event"};

[[noreturn]] void fail(const std::string& why) { throw std::runtime_error(why); }

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

// @name outside of a text becomes "@name", so that the rest can be read as JSON.
std::string quoted_variables(const std::string& json) {
    std::string out;
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) in_text = !in_text;
        if (json[i] != '@' || in_text) {
            out += json[i];
            continue;
        }
        std::size_t end = i + 1;
        while (end < json.size() && is_name(json[end])) ++end;
        out += "\"" + json.substr(i, end - i) + "\"";
        i = end - 1;
    }
    return out;
}

std::pair<std::string, std::string> split(const std::string& text) {
    const auto blank = text.find(' ');
    if (blank == std::string::npos) return {text, ""};
    return {text.substr(0, blank), text.substr(text.find_first_not_of(' ', blank))};
}

Instant local_time(const std::string& text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date) fail("not a date: " + text);
    const int hour = text.size() > 12 ? std::stoi(text.substr(11, 2)) : 0;
    const int minute = text.size() > 15 ? std::stoi(text.substr(14, 2)) : 0;
    return local_instant(*date, hour, minute);
}

Duration duration_of(const std::string& text) {
    const auto count = std::stoll(text);
    switch (text.back()) {
        case 's':
            return seconds(count);
        case 'm':
            return minutes(count);
        case 'h':
            return hours(count);
        case 'd':
            return days(count);
        default:
            fail("a time ends in s, m, h or d: " + text);
    }
}

std::string told(const program::Answer& answer) {
    switch (answer.ending) {
        case program::Ending::done:
            return "done: " + answer.output;
        case program::Ending::refused:
            return "refused: " + std::string(answer.refused->name());
        case program::Ending::malformed: {
            std::string text = "malformed:";
            for (const auto& error : answer.errors) text += " " + error.path + " " + error.code;
            return text;
        }
        case program::Ending::failed:
            return "failed, incident " + answer.incident;
        case program::Ending::unknown:
            return "outcome unknown";
        case program::Ending::unavailable:
            return "unavailable";
    }
    return {};
}

}  // namespace

Story::Story(program::Application& application, const demo::DemoStore& first, const demo::DemoStore& second)
    : application_(application), stores_{&first, &second}, now_(local_instant(date_of({2026, 3, 2}), 9)) {}

void Story::play(const std::string& file) {
    std::ifstream input(file);
    if (!input) fail("cannot read " + file);
    std::vector<Line> lines;
    std::string text;
    for (int number = 1; std::getline(input, text); ++number) {
        if (text.empty() || text[0] == '#') continue;
        if (text[0] == ' ' && !lines.empty()) {
            lines.back().text += text;
        } else {
            lines.push_back({.number = number, .text = text});
        }
    }
    for (const auto& line : lines) {
        try {
            step(line);
        } catch (const std::exception& error) {
            fail(file + ":" + std::to_string(line.number) + ": " + line.text + "\n    " + error.what());
        }
    }
    expect_last_was_fine();
}

void Story::step(const Line& line) {
    const auto [word, rest] = split(line.text);
    if (word == "->") return expect(rest);
    if (word == "!!") return expect_refusal(rest);
    if (word == "??") return expect_malformed(rest);
    expect_last_was_fine();
    if (word == "clock") return move_clock(local_time(rest));
    if (word == "+") return move_clock(now_ + duration_of(rest));
    if (word == "as") return act_as(rest);
    if (word == "upload") return upload(rest);
    if (word == "do") return call(true, rest);
    if (word == "notice") return notice(rest);
    if (word == "totp") return show_code(rest);
    if (word == "view") return call(false, rest);
    fail("unknown word " + word);
}

// What a story does not look at must at least have been done.
void Story::expect_last_was_fine() const {
    if (!last_was_checked_ && last_.ending != program::Ending::done)
        fail("the step before was " + told(last_));
}

void Story::move_clock(Instant to) {
    // Timers run as time passes, in steps of a minute at most up to a day and of an hour beyond it.
    const bool far = to - now_ > days(1);
    const Duration step = far ? hours(1) : minutes(1);
    while (now_ < to) {
        const Instant next = std::min(now_ + step, to);
        program::run_due_jobs(application_, now_, next);
        now_ = next;
    }
    now_ = to;
}

void Story::act_as(const std::string& who) {
    actor_ = {};
    const auto [login, rest] = split(who);
    if (login == "customer") {
        const auto found = known_.find(rest.substr(1));
        if (found == known_.end()) fail("unknown " + rest);
        actor_.store_id = stores_.front()->store_id;
        actor_.customer_id = std::stoll(found->second.text);
        actor_.name = "customer";
        actor_.roles = {Role::customer};
    } else if (login == "visitor") {
        actor_ = program::visitor_of(stores_.front()->store_id);
        return;
    } else {
        for (const auto* store : stores_) {
            for (const auto& person : store->people) {
                if (person.login != login) continue;
                actor_.user_id = person.user_id;
                actor_.store_id = store->store_id;
                actor_.name = person.name;
                actor_.roles = person.roles;
            }
        }
        if (!actor_.user_id) fail("nobody is called " + login);
        known_["me"] = {.kind = JsonValue::Kind::number, .text = std::to_string(actor_.user_id.value)};
    }
    actor_.rights = application_.runner().modules().rights_of(actor_.roles);
}

void Story::show_code(const std::string& rest) {
    const auto [name, seed] = split(rest);
    const auto found = known_.find(seed.substr(1));
    if (found == known_.end()) fail("unknown " + seed);
    const auto raw = secrets::from_base32(found->second.text);
    if (!raw) fail(seed + " is no seed");
    known_[name.substr(1)] = {.kind = JsonValue::Kind::text, .text = secrets::totp_code(*raw, now_)};
}

void Story::upload(const std::string& rest) {
    const auto [name, kind_and_text] = split(rest);
    const auto [kind, text] = split(kind_and_text);
    // The smallest PNG there is, with a text behind the last chunk so that each upload is another file.
    std::string bytes(
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9c\x62\x62"
        "\x60"
        "\x60\x60\0\0\0\5\0\1\xa5\xf6\x45\x40\0\0\0\0IEND\xae\x42\x60\x82",
        70);
    bytes += "upload " + std::to_string(++uploads_);
    if (kind == "csv") {
        bytes = text;
        std::replace(bytes.begin(), bytes.end(), '|', '\n');
    }
    const auto answer = application_.runner().run_work_and_wait(actor_, now_, [&](Tx& tx) -> MaybeRefused {
        const auto hash = files::store_upload(tx, "", bytes);
        if (!hash) return hash.refused();
        known_[name.substr(1)] = {.kind = JsonValue::Kind::text, .text = hash->text};
        return std::nullopt;
    });
    if (answer.ending != program::Ending::done) fail("the upload was " + told(answer));
}

std::string Story::filled(const std::string& json) const {
    const auto fill = [&](const auto& self, JsonValue value) -> JsonValue {
        if (value.kind == JsonValue::Kind::variable) {
            const auto found = known_.find(value.text);
            if (found == known_.end()) fail("unknown @" + value.text);
            return found->second;
        }
        // Times relative to the story's clock: "now+2h", "today+3d".
        if (value.kind == JsonValue::Kind::text && value.text.starts_with("now+")) {
            value.text = forecourt::to_text(now_ + duration_of(value.text.substr(4)));
        } else if (value.kind == JsonValue::Kind::text && value.text.starts_with("today+")) {
            value.text = forecourt::to_text(local_date(now_ + duration_of(value.text.substr(6))));
        }
        for (auto& item : value.items) item = self(self, item);
        for (auto& [name, member] : value.members) member = self(self, member);
        return value;
    };
    return to_text(fill(fill, parse_json(quoted_variables(json.empty() ? "{}" : json))));
}

void Story::call(bool is_action, const std::string& rest) {
    const auto [name, json] = split(rest);
    const std::string input = filled(json);
    last_was_checked_ = false;
    if (!is_action) return view(name, input);
    const auto* action = application_.runner().modules().find_action(name);
    if (action == nullptr) fail("no action " + name);
    const auto stale = ask_with_stale_version(*action, input);
    const std::string key = "story " + std::to_string(++calls_);
    last_ = run(*action, input, key);
    if (last_.ending != program::Ending::done) return;
    if (stale && (stale->ending != program::Ending::refused ||
                  stale->refused->name() != changed_by_someone_else.name)) {
        fail("with a version the record does not have it was " + told(*stale));
    }
    expect_once_only(*action, input, key);
    program::draw_papers(application_, now_);
}

program::Answer Story::run(const ActionBase& action, const std::string& input, const std::string& key) {
    return application_.runner().run_and_wait(
        {.action = &action, .actor = actor_, .input = input, .idempotency_key = key, .now = now_});
}

std::int64_t Story::events_logged() {
    std::int64_t count = 0;
    application_.database().read([&](db::Connection& db) {
        db.query(count_events, {}, [&](const db::Row& row) { count = row.number(0); });
    });
    return count;
}

// The step's own words about a record that somebody else has changed meanwhile, asked before the step itself.
std::optional<program::Answer> Story::ask_with_stale_version(const ActionBase& action,
                                                             const std::string& input) {
    auto stale = parse_json(input);
    const auto version = std::find_if(stale.members.begin(), stale.members.end(),
                                      [](const auto& member) { return member.first == "version"; });
    if (version == stale.members.end() || version->second.kind != JsonValue::Kind::number)
        return std::nullopt;
    version->second.text = std::to_string(std::stoll(version->second.text) + 1000);
    const auto before = events_logged();
    auto answer = run(action, to_text(stale), {});
    if (answer.ending != program::Ending::done && events_logged() != before)
        fail("a refused call left events");
    return answer;
}

void Story::expect_once_only(const ActionBase& action, const std::string& input, const std::string& key) {
    const auto before = events_logged();
    const auto again = run(action, input, key);
    if (again.ending != program::Ending::done || again.output != last_.output) {
        fail("repeated under its key it was " + told(again) + "\n    and not " + last_.output);
    }
    const auto other = run(action, input + " ", key);
    if (other.ending != program::Ending::refused || other.refused->name() != "idempotency_key_reused") {
        fail("another input under the same key was " + told(other));
    }
    if (events_logged() != before) fail("a repeated call left events");
}

void Story::notice(const std::string& body) {
    const std::string filled_body = filled(body);
    const payments::TakeNotice input{
        .body = filled_body, .signature = mail::webhook_signature(story_gateway_secret, filled_body, now_)};
    Actor system = program::system_actor(stores_.front()->store_id);
    system.rights = application_.runner().modules().rights_of(system.roles);
    last_was_checked_ = false;
    last_ = application_.runner().run_and_wait(
        {.action = application_.runner().modules().find_action("payments.take_notice"),
         .actor = system,
         .input = reflect::to_json(input),
         .idempotency_key = {},
         .now = now_});
}

void Story::view(const std::string& name, const std::string& input) {
    const auto* view = application_.runner().modules().find_view(name);
    if (view == nullptr) fail("no view " + name);
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const auto& [member, value] : parse_json(input).members) {
        parameters.emplace_back(member, value.kind == JsonValue::Kind::boolean ? to_text(value) : value.text);
    }
    last_ = {};
    if (!actor_.may(view->needs)) {
        last_.ending = program::Ending::refused;
        last_.refused = Refused(not_allowed);
        return;
    }
    application_.database().read([&](db::Connection& db) {
        Context context(db, actor_, now_);
        auto done = view->run_query(context, parameters);
        last_.errors = std::move(done.errors);
        last_.refused = std::move(done.refused);
        last_.output =
            done.download ? "{\"bytes\":" + std::to_string(done.download->body.size()) + "}" : done.output;
        last_.ending = !last_.errors.empty() ? program::Ending::malformed
                       : last_.refused       ? program::Ending::refused
                                             : program::Ending::done;
    });
}

void Story::expect(const std::string& pattern) {
    if (last_.ending != program::Ending::done) fail("it was " + told(last_));
    std::string why;
    if (!matches(parse_json(quoted_variables(pattern)), parse_json(last_.output), why)) {
        fail(why + "\n    in " + last_.output);
    }
    last_was_checked_ = true;
}

void Story::expect_refusal(const std::string& name) {
    if (last_.ending != program::Ending::refused || last_.refused->name() != name)
        fail("it was " + told(last_));
    last_was_checked_ = true;
}

void Story::expect_malformed(const std::string& rest) {
    const auto [path, code] = split(rest);
    bool found = false;
    for (const auto& error : last_.errors) found = found || (error.path == path && error.code == code);
    if (last_.ending != program::Ending::malformed || !found) fail("it was " + told(last_));
    last_was_checked_ = true;
}

bool Story::matches(const JsonValue& pattern, const JsonValue& value, std::string& why) {
    if (pattern.kind == JsonValue::Kind::variable) {
        if (pattern.text == "any") return true;
        const auto [known, is_new] = known_.try_emplace(pattern.text, value);
        if (is_new || (known->second.kind == value.kind && known->second.text == value.text)) return true;
        why = "@" + pattern.text + " is " + known->second.text + ", not " + to_text(value);
        return false;
    }
    if (pattern.kind != value.kind) {
        why = "expected " + to_text(pattern) + ", got " + to_text(value);
        return false;
    }
    if (pattern.kind == JsonValue::Kind::object) {
        for (const auto& [name, member] : pattern.members) {
            const auto* actual = value.member(name);
            if (actual == nullptr) {
                why = "no member " + name;
                return false;
            }
            if (!matches(member, *actual, why)) {
                why = name + ": " + why;
                return false;
            }
        }
        return true;
    }
    if (pattern.kind == JsonValue::Kind::list) {
        if (pattern.items.empty() && !value.items.empty()) {
            why = "expected no element, got " + to_text(value);
            return false;
        }
        for (const auto& wanted : pattern.items) {
            bool found = false;
            for (const auto& item : value.items) {
                const auto before = known_;
                if (matches(wanted, item, why)) {
                    found = true;
                    break;
                }
                known_ = before;
            }
            if (!found) {
                why = "no element like " + to_text(wanted);
                return false;
            }
        }
        return true;
    }
    if (to_text(pattern) == to_text(value)) return true;
    why = "expected " + to_text(pattern) + ", got " + to_text(value);
    return false;
}

}  // namespace forecourt::testing
