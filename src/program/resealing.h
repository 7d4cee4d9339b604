#pragma once
#include <program/application.h>

#include <atomic>
#include <thread>

namespace forecourt::program {

/// Seals anew, while people work, what the old one of two master keys has sealed: few values at a time, each
/// few in a transaction of their own. What is left to do is seen from the values themselves, so it goes on
/// after a kill where it stood. Does nothing where there is one key.
class Resealing {
  public:
    explicit Resealing(Application& application);
    ~Resealing();
    Resealing(const Resealing&) = delete;
    Resealing& operator=(const Resealing&) = delete;

  private:
    void loop();

    Application& application_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

struct RotationSettings {
    bool finishes = false;
};
/// `forecourt rotate-key`: gives the store a new master key, or drops the old one when nothing needs it any
/// more. Answers the exit code.
int rotate_key(const Place& place, const RotationSettings& settings);

}  // namespace forecourt::program
