#include <bench/client.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace forecourt::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Caller {
    int socket = -1;
    std::string received;
    Clock::time_point asked_at;
};

void ask(Caller& caller, const std::string& request) {
    caller.received.clear();
    caller.asked_at = Clock::now();
    send_all(caller.socket, request);
}

// Where the body of a complete answer begins; 0 when more is to come.
std::size_t body_of(const std::string& received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    auto length = received.find("\r\nContent-Length: ");
    if (length == std::string::npos) length = received.find("\r\ncontent-length: ");
    if (length == std::string::npos || length > end) throw std::runtime_error("bench: no Content-Length");
    std::size_t size = 0;
    std::from_chars(received.data() + length + 18, received.data() + end, size);
    return received.size() >= end + 4 + size ? end + 4 : 0;
}

// Reads what there is; true when the answer is complete.
bool answered(Caller& caller) {
    char buffer[65536];
    const auto size = ::recv(caller.socket, buffer, sizeof buffer, 0);
    if (size <= 0) throw std::runtime_error("bench: the server hung up");
    caller.received.append(buffer, static_cast<std::size_t>(size));
    if (body_of(caller.received) == 0) return false;
    if (!caller.received.starts_with("HTTP/1.1 200")) {
        throw std::runtime_error("bench: answered " + caller.received.substr(0, 1500));
    }
    return true;
}

}  // namespace

int connect_to(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        throw std::runtime_error("bench: cannot connect");
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

void send_all(int socket, const std::string& request) {
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("bench: cannot send");
}

Figures call(const Calls& calls) {
    std::vector<Caller> callers(static_cast<std::size_t>(calls.callers));
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::size_t asked = 0, open = 0;
    const auto began = Clock::now();
    const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
    const auto more = [&] { return calls.count > 0 ? asked < calls.count : elapsed() < calls.seconds; };
    for (std::size_t i = 0; i < callers.size(); ++i) {
        callers[i].socket = connect_to(calls.port);
        epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, callers[i].socket, &event);
    }
    for (auto& caller : callers) {
        if (!more()) break;
        ask(caller, calls.request(asked++));
        ++open;
    }
    std::vector<double> latencies;
    std::vector<epoll_event> events(callers.size());
    while (open > 0) {
        const int ready = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 10'000);
        if (ready <= 0) throw std::runtime_error("bench: no answer for ten seconds");
        for (int i = 0; i < ready; ++i) {
            auto& caller = callers[events[static_cast<std::size_t>(i)].data.u64];
            if (!answered(caller)) continue;
            latencies.push_back(
                std::chrono::duration<double, std::nano>(Clock::now() - caller.asked_at).count());
            --open;
            if (!more()) continue;
            ask(caller, calls.request(asked++));
            ++open;
        }
    }
    const double seconds = elapsed();
    for (const auto& caller : callers) ::close(caller.socket);
    ::close(poll);
    return figures_of(latencies, seconds);
}

std::string call_once(int port, const std::string& request) {
    Caller caller{.socket = connect_to(port), .received = {}, .asked_at = {}};
    ask(caller, request);
    while (!answered(caller)) {
    }
    ::close(caller.socket);
    return caller.received.substr(body_of(caller.received));
}

std::string get_request(std::string_view path, std::string_view token) {
    std::string text = "GET ";
    text += path;
    text += " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ";
    text += token;
    return text += "\r\n\r\n";
}

std::string post_request(std::string_view path, std::string_view token, std::string_view idempotency_key,
                         std::string_view body) {
    std::string text = "POST ";
    text += path;
    text += " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    if (!token.empty()) text.append("Authorization: Bearer ").append(token).append("\r\n");
    if (!idempotency_key.empty()) text.append("Idempotency-Key: ").append(idempotency_key).append("\r\n");
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return text += body;
}

}  // namespace forecourt::bench
