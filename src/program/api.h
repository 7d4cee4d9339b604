#pragma once
#include <http/http.h>
#include <http/live.h>
#include <program/call_figures.h>
#include <program/logged_exchange.h>
#include <program/reading_guard.h>
#include <program/runner.h>
#include <program/sessions.h>
#include <program/workers.h>
#include <secrets/bytes.h>

#include <map>
#include <memory>
#include <mutex>

namespace forecourt::program {

struct ApiSettings {
    secrets::Key password_pepper{};
    bool secure_cookie = false;  // behind TLS
    std::function<Instant()> clock;
};

/// Everything that answers under /api: actions, views, sign-in, uploads, the live stream, exports. Knows no
/// module; what it serves comes from the declarations.
class Api {
  public:
    Api(Runner& runner, Workers& workers, ApiSettings settings);

    /// Answers a request whose path begins with /api/.
    void handle(http::Request&& request, http::Responder responder);
    /// Hands committed events to the live stream.
    void publish(const std::vector<Event>& events);
    http::Live& live() { return live_; }
    const CallFigures& figures() const { return figures_; }

  private:
    using SignedInPtr = std::shared_ptr<const SignedIn>;
    struct Call;

    void read(const ViewBase& view, http::Request&& request, SignedInPtr asker, http::Responder responder);
    void run_action(const ActionBase& action, http::Request&& request, SignedInPtr who,
                    http::Responder responder);
    void start_action(program::Call&& call, http::Responder responder);
    void reveal(program::Call&& call, http::Responder responder);
    http::Response run_view(const ViewBase& view, const http::Request& request, const Actor& actor);
    void sign_in(http::Request&& request, http::Responder responder);
    void link_sign_in(http::Request&& request, http::Responder responder);
    void gateway_notice(http::Request&& request, http::Responder responder);
    void sign_out(const SignedInPtr& who, http::Responder responder);
    void change_password(http::Request&& request, const SignedInPtr& who, http::Responder responder);
    void make_recovery_codes(http::Request&& request, const SignedInPtr& who, http::Responder responder);
    void end_other_sessions(const SignedInPtr& who, http::Responder responder);
    access::UserRow user_of(const Actor& actor);
    MaybeRefused prove_password(const access::UserRow& user, const Actor& actor, const std::string& typed);
    http::Response session(const SignedInPtr& who);
    http::Response sign_in_options();
    void upload(http::Request&& request, SignedInPtr who, http::Responder responder);
    void file(const http::Request& request, SignedInPtr who, http::Responder responder);
    http::Response file_response(const std::string& hash, const SignedInPtr& who);
    http::Response incident_response(const std::string& request_id, const std::exception& error,
                                     Language language);
    static std::string owner_of_streams(const Actor& actor);
    void end_streams_after(const Event& event);
    void open_stream(const http::Request& request, const SignedInPtr& who, http::Responder responder);
    void export_log(const http::Request& request, SignedInPtr who, http::Responder responder);
    void touch(const SignedInPtr& who);
    http::Response signed_in_response(const access::NewSession& session, const Actor& actor);
    bool too_many_sign_ins(const std::string& address, Instant now);
    Actor visitor(const http::Request& request);
    bool too_many_from_outside(const std::string& address, Instant now);
    Language language_of(const http::Request& request, const SignedInPtr& who) const;
    void route(http::Request&& request, http::Responder responder, LoggedExchange& exchange);

    Runner& runner_;
    Workers& workers_;
    ApiSettings settings_;
    Sessions sessions_;
    CallFigures figures_;
    ReadingGuard reading_;
    http::Live live_;
    std::mutex mutex_;
    std::map<std::string, std::pair<Instant, int>>
        sign_ins_;  // tries per address in the minute that began then
    std::map<std::string, std::pair<Instant, int>> visits_;  // the same for actions without a session
    std::vector<Id<Store>> stores_;                          // that a visitor may come to
    std::map<std::string, Instant> touched_;
};

}  // namespace forecourt::program
