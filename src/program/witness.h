#pragma once
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace forecourt::program {

/// Tells a witness on another machine of each anchor, in the order of the file, until it says that it has it.
/// How far it is told stands beside the file, so that nothing is left out after a restart.
class WitnessTeller {
  public:
    struct Settings {
        std::string url;
        std::string secret;  // shared with the witness
    };
    WitnessTeller(Settings settings, std::string anchor_file);
    ~WitnessTeller();

    struct Figures {
        std::uint64_t bytes_to_tell{};
        std::uint64_t failures{};
    };
    Figures figures() const;

  private:
    void loop();
    /// One call; whether there is more to tell at once.
    bool tell_next();
    std::uint64_t told_bytes() const;

    Settings settings_;
    std::string anchor_file_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::uint64_t failures_ = 0;
    std::thread thread_;
};

struct WitnessSettings {
    std::string address = "127.0.0.1";
    int port = 8090;
    std::string file;  // where the anchors are kept
    std::string secret;
};

/// Serves as the witness of one store's program until SIGTERM or SIGINT. It takes what is signed with the
/// secret and follows what it knows; 409 is the answer to anything else, and means that somebody rewrote the
/// anchors. Returns the exit code.
int serve_witness(const WitnessSettings& settings);

}  // namespace forecourt::program
