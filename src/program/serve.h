#pragma once
#include <program/application.h>

#include <string>

namespace forecourt::program {

struct ServeSettings {
    std::string address = "127.0.0.1";
    int port = 8080;
    int io_threads = 2;
    std::size_t longest_queue = db::usual_longest_queue;
    std::string certificate_file;
    std::string private_key_file;
};

/// Serves until SIGTERM or SIGINT; then lets running requests finish. Returns the exit code: 0, or 3 when the
/// database failed in a commit and the program must start again to find out what happened.
int serve(const Place& place, const ServeSettings& settings);

}  // namespace forecourt::program
