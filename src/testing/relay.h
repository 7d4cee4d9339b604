#pragma once
#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace forecourt::testing {

/// Stands before a server of this machine and hands on what goes to and fro, until it is shut: then nobody
/// answers, and who was speaking is cut off.
class Relay {
  public:
    /// `url`: "http://127.0.0.1:4568".
    explicit Relay(const std::string& url);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    /// Where to ask instead.
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    void shut() { is_shut_ = true; }
    /// By itself, when more than so many bytes have gone to the server from now on.
    void shut_after(std::int64_t bytes) { bytes_left_ = bytes; }
    void open() {
        bytes_left_ = INT64_MAX;
        is_shut_ = false;
    }
    /// Everything that went to the server.
    std::string heard() const;

  private:
    void accept_all();
    void serve(int client);
    void note(std::string_view to_server);

    std::uint16_t server_port_;
    std::uint16_t port_ = 0;
    int listening_ = -1;
    std::atomic<bool> is_shut_ = false;
    std::atomic<bool> ended_ = false;
    std::atomic<std::int64_t> bytes_left_ = INT64_MAX;
    mutable std::mutex mutex_;
    std::string heard_;
    std::list<std::thread> serving_;
    std::thread accepting_;
};

}  // namespace forecourt::testing
