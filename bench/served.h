#pragma once
#include <bench/data_set.h>

#include <sys/types.h>

#include <cstdint>
#include <string>

namespace forecourt::bench {

/// `forecourt serve` as a process of its own on a free port, from when it is ready until the end of this
/// object.
class Served {
  public:
    explicit Served(const Place& place);
    ~Served();
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    int port() const { return port_; }
    double start_seconds() const { return start_seconds_; }
    /// Resident memory now, in bytes.
    std::int64_t memory() const;
    /// A token of one of the demo's people.
    std::string sign_in(const std::string& login) const;

  private:
    pid_t process_ = 0;
    int port_ = 0;
    double start_seconds_ = 0;
};

/// A free port from 18200 on.
int free_port();

}  // namespace forecourt::bench
