#include <bench/client.h>
#include <bench/served.h>
#include <bench/streams.h>
#include <bench/work.h>

#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <vector>

namespace forecourt::bench {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

/// Sockets that listen, each to its own stream.
class Listeners {
  public:
    Listeners(int port, const std::string& token, int count) : poll_(::epoll_create1(EPOLL_CLOEXEC)) {
        for (int i = 0; i < count; ++i) {
            const int socket = connect_to(port);
            sockets_.push_back(socket);
            send_all(socket, get_request("/api/live", token));
            epoll_event event{.events = EPOLLIN, .data = {.fd = socket}};
            ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event);
            read_head(socket);
        }
    }
    ~Listeners() {
        for (const int socket : sockets_) ::close(socket);
        ::close(poll_);
    }
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    /// Reads until each has been told of something.
    void wait_until_all_told() {
        std::vector<bool> told(65536);
        std::size_t left = sockets_.size();
        std::vector<epoll_event> events(1024);
        while (left > 0) {
            const int ready = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 20'000);
            if (ready <= 0) throw std::runtime_error("bench: a stream heard nothing for twenty seconds");
            for (int i = 0; i < ready; ++i) {
                const int socket = events[static_cast<std::size_t>(i)].data.fd;
                if (drain(socket).find("data:") == std::string::npos) continue;
                auto one = told[static_cast<std::size_t>(socket)];
                if (!one) --left;
                one = true;
            }
        }
    }
    void drain_all() {
        for (const int socket : sockets_) drain(socket);
    }

  private:
    static std::string drain(int socket) {
        std::string text;
        char buffer[16384];
        for (;;) {
            const auto size = ::recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
            if (size == 0) throw std::runtime_error("bench: a stream was closed");
            if (size < 0) return text;
            text.append(buffer, static_cast<std::size_t>(size));
        }
    }
    static void read_head(int socket) {
        std::string head;
        char buffer[4096];
        while (head.find("\r\n\r\n") == std::string::npos) {
            const auto size = ::recv(socket, buffer, sizeof buffer, 0);
            if (size <= 0) throw std::runtime_error("bench: no stream");
            head.append(buffer, static_cast<std::size_t>(size));
        }
        if (!head.starts_with("HTTP/1.1 200")) throw std::runtime_error("bench: a stream got " + head);
    }

    int poll_;
    std::vector<int> sockets_;
};

void allow_files(rlim_t files) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(limit.rlim_max, files);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Streams measure_streams(const Extent& extent) {
    allow_files(20'000);
    const auto data = prepared_data(few_orders);
    const Served served(Place{.folder = working_copy(data, "served"), .postgresql_url = {}});
    const auto work = register_arrival();
    const auto token = served.sign_in(work.login);
    std::size_t next = 0;
    const auto register_one = [&] { call_once(served.port(), work.request(data, token, next++)); };
    for (int i = 0; i < 200; ++i) register_one();
    Streams answer{.streams = extent.quick ? 1'000 : 5'000, .memory_before = served.memory()};
    Listeners listeners(served.port(), token, answer.streams);
    answer.memory_with = served.memory();
    std::vector<double> all_told, answered;
    for (int round = 0; round < 9; ++round) {
        listeners.drain_all();
        const auto began = Clock::now();
        register_one();
        answered.push_back(ms_since(began));
        listeners.wait_until_all_told();
        all_told.push_back(ms_since(began));
    }
    answer.all_told_ms = median_of(all_told);
    answer.answered_ms = median_of(answered);
    return answer;
}

}  // namespace forecourt::bench
