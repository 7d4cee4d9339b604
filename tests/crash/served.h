#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace forecourt::crash {

/// Files that say how the program's disk fails and how wrong its clock is, while they exist (fault.c).
struct Faults {
    std::string disk;
    std::string clock;
};

/// Runs the program to its end, or kills it after a minute; its exit code, or 128 and the signal that ended
/// it. What it says goes to `log`.
int run_program(const std::vector<std::string>& arguments, const std::string& log, const Faults& faults = {});

/// `forecourt serve` as a process of its own that can be killed, on a place that outlives it.
class Served {
  public:
    /// Waits until the program is ready; throws std::runtime_error when it ends or does not come up.
    explicit Served(const std::string& data_folder, const Faults& faults = {},
                    const std::vector<std::string>& more_arguments = {});
    ~Served();
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    /// Another of its commands that listens: `--listen` and the port are added to the arguments.
    static Served other_command(std::vector<std::string> arguments, const std::string& log);

    int port() const { return port_; }
    /// Ends it as a power switch would.
    void kill_now();
    /// Asks it to finish what it does and end.
    void ask_to_end() const;
    /// The exit code, when the program ends by itself within this time.
    std::optional<int> wait_for_end(std::chrono::seconds longest);

  private:
    Served(std::vector<std::string> arguments, const std::string& log, const Faults& faults);

    pid_t process_ = 0;
    int port_ = 0;
};

/// An answer to one request; status 0 when none came.
struct Reply {
    long status{};
    std::string body;
    std::string retry_after;
    std::string headers{};
};

/// The token of one of the demonstration's people; throws std::runtime_error when the program says no.
std::string sign_in(int port, const std::string& login);

/// A figure of /metrics.
double metric(int port, const std::string& name);

/// One connection of somebody who is signed in.
class Line {
  public:
    Line(int port, std::string token);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    Reply get(const std::string& path);
    /// `patience_ms`: the line is cut after so long; 0 waits for the answer.
    Reply post(const std::string& path, const std::string& key, const std::string& body,
               long patience_ms = 0);
    /// A header that goes with every request from now on.
    void say_always(std::string header) { always_.push_back(std::move(header)); }

  private:
    void* curl_;
    int port_;
    std::string token_;
    std::vector<std::string> always_;
};

}  // namespace forecourt::crash
