#pragma once
#include <bench/figures.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace forecourt::bench {

/// Calls a server from one thread with as many keep-alive connections as there are callers; each sends its
/// next request when it has its answer. Throws std::runtime_error when one is not answered with 200.
struct Calls {
    int port{};
    int callers{};
    std::size_t count{};  // requests altogether; 0: as many as fit in `seconds`
    double seconds{};
    std::function<std::string(std::size_t)> request;  // the bytes of the n-th
};
Figures call(const Calls& calls);

/// A connected socket; throws std::runtime_error when nobody listens.
int connect_to(int port);
/// Throws std::runtime_error when it can not be sent at once.
void send_all(int socket, const std::string& request);

/// One request and the body of its answer.
std::string call_once(int port, const std::string& request);

std::string get_request(std::string_view path, std::string_view token);
std::string post_request(std::string_view path, std::string_view token, std::string_view idempotency_key,
                         std::string_view body);

}  // namespace forecourt::bench
