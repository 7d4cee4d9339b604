#pragma once
#include <http/http.h>
#include <program/running_log.h>

#include <memory>
#include <string>

namespace forecourt::program {

/// Stands between a request and its answer: names the request in the answer, and says in the log how it
/// ended.
class LoggedExchange final : public http::Exchange {
  public:
    LoggedExchange(http::Responder inner, std::string request_id);
    void answer(http::Response&& response) override;
    void stream(http::StreamOptions&& options) override;

    /// What was asked for, as far as it is known; a literal name, never what the caller wrote.
    void is_for(std::string_view kind, std::string_view name);
    void is_from(const Actor& actor);

  private:
    http::Responder inner_;
    std::string request_id_;
    AnsweredCall call_;
};

}  // namespace forecourt::program
