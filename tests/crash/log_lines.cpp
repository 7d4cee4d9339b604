#include <crash/ledger.h>
#include <crash/log_lines.h>

#include <testing/json_value.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace forecourt::crash {
namespace {

constexpr const char* phone = "13588012345";
constexpr const char* identity_number = "11010519491231002X";
constexpr const char* person = "沈佳宜";
constexpr const char* wrong_password = "canary-not-the-password";
constexpr const char* request_id = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

struct Canaries {
    std::vector<std::string> planted{phone, identity_number, person, wrong_password, "\"demo\""};
    std::vector<std::string> faults;
};

void expect(Canaries& canaries, bool good, const std::string& what) {
    if (!good) canaries.faults.push_back(what);
}

std::string member(const std::string& json, const std::string& name) {
    const auto value = testing::parse_json(json);
    const auto* found = value.member(name);
    return found == nullptr ? "" : found->text;
}

void make_calls(int port, Canaries& canaries) {
    Line stranger(port, {});
    stranger.post("/api/sign_in", {},
                  std::string(R"({"login":"sales1","password":")") + wrong_password + "\"}");
    const auto signed_in = stranger.post("/api/sign_in", {}, R"({"login":"sales1","password":"demo"})");
    const auto token = member(signed_in.body, "token");
    const auto csrf = member(signed_in.body, "csrf_token");
    canaries.planted.push_back(token);
    canaries.planted.push_back(csrf);
    expect(canaries, token.size() > 20 && csrf.size() > 20, "nobody signed in");

    Line sales(port, {});
    sales.say_always("Cookie: forecourt_session=" + token);
    sales.say_always("X-Csrf-Token: " + csrf);
    sales.say_always(std::string("X-Request-Id: ") + request_id);
    const auto registered = sales.post("/api/customers/register", "canary",
                                       std::string(R"({"name":")") + person + R"(","phone":")" + phone +
                                           R"(","identity_number":")" + identity_number + "\"}");
    expect(canaries, registered.status == 200, "the customer was not registered: " + registered.body);
    expect(canaries, registered.headers.find(request_id) != std::string::npos,
           "the answer does not name the request as its caller did");
    expect(canaries, sales.get(std::string("/api/search/find?q=") + phone).status == 200,
           "nothing was searched");
    sales.get(std::string("/api/no/such/") + phone);
    sales.post(std::string("/api/customers/") + phone, {}, "{}");
    sales.post("/api/customers/register", {}, std::string("{\"phone\":\"") + phone + "x\"}");
    Line odd(port, token);
    odd.say_always(std::string("X-Request-Id: ") + phone);
    const auto named_anew = odd.get(std::string("/api/search/find?q=") + identity_number);
    expect(canaries, named_anew.headers.find(phone) == std::string::npos,
           "an ill-formed request id is taken over");
    expect(canaries, named_anew.headers.find("X-Request-Id: ") != std::string::npos, "a request has no id");
}

void look_at_line(const std::string& line, Canaries& canaries, bool& action, bool& view) {
    const auto value = testing::parse_json(line);
    for (const auto* name : {"time", "level", "what"}) {
        expect(canaries, value.member(name) != nullptr, "a line says no " + std::string(name) + ": " + line);
    }
    const auto* what = value.member("what");
    if (what == nullptr || what->text != "call") return;
    for (const auto* name : {"request", "ending", "status", "ms"}) {
        expect(canaries, value.member(name) != nullptr, "a call says no " + std::string(name) + ": " + line);
    }
    const bool whole = value.member("store") != nullptr && value.member("person") != nullptr;
    if (const auto* one = value.member("action"); one != nullptr && one->text == "customers.register") {
        action = action || (whole && value.member("request")->text == request_id);
    }
    if (const auto* one = value.member("view"); one != nullptr && one->text == "search.find") view |= whole;
}

}  // namespace

// security 68, 70, 77
std::vector<std::string> log_lines() {
    Ledger ledger("lines");
    Canaries canaries;
    {
        // Every statement is slow here, so that their lines are looked through too.
        Served served(ledger.folder(), {}, {"--log-level", "debug", "--slow-statement-ms", "1"});
        make_calls(served.port(), canaries);
        served.ask_to_end();
        expect(canaries, served.wait_for_end(std::chrono::seconds(20)) == 0, "the program does not end well");
    }
    std::ifstream file(ledger.folder() + ".log", std::ios::binary);
    std::string line, all;
    bool action = false, view = false;
    while (std::getline(file, line)) {
        all += line + "\n";
        try {
            look_at_line(line, canaries, action, view);
        } catch (const std::exception&) {
            canaries.faults.push_back("no JSON: " + line);
        }
    }
    expect(canaries, action, "the log does not tell the action with request, store and person");
    expect(canaries, view, "the log does not tell the view with store and person");
    for (const auto& canary : canaries.planted) {
        expect(canaries, all.find(canary) == std::string::npos, "in the log: " + canary);
    }
    return canaries.faults;
}

}  // namespace forecourt::crash
