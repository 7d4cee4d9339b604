#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace forecourt::crash {

/// `forecourt serve` as a process of its own that can be killed, on a place that outlives it.
class Served {
  public:
    /// Waits until the program is ready; throws std::runtime_error when it ends or does not come up. With
    /// `fault_file` its disk fails as that file says (fault.c) while the file exists.
    Served(const std::string& data_folder, const std::string& fault_file,
           const std::vector<std::string>& more_options = {});
    ~Served();
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    int port() const { return port_; }
    /// Ends it as a power switch would.
    void kill_now();
    /// Asks it to finish what it does and end.
    void ask_to_end() const;
    /// The exit code, when the program ends by itself within this time.
    std::optional<int> wait_for_end(std::chrono::seconds longest);

  private:
    pid_t process_ = 0;
    int port_ = 0;
};

/// An answer to one request; status 0 when none came.
struct Reply {
    long status{};
    std::string body;
    std::string headers{};
};

/// The token of one of the demonstration's people; throws std::runtime_error when the program says no.
std::string sign_in(int port, const std::string& login);

/// One connection of somebody who is signed in.
class Line {
  public:
    Line(int port, std::string token);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// `patience_ms`: the line is cut after so long; 0 waits for the answer.
    Reply post(const std::string& path, const std::string& key, const std::string& body,
               long patience_ms = 0);
    Reply get(const std::string& path);
    /// A header that goes with every request from now on.
    void say_always(std::string header) { always_.push_back(std::move(header)); }

  private:
    void* curl_;
    int port_;
    std::string token_;
    std::vector<std::string> always_;
};

}  // namespace forecourt::crash
