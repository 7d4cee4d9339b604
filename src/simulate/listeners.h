#pragma once
#include <mail/curl.h>
#include <simulate/tally.h>

#include <atomic>
#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace forecourt::simulate {

/// The live streams of all browsers, on one thread. A stream that ends is opened again, as browsers do.
class Listeners {
  public:
    Listeners(std::string url, Tally& tally);
    ~Listeners();
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    void listen(const std::string& token);
    std::size_t open() const { return open_.load(std::memory_order_relaxed); }

  private:
    struct Stream {
        mail::CurlHandle handle;
        mail::CurlLines headers;
        Tally* tally{};
        std::string token;
        char last = 0;
    };
    struct MultiCloser {
        void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
    };
    static int watch(CURL*, curl_socket_t socket, int what, void* self, void*);
    static int wait_at_most(CURLM*, long ms, void* self);
    static std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* stream);
    void run();
    void act_on_what_is_ready();
    void connect(Stream& stream);
    void open_those_that_wait();
    void reopen_those_that_ended();

    std::string url_;
    Tally& tally_;
    int poll_;  // curl's own way asks each of thousands of sockets anew
    std::chrono::milliseconds wait_;
    std::unique_ptr<CURLM, MultiCloser> multi_;
    std::list<Stream> streams_;  // the thread's own
    std::mutex mutex_;
    std::vector<std::string> waiting_;
    std::atomic<std::size_t> open_{0};
    std::atomic<bool> stops_{false};
    std::thread thread_;
};

}  // namespace forecourt::simulate
