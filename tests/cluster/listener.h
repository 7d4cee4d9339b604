#pragma once
#include <cluster/load.h>

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace forecourt::cluster {

/// A browser that hears the live stream of one copy of the program.
class Listener {
  public:
    Listener(int copy, const std::string& login);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// When each arrival was heard, and how often.
    struct Heard {
        Steady::time_point at;
        int times = 0;
    };
    std::map<std::int64_t, Heard> heard();

  private:
    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self);
    void note(const std::string& line);

    std::atomic<bool> stopping_{false};
    std::string line_;
    std::mutex mutex_;
    std::map<std::int64_t, Heard> heard_;
    std::thread thread_;
};

}  // namespace forecourt::cluster
