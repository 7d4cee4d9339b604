#include <http/http.h>
#include <http/testing/raw_client.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace forecourt::http::testing {

std::string Reply::header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto end = rest.find("\r\n");
        const auto line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && same_ignoring_case(line.substr(0, colon), name)) {
            return std::string(line.substr(colon + 2));
        }
    }
    return {};
}

RawClient::RawClient(std::uint16_t port, int receive_buffer) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer > 0)
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("can not connect");
    }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive_more() {
    std::array<char, 16384> piece;
    const auto size = ::recv(socket_, piece.data(), piece.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        throw std::runtime_error("the server sent nothing");
    if (size <= 0) return false;
    received_.append(piece.data(), static_cast<std::size_t>(size));
    return true;
}

std::string RawClient::receive_until(std::string_view mark) {
    std::size_t found = 0;
    while ((found = received_.find(mark)) == std::string::npos) {
        if (!receive_more()) return std::exchange(received_, {});
    }
    auto text = received_.substr(0, found + mark.size());
    received_.erase(0, text.size());
    return text;
}

std::string RawClient::receive_rest() {
    while (receive_more()) {
    }
    return std::exchange(received_, {});
}

std::optional<Reply> RawClient::receive(bool of_head_request) {
    Reply reply{.head = receive_until("\r\n\r\n")};
    if (!reply.head.ends_with("\r\n\r\n")) return std::nullopt;
    const auto status = reply.head.substr(9, 3);
    std::from_chars(status.data(), status.data() + status.size(), reply.status);
    std::size_t length = 0;
    const auto length_text = reply.header("content-length");
    std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
    if (of_head_request) return reply;
    while (received_.size() < length) {
        if (!receive_more()) throw std::runtime_error("the body ended early");
    }
    reply.body = received_.substr(0, length);
    received_.erase(0, length);
    return reply;
}

}  // namespace forecourt::http::testing
