#include <program/logged_exchange.h>

namespace forecourt::program {

LoggedExchange::LoggedExchange(http::Responder inner, std::string request_id)
    : inner_(std::move(inner)), request_id_(std::move(request_id)) {
    call_.request_id = request_id_;
    call_.kind = "route";
    call_.name = "unknown";
    call_.began = std::chrono::steady_clock::now();
}

void LoggedExchange::is_for(std::string_view kind, std::string_view name) {
    call_.kind = kind;
    call_.name = name;
}

void LoggedExchange::is_from(const Actor& actor) {
    call_.store_id = actor.store_id.value;
    call_.user_id = actor.user_id.value;
    call_.customer_id = actor.customer_id;
}

void LoggedExchange::answer(http::Response&& response) {
    response.headers.push_back({"X-Request-Id", request_id_});
    // Opened as a page of its own, an answer is text and nothing else.
    if (response.content_type.ends_with("json")) {
        response.headers.push_back({"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"});
    }
    call_.status = response.status;
    log_call(call_);
    inner_(std::move(response));
}

void LoggedExchange::stream(http::StreamOptions&& options) {
    options.headers.push_back({"X-Request-Id", request_id_});
    call_.status = 200;
    log_call(call_);
    inner_.stream(std::move(options));
}

}  // namespace forecourt::program
