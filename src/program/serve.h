#pragma once
#include <program/application.h>
#include <program/running_log.h>

#include <string>
#include <vector>

namespace forecourt::program {

struct ServeSettings {
    std::string address = "127.0.0.1";
    int port = 8080;
    int io_threads = 2;
    std::size_t longest_queue = db::usual_longest_queue;
    std::string certificate_file;
    std::string private_key_file;
    std::vector<std::string> trusted_proxies;  // whose X-Forwarded-For is believed
    LogSettings log;
    int slow_statement_ms = 200;  // 0: none is told
    std::string anchor_folder;    // empty: in the data folder
    std::string witness_url;      // empty: nobody else is told of anchors
    std::string witness_secret;
    std::string ship_to;  // a folder, or "s3:" and the file of a bucket; empty: nothing is shipped
    std::string ship_passphrase;
    int ship_every_s = 5;
    int ship_base_every_h = 24;
    int ship_keep_days = 14;
};

/// Serves until SIGTERM or SIGINT; then lets running requests finish. Returns the exit code: 0, or 3 when the
/// database failed in a commit and the program must start again to find out what happened.
int serve(const Place& place, const ServeSettings& settings);

}  // namespace forecourt::program
