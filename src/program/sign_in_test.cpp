#include <gtest/gtest.h>
#include <program/api.h>
#include <reflect/json_scan.h>
#include <secrets/digest.h>
#include <secrets/password.h>
#include <secrets/totp.h>
#include <services/access/second_factor.h>
#include <services/access/staff.h>
#include <testing/caught.h>
#include <testing/place.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

// Signing in with a code besides the password, through the route itself.
namespace forecourt::program {
namespace {

using Codes = std::vector<std::string>;

using testing::Caught;

class SignInTest : public ::testing::Test {
  protected:
    SignInTest() {
        const auto store = testing::open_two_stores(application, now).first;
        for (const auto& person : store.people) {
            if (person.login != "sales1") continue;
            actor.user_id = person.user_id;
            actor.store_id = store.store_id;
            actor.roles = person.roles;
            actor.rights = application.runner().modules().rights_of(actor.roles);
        }
    }

    ~SignInTest() override { std::filesystem::remove_all(place.data_folder); }

    // How signing in ended: "in", or the refusal's name.
    std::string sign_in(const std::string& password, const std::string& code = "") {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/sign_in";
        request.headers = {{"Content-Type", "application/json"}};
        request.remote_address = "127.0.0.1";
        request.body = "{\"login\":\"sales1\",\"password\":\"" + password + "\"" +
                       (code.empty() ? "" : ",\"code\":\"" + code + "\"") + "}";
        const auto caught = std::make_shared<Caught>();
        api.handle(std::move(request), http::Responder(caught));
        const auto response = caught->wait();
        if (response.status == 200) return "in";
        EXPECT_EQ(response.status, 401);
        return reflect::JsonScanner(reflect::json_member(response.body.view(), "code").value_or("\"\""))
            .string();
    }
    // Signs in and answers the session's token.
    std::string token_of(const std::string& password) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/sign_in";
        request.remote_address = "127.0.0.1";
        request.body = "{\"login\":\"sales1\",\"password\":\"" + password + "\"}";
        request.headers = {{"Content-Type", "application/json"}};
        const auto response = call(std::move(request));
        return reflect::JsonScanner(reflect::json_member(response.body.view(), "token").value_or("\"\""))
            .string();
    }
    http::Response call(http::Request&& request) {
        const auto caught = std::make_shared<Caught>();
        api.handle(std::move(request), http::Responder(caught));
        return caught->wait();
    }
    const secrets::Key& pepper() { return pepper_; }
    std::string get(const std::string& path, const std::string& token) {
        http::Request request;
        request.method = http::Method::get;
        request.path = path;
        request.remote_address = "127.0.0.1";
        request.headers = {{"Authorization", "Bearer " + token}};
        const auto response = call(std::move(request));
        if (response.status == 200) return "done";
        return reflect::JsonScanner(reflect::json_member(response.body.view(), "code").value_or("\"\""))
            .string();
    }
    // The refusal's name of a call with this session, "done" without one.
    std::string post(const std::string& path, const std::string& token, const std::string& body) {
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.remote_address = "127.0.0.1";
        request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
        request.body = body;
        const auto response = call(std::move(request));
        if (response.status == 200) return "done";
        return reflect::JsonScanner(reflect::json_member(response.body.view(), "code").value_or("\"\""))
            .string();
    }
    void act(const char* action, const std::string& input) {
        const auto answer =
            application.runner().run_and_wait({.action = application.runner().modules().find_action(action),
                                               .actor = actor,
                                               .input = input,
                                               .idempotency_key = {},
                                               .now = now});
        ASSERT_EQ(answer.ending, Ending::done);
    }
    // The recovery codes that were made, or the refusal's name.
    std::vector<std::string> recovery_codes(const std::string& token, const std::string& body = "{}") {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/recovery_codes";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
        request.body = body;
        const auto response = call(std::move(request));
        const bool made = response.status == 200;
        std::vector<std::string> codes;
        const auto answered = reflect::json_member(response.body.view(), made ? "codes" : "code").value();
        reflect::JsonScanner scan(answered);
        if (!made) return {scan.string()};
        if (!scan.accept('[')) return {};
        do codes.push_back(scan.string());
        while (scan.accept(','));
        return codes;
    }
    // Turns the authenticator's code on and answers the seed.
    std::string set_up() {
        act("access.begin_second_factor", "{}");
        const auto raw = seed();
        act("access.confirm_second_factor", "{\"code\":\"" + secrets::totp_code(raw, now) + "\"}");
        now = now + minutes(1);
        return raw;
    }
    std::int64_t codes_left() {
        std::int64_t left = 0;
        application.database().read([&](db::Connection& db) {
            Context context(db, actor, now);
            left = access::my_second_factor.run(context, {})->recovery_codes_left;
        });
        return left;
    }
    std::string seed() {
        std::string text;
        application.database().read([&](db::Connection& db) {
            Context context(db, actor, now);
            text = access::my_second_factor.run(context, {})->seed.value();
        });
        return *secrets::from_base32(text);
    }

