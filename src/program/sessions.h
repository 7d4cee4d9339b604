#pragma once
#include <http/http.h>
#include <program/runner.h>
#include <secrets/bytes.h>
#include <services/access/api.h>

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace forecourt::program {

/// Who stands behind a request.
struct SignedIn {
    Actor actor;
    std::string token_hash;
    std::string csrf_token;
    Instant last_seen_at;
    bool must_change_password{};
};

/// Finds the person behind a session's token. What was found is believed for a second, so that a page that
/// asks twenty things at once costs one look; a sign-out is seen at once in this copy of the program.
class Sessions {
  public:
    Sessions(db::Database& database, const Modules& modules) : database_(database), modules_(modules) {}

    std::shared_ptr<const SignedIn> find(std::string_view token, Instant now);
    void forget(const std::string& token_hash);
    /// Believes nobody without a look: somebody's way in was changed, here or at another copy.
    void forget_all();

  private:
    // Believed by the steady clock: the other one may be set back by a month.
    using Steady = std::chrono::steady_clock;

    static bool is_believed(Steady::time_point found_at);
    std::shared_ptr<const SignedIn> load(std::string_view token, Instant now);

    db::Database& database_;
    const Modules& modules_;
    std::mutex mutex_;
    std::map<std::string, std::pair<Steady::time_point, std::shared_ptr<const SignedIn>>, std::less<>> known_;
    Steady::time_point cleared_at_;  // when those that are no longer believed were last thrown away
};

/// Where a request carries its session: the cookie of the page, or a bearer token of a program.
struct Credential {
    std::string token;
    bool from_cookie = false;
};
Credential credential_of(const http::Request& request);

}  // namespace forecourt::program
