#include <testing/relay.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace forecourt::testing {
namespace {

constexpr int look_again_ms = 20;

sockaddr_in address_of(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool send_all(int to, const char* bytes, std::size_t size) {
    while (size > 0) {
        const auto sent = ::send(to, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

}  // namespace

Relay::Relay(const std::string& url)
    : server_port_(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)))) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = address_of(0);
    socklen_t size = sizeof address;
    if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listening_, 64) != 0 ||
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("a relay can not listen");
    }
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept_all(); });
}

Relay::~Relay() {
    ended_ = true;
    accepting_.join();
    for (auto& thread : serving_) thread.join();
    ::close(listening_);
}

std::string Relay::heard() const {
    const std::lock_guard guard(mutex_);
    return heard_;
}

void Relay::accept_all() {
    while (!ended_) {
        pollfd waiting{.fd = listening_, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, look_again_ms) <= 0) continue;
        const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        if (is_shut_) {
            ::close(client);
        } else {
            serving_.emplace_back([this, client] { serve(client); });
        }
    }
}

void Relay::serve(int client) {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(server_port_);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    std::array<char, 16 * 1024> bytes;
    const std::array<int, 2> ends{client, server};
    while (open && !ended_ && !is_shut_) {
        std::array<pollfd, 2> waiting{pollfd{.fd = client, .events = POLLIN, .revents = 0},
                                      pollfd{.fd = server, .events = POLLIN, .revents = 0}};
        if (::poll(waiting.data(), waiting.size(), look_again_ms) <= 0) continue;
        for (std::size_t from = 0; from < 2 && open; ++from) {
            if (waiting[from].revents == 0) continue;
            const auto got = ::recv(ends[from], bytes.data(), bytes.size(), 0);
            if (got > 0 && from == 0) note({bytes.data(), static_cast<std::size_t>(got)});
            open =
                got > 0 && !is_shut_ && send_all(ends[1 - from], bytes.data(), static_cast<std::size_t>(got));
        }
    }
    ::close(client);
    ::close(server);
}

void Relay::note(std::string_view to_server) {
    const std::lock_guard guard(mutex_);
    heard_ += to_server;
    bytes_left_ -= static_cast<std::int64_t>(to_server.size());
    if (bytes_left_ < 0) is_shut_ = true;
}

}  // namespace forecourt::testing