    Instant now = local_instant(*parse_date("2026-04-01"), 9);
    const Place place = testing::make_place(false, "sign_in");
    Application application{place};
    const secrets::Key pepper_ = application.keys().lasting_key(secrets::Purpose::password_pepper);
    Workers workers{1};
    Api api{application.runner(), workers, {.password_pepper = pepper_, .clock = [this] { return now; }}};
    Actor actor;
};

// security 47
TEST_F(SignInTest, a_code_is_asked_for_once_it_is_set_up_and_serves_one_entry) {
    EXPECT_EQ(sign_in("demo"), "in");
    act("access.begin_second_factor", "{}");
    // Not confirmed yet: who only looked at the QR code is not locked out.
    EXPECT_EQ(sign_in("demo"), "in");
    const auto raw = seed();
    act("access.confirm_second_factor", "{\"code\":\"" + secrets::totp_code(raw, now) + "\"}");

    EXPECT_EQ(sign_in("demo"), "second_factor_needed");
    // The code that confirmed it is used up.
    EXPECT_EQ(sign_in("demo", secrets::totp_code(raw, now)), "second_factor_wrong");
    now = now + minutes(1);
    const auto code = secrets::totp_code(raw, now);
    EXPECT_EQ(sign_in("wrong", code), "sign_in_wrong");
    EXPECT_EQ(sign_in("demo", code), "in");
    EXPECT_EQ(sign_in("demo", code), "second_factor_wrong");
    EXPECT_EQ(sign_in("demo", "000000"), "second_factor_wrong");
}

// security 44, 47
TEST_F(SignInTest, who_guesses_codes_rests_like_who_guesses_passwords) {
    act("access.begin_second_factor", "{}");
    const auto raw = seed();
    act("access.confirm_second_factor", "{\"code\":\"" + secrets::totp_code(raw, now) + "\"}");
    now = now + minutes(1);
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_EQ(sign_in("demo", "00000" + std::to_string(guess)), "second_factor_wrong");
    EXPECT_EQ(sign_in("demo", secrets::totp_code(raw, now)), "sign_in_locked");
    now = now + minutes(2);
    EXPECT_EQ(sign_in("demo", secrets::totp_code(raw, now)), "in");
}

// security 53
TEST_F(SignInTest, taken_off_by_a_manager_the_password_is_enough_and_old_sessions_are_over) {
    act("access.begin_second_factor", "{}");
    act("access.confirm_second_factor", "{\"code\":\"" + secrets::totp_code(seed(), now) + "\"}");
    std::string token;
    application.runner().run_work_and_wait(actor, now, [&](Tx& tx) -> MaybeRefused {
        token = access::begin_session(tx, tx.store_id(), actor.user_id, 0).token;
        EXPECT_TRUE(access::drop_second_factor(tx, actor.user_id));
        EXPECT_FALSE(access::drop_second_factor(tx, actor.user_id));
        return std::nullopt;
    });
    application.database().read(
        [&](db::Connection& db) { EXPECT_FALSE(access::is_live(*access::find_session(db, token), now)); });
    EXPECT_EQ(sign_in("demo"), "in");
}

// security 42, 54
TEST_F(SignInTest, a_new_password_needs_the_present_one_and_ends_the_other_sessions) {
    const auto here = token_of("demo"), elsewhere = token_of("demo");
    const auto change = [&](const char* present, const char* wanted) {
        return post(
            "/api/change_password", here,
            std::string("{\"current_password\":\"") + present + "\",\"new_password\":\"" + wanted + "\"}");
    };
    EXPECT_EQ(change("demo", "abc"), "password_too_short");
    EXPECT_EQ(change("demo", "sales1sales1"), "password_too_easy");
    EXPECT_EQ(change("wrong", "a7#kq_Pz"), "current_password_wrong");
    EXPECT_EQ(change("demo", "a7#kq_Pz"), "done");
    now = now + seconds(2);  // what a session is believed to be lasts a second
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    EXPECT_EQ(post("/api/end_other_sessions", elsewhere, "{}"), "not_signed_in");
    EXPECT_EQ(post("/api/end_other_sessions", here, "{}"), "done");
    EXPECT_EQ(sign_in("demo"), "sign_in_wrong");
    EXPECT_EQ(sign_in("a7#kq_Pz"), "in");
}

// security 44
TEST_F(SignInTest, guessing_the_present_password_makes_the_account_rest) {
    const auto here = token_of("demo");
    const std::string guess = "{\"current_password\":\"guess\",\"new_password\":\"a7#kq_Pz\"}";
    for (int tries = 0; tries < 5; ++tries)
        EXPECT_EQ(post("/api/change_password", here, guess), "current_password_wrong");
    EXPECT_EQ(post("/api/change_password", here, guess), "password_rests");
}

// security 48
TEST_F(SignInTest, a_recovery_code_stands_for_the_code_and_serves_once) {
    const auto here = token_of("demo");
    EXPECT_EQ(recovery_codes(here), Codes{"recovery_codes_need_second_factor"});
    set_up();
    const auto codes = recovery_codes(here);
    ASSERT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10U);
    for (const auto& code : codes) EXPECT_EQ(code.size(), 24U + 5U) << "120 bits and five dashes: " << code;
    EXPECT_EQ(codes_left(), 10);

