#include <simulate/http_desk.h>

#include <demo/player.h>
#include <program/application.h>
#include <reflect/json_scan.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace forecourt::simulate {
namespace {

using Clock = std::chrono::steady_clock;

std::string_view module_of(std::string_view name) { return name.substr(0, name.find('.')); }

std::string path_of(std::string_view name) {
    std::string path = "/api/" + std::string(name);
    std::replace(path.begin(), path.end(), '.', '/');
    return path;
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

bool is_asked_for(const reflect::Field& field) {
    const auto kind = field.type()->kind;
    return kind != reflect::Kind::optional && kind != reflect::Kind::list;
}

// What people keep open; the reports are looked at now and then.
bool is_worked_with(std::string_view view) {
    for (const auto* end : {"_list", ".board", "_now", ".desk", ".my_work", ".rota", ".bay_list"}) {
        if (view.ends_with(end)) return true;
    }
    return false;
}

}  // namespace

ScreensByModule screens_of(const Modules& modules) {
    ScreensByModule screens;
    for (const auto* module : modules.all()) {
        for (const auto* view : module->views) {
            // A download is asked for and not looked at; a comparison wants to be told of what.
            if (view->output() == nullptr || view->name.find(".compare") != view->name.npos) continue;
            std::vector<std::string_view> asked;
            for (const auto& field : view->input().fields) {
                if (is_asked_for(field)) asked.push_back(field.name);
            }
            auto& of_module = screens[module->name];
            if (asked.empty()) of_module.boards.push_back(view);
            if (asked.size() == 1 && asked.front().ends_with("_id"))
                of_module.records[asked.front()].push_back(view);
        }
    }
    return screens;
}

HttpDesk::HttpDesk(Settings settings, const ScreensByModule& screens, Tally& tally,
                   std::function<void(const std::string&)> on_signed_in)
    : settings_(std::move(settings)),
      screens_(screens),
      tally_(tally),
      on_signed_in_(std::move(on_signed_in)),
      dice_(settings_.seed) {}

HttpDesk::Reply HttpDesk::call_once(const Request& request, const std::string& key) {
    Reply reply;
    CURL* curl = curl_.get();
    curl_easy_reset(curl);
    mail::CurlLines headers;
    headers.add(std::string("Content-Type: ") + request.content_type);
    headers.add("Expect:");
    if (!request.token.empty()) headers.add("Authorization: Bearer " + request.token);
    if (!key.empty()) headers.add("Idempotency-Key: " + key);
    headers.add("X-Forwarded-For: " + network_of(request));
    curl_easy_setopt(curl, CURLOPT_URL, (settings_.url + request.path).c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30'000L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    if (!request.body.empty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    }
    const auto result = curl_easy_perform(curl);
    if (result != CURLE_OK) {
        reply.problem = curl_easy_strerror(result);
        return reply;
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    curl_off_t retry_after = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after);
    reply.retry_after_s = static_cast<long>(retry_after);
    if (curl_header* cookie = nullptr;
        curl_easy_header(curl, "Set-Cookie", 0, CURLH_HEADER, -1, &cookie) == CURLHE_OK) {
        const std::string_view set = cookie->value;
        reply.session = set.substr(0, set.find(';')).substr(set.find('=') + 1);
    }
    return reply;
}

// Each store and each customer is a network of its own, for a program that is told who stands before it
// (--behind).
std::string HttpDesk::network_of(const Request& request) const {
    const auto place = [](const std::string& first, std::int64_t number) {
        return first + std::to_string(number / 250 % 250) + "." + std::to_string(number % 250 + 1);
    };
    return request.from_home == 0
               ? place("10.77.", settings_.store)
               : place("10." + std::to_string(128 + request.from_home / 62'500 % 100) + ".",
                       request.from_home);
}

HttpDesk::Reply HttpDesk::call(const Request& request) {
    const std::string key = request.keyed ? settings_.key_prefix + "-" + std::to_string(settings_.store) +
                                                "-" + std::to_string(++keys_)
                                          : std::string();
    const auto until = Clock::now() + settings_.patience;
    for (;;) {
        const auto began = Clock::now();
        auto reply = call_once(request, key);
        const bool come_again = reply.status == 0 || reply.status == 429 || reply.status == 503;
        if (!come_again) {
            tally_.answered(request.kind, request.what, Clock::now() - began);
            if (reply.status >= 500)
                tally_.failed(request.what, std::to_string(reply.status) + " " + reply.body);
            return reply;
        }
        if (Clock::now() > until) {
            tally_.failed(request.what, reply.status == 0 ? reply.problem : "put off for too long");
            return reply;
        }
        tally_.put_off(request.what, reply.status == 0 ? reply.problem : std::to_string(reply.status));
        std::this_thread::sleep_for(std::chrono::seconds(std::clamp(reply.retry_after_s, 1L, 10L)));
    }
}

const Signed& HttpDesk::signed_in(std::string_view login) {
    if (const auto found = people_.find(login); found != people_.end()) return found->second;
    const std::string name =
        std::string(login) + (settings_.store == 1 ? "" : "_" + std::to_string(settings_.store));
    const auto reply = call({.kind = Kind::sign_in,
                             .what = "sign_in",
                             .path = "/api/sign_in",
                             .token = {},
                             .body = "{\"login\":" + demo::quoted(name) + ",\"password\":\"demo\"}"});
    if (reply.status != 200) {
        throw std::runtime_error(name + " can not sign in with the demo's password: " +
                                 (reply.status == 0 ? reply.problem : demo::text_at(reply.body, "detail")));
    }
    Signed who{.token = demo::text_at(reply.body, "token"),
               .user_id = demo::number_at(reply.body, "session.user.id"),
               .rights = {}};
    for (const auto& right : demo::items_at(reply.body, "session.rights"))
        who.rights.push_back(reflect::JsonScanner(right).string());
    on_signed_in_(who.token);
    return people_.emplace(std::string(login), std::move(who)).first->second;
}

demo::Desk::Outcome HttpDesk::act_with(const std::string& token, std::string_view action,
                                       const std::string& input, std::int64_t from_home) {
    auto reply = call({.kind = Kind::action,
                       .what = action,
                       .path = path_of(action),
                       .token = token,
                       .body = input,
                       .keyed = true,
                       .from_home = from_home});
    if (reply.status == 200) return {.done = true, .output = std::move(reply.body)};
    if (reply.status == 0 || reply.status >= 500) return {.told = std::to_string(reply.status)};
    auto code = demo::text_at(reply.body, "code");
    // 400: we sent what nobody reads, which is a fault of ours.
    if (reply.status == 400) {
        tally_.failed(action, reply.body);
    } else {
        tally_.refused(action, code);
    }
    return {.told = std::move(code)};
}

demo::Desk::Outcome HttpDesk::act(std::string_view login, std::string_view action, const std::string& input,
                                  Instant) {
    const Signed& who = signed_in(login);
    look_around(who, action, input);
    auto outcome = act_with(who.token, action, input);
    read(who.token, "tasks.my_alerts", {});
    return outcome;
}

demo::Desk::Outcome HttpDesk::act_as_customer(std::int64_t customer, std::string_view action,
                                              const std::string& input, Instant) {
    // By the open page: each time somebody else.
    if (customer == 0) return act_with({}, action, input, static_cast<std::int64_t>(keys_) + 1);
    auto& token = customers_[customer];
    if (token.empty()) {
        const auto link = act_with(signed_in("advisor1").token, "customers.make_link",
                                   "{\"customer_id\":" + std::to_string(customer) + "}");
        if (!link.done) return link;
        const auto path = demo::text_at(link.output, "link");
        const auto reply = call({.kind = Kind::sign_in,
                                 .what = "link_sign_in",
                                 .path = "/api/link_sign_in",
                                 .token = {},
                                 .body = "{\"token\":" + demo::quoted(path.substr(path.rfind('/') + 1)) + "}",
                                 .from_home = customer});
        if (reply.status != 200) {
            tally_.failed("link_sign_in", reply.body);
            return {.told = "the link does not open"};
        }
        token = reply.session;
    }
    return act_with(token, action, input, customer);
}

std::string HttpDesk::read(const std::string& token, std::string_view view, const Parameters& parameters) {
    std::string path = path_of(view);
    char sign = '?';
    for (const auto& [name, value] : parameters) {
        path += sign + escaped(name) + "=" + escaped(value);
        sign = '&';
    }
    auto reply = call({.kind = Kind::view, .what = view, .path = std::move(path), .token = token});
    if (reply.status == 200) return std::move(reply.body);
    if (reply.status == 400) tally_.failed(view, reply.body);
    if (reply.status > 400 && reply.status < 500) tally_.refused(view, demo::text_at(reply.body, "code"));
    return {};
}

std::string HttpDesk::see(std::string_view login, std::string_view view, const Parameters& parameters,
                          Instant) {
    return read(signed_in(login).token, view, parameters);
}

std::string HttpDesk::upload(std::string_view login, const std::string& png, Instant) {
    const auto reply = call({.kind = Kind::upload,
                             .what = "files.upload",
                             .path = "/api/files/upload",
                             .token = signed_in(login).token,
                             .body = png,
                             .content_type = "image/png",
                             .keyed = true});
    return reply.status == 200 ? demo::text_at(reply.body, "file") : std::string();
}

// Two boards of the module, the records that the action is about, and one's tasks.
void HttpDesk::look_around(const Signed& who, std::string_view action, const std::string& input) {
    const auto found = screens_.find(module_of(action));
    if (found == screens_.end()) return;
    const auto may = [&](const ViewBase* view) {
        return view->needs.name == anyone_signed_in.name ||
               std::ranges::find(who.rights, view->needs.name) != who.rights.end();
    };
    std::vector<const ViewBase*> worked_with, others;
    for (const auto* view : found->second.boards) {
        if (may(view)) (is_worked_with(view->name) ? worked_with : others).push_back(view);
    }
    for (int i = 0; i < 2; ++i) {
        const auto& list =
            (dice_() % 10 == 0 && !others.empty()) || worked_with.empty() ? others : worked_with;
        if (!list.empty()) read(who.token, list[dice_() % list.size()]->name, {});
    }
    for (const auto& [asked, views] : found->second.records) {
        const auto id = demo::number_at(input, asked);
        if (id == 0) continue;
        for (const auto* view : views) {
            if (may(view)) read(who.token, view->name, {{std::string(asked), std::to_string(id)}});
        }
    }
    read(who.token, "tasks.mine", {});
}

Instant HttpDesk::wait_until(Instant when) {
    const Instant now = program::system_clock();
    if (when > now) std::this_thread::sleep_for(std::chrono::milliseconds((when - now).ms));
    return std::max(when, program::system_clock());
}

std::string HttpDesk::escaped(const std::string& text) const {
    char* raw = curl_easy_escape(curl_.get(), text.data(), static_cast<int>(text.size()));
    const std::string out = raw == nullptr ? text : raw;
    curl_free(raw);
    return out;
}

}  // namespace forecourt::simulate
