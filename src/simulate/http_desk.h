#pragma once
#include <action/module.h>
#include <demo/desk.h>
#include <mail/curl.h>
#include <simulate/tally.h>

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace forecourt::simulate {

/// What the page shows around the work of one module.
struct Screens {
    std::vector<const ViewBase*> boards;  // shown without being asked for anything
    std::map<std::string_view, std::vector<const ViewBase*>> records;  // by the one thing they ask for
};
using ScreensByModule = std::map<std::string_view, Screens>;
ScreensByModule screens_of(const Modules& modules);

struct Signed {
    std::string token;
    std::int64_t user_id{};
    std::vector<std::string> rights;
};

/// The people of one store at their browsers: each signed in, each action with a key of its own, and before
/// and after it the screens that the page would read. Who is told to come again, or loses the connection,
/// repeats with the same key. One thread at a time.
class HttpDesk final : public demo::Desk {
  public:
    struct Settings {
        std::string url;  // http://host:port
        int store = 1;    // the people of store 2 are called sales1_2 ...
        unsigned seed = 1;
        std::string key_prefix;                      // of idempotency keys, different for each run
        std::chrono::milliseconds patience{60'000};  // how long a call is repeated
    };
    HttpDesk(Settings settings, const ScreensByModule& screens, Tally& tally,
             std::function<void(const std::string& token)> on_signed_in);

    Outcome act(std::string_view login, std::string_view action, const std::string& input,
                Instant now) override;
    Outcome act_as_customer(std::int64_t customer, std::string_view action, const std::string& input,
                            Instant now) override;
    std::string see(std::string_view login, std::string_view view, const Parameters& parameters,
                    Instant now) override;
    std::string upload(std::string_view login, const std::string& png, Instant now) override;
    Instant wait_until(Instant when) override;

    /// Signs in at the first call; throws std::runtime_error when the program does not let the person in.
    const Signed& signed_in(std::string_view login);

  private:
    struct Request {
        Kind kind{};
        std::string_view what;  // the action or view
        std::string path;
        std::string token;
        std::string body;  // empty: a GET
        const char* content_type = "application/json";
        bool keyed = false;
        std::int64_t from_home = 0;  // of whom; 0: from the store's network
    };
    struct Reply {
        long status = 0;
        long retry_after_s = 0;
        std::string body;
        std::string session;  // what a cookie brought
        std::string problem;  // of the connection
    };
    Reply call(const Request& request);
    Reply call_once(const Request& request, const std::string& key);
    Outcome act_with(const std::string& token, std::string_view action, const std::string& input,
                     std::int64_t from_home = 0);
    std::string read(const std::string& token, std::string_view view, const Parameters& parameters);
    void look_around(const Signed& who, std::string_view action, const std::string& input);
    std::string escaped(const std::string& text) const;
    std::string network_of(const Request& request) const;

    Settings settings_;
    const ScreensByModule& screens_;
    Tally& tally_;
    std::function<void(const std::string&)> on_signed_in_;
    mail::CurlHandle curl_ = mail::new_curl_handle();
    std::mt19937 dice_;
    std::map<std::string, Signed, std::less<>> people_;
    std::map<std::int64_t, std::string> customers_;  // tokens
    std::uint64_t keys_ = 0;
};

}  // namespace forecourt::simulate