    EXPECT_EQ(sign_in("wrong", codes[0]), "sign_in_wrong");
    EXPECT_EQ(sign_in("demo", codes[0]), "in");
    EXPECT_EQ(codes_left(), 9);
    EXPECT_EQ(sign_in("demo", codes[0]), "second_factor_wrong");
    // As somebody types it.
    std::string typed = codes[1];
    std::ranges::transform(typed, typed.begin(), [](char c) { return c == '-' ? ' ' : std::tolower(c); });
    EXPECT_EQ(sign_in("demo", typed), "in");
    EXPECT_EQ(sign_in("demo", codes[2].substr(0, 28)), "second_factor_wrong");
    EXPECT_EQ(codes_left(), 8);
}

// security 48
TEST_F(SignInTest, recovery_codes_are_kept_as_hashes_alone) {
    const auto here = token_of("demo");
    set_up();
    const auto codes = recovery_codes(here);
    ASSERT_EQ(codes.size(), 10U);
    std::string bytes;
    for (const char* name : {"/forecourt.sqlite", "/forecourt.sqlite-wal"}) {
        std::ifstream file(place.data_folder + name, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    for (auto code : codes) {
        EXPECT_EQ(bytes.find(code), std::string::npos);
        std::erase(code, '-');
        EXPECT_EQ(bytes.find(code), std::string::npos);
        EXPECT_NE(bytes.find(secrets::sha256_hex(code)), std::string::npos)
            << "not looked in the right place";
    }
}

// security 48, 49
TEST_F(SignInTest, new_recovery_codes_need_the_password_and_end_the_old_ones) {
    const auto here = token_of("demo");
    set_up();
    const auto old = recovery_codes(here);
    EXPECT_EQ(recovery_codes(here), Codes{"current_password_wrong"});
    EXPECT_EQ(recovery_codes(here, R"({"current_password":"guess"})"), Codes{"current_password_wrong"});
    const auto fresh = recovery_codes(here, R"({"current_password":"demo"})");
    ASSERT_EQ(fresh.size(), 10U);
    EXPECT_EQ(sign_in("demo", old[3]), "second_factor_wrong");
    EXPECT_EQ(sign_in("demo", fresh[3]), "in");
    for (int guess = 0; guess < 5; ++guess) recovery_codes(here, R"({"current_password":"guess"})");
    EXPECT_EQ(recovery_codes(here, R"({"current_password":"demo"})"), Codes{"password_rests"});
}

// security 44, 48
TEST_F(SignInTest, who_guesses_recovery_codes_rests_like_who_guesses_passwords) {
    const auto here = token_of("demo");
    set_up();
    const auto codes = recovery_codes(here);
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_EQ(sign_in("demo", "ABCD-EFGH-IJKL-MNOP-QRST-UVWX"), "second_factor_wrong");
    EXPECT_EQ(sign_in("demo", codes[0]), "sign_in_locked");
    now = now + minutes(2);
    EXPECT_EQ(sign_in("demo", codes[0]), "in");
}

// security 49
TEST_F(SignInTest, with_the_code_taken_off_the_recovery_codes_are_gone_too) {
    const auto here = token_of("demo");
    set_up();
    const auto codes = recovery_codes(here);
    ASSERT_EQ(codes.size(), 10U);
    application.runner().run_work_and_wait(actor, now, [&](Tx& tx) -> MaybeRefused {
        EXPECT_TRUE(access::drop_second_factor(tx, actor.user_id));
        return std::nullopt;
    });
    set_up();
    EXPECT_EQ(codes_left(), 0);
    EXPECT_EQ(sign_in("demo", codes[0]), "second_factor_wrong");
}

// security 45, 49
TEST_F(SignInTest, a_given_password_opens_nothing_but_its_change) {
    application.runner().run_work_and_wait(actor, now, [&](Tx& tx) -> MaybeRefused {
        access::write_given_password(tx, actor.user_id, secrets::hash_password("given-by-gm", pepper()));
        return std::nullopt;
    });
    EXPECT_EQ(sign_in("demo"), "sign_in_wrong");
    const auto here = token_of("given-by-gm");
    EXPECT_EQ(get("/api/session", here), "done");
    for (const auto* name : {"/api/access/store", "/api/files/00", "/api/live", "/api/export/ocel"})
        EXPECT_EQ(get(name, here), "password_is_given") << name;
    for (const auto* name : {"/api/access/set_language", "/api/leads/open_lead", "/api/files/upload",
                             "/api/recovery_codes", "/api/end_other_sessions", "/api/nothing"})
        EXPECT_EQ(post(name, here, "{}"), "password_is_given") << name;
    const auto change = [&](const char* wanted) {
        return post("/api/change_password", here,
                    std::string(R"({"current_password":"given-by-gm","new_password":")") + wanted + "\"}");
    };
    EXPECT_EQ(change("given-by-gm"), "password_is_the_same");
    EXPECT_EQ(get("/api/access/store", here), "password_is_given");
    EXPECT_EQ(change("a7#kq_Pz"), "done");
    EXPECT_EQ(get("/api/access/store", here), "done");
    // A code does not go around it either way.
    const auto again = token_of("a7#kq_Pz");
    EXPECT_EQ(get("/api/access/store", again), "done");
}

// security 43
TEST_F(SignInTest, a_password_of_years_still_opens) {
    now = now + days(365 * 5);
    const auto here = token_of("demo");
    EXPECT_EQ(get("/api/access/store", here), "done");
}

}  // namespace
}  // namespace forecourt::program
