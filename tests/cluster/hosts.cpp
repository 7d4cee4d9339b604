#include <cluster/hosts.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <sys/wait.h>

namespace forecourt::cluster {
namespace {

std::string folder() {
    const char* named = std::getenv("FORECOURT_CLUSTER");
    return named != nullptr ? named : "/var/tmp/forecourt-cluster";
}

std::string one_line(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace

std::string cluster(const std::string& command) {
    const std::string line = FORECOURT_SOURCE_FOLDER "/deploy/cluster/cluster " + command + " 2>&1";
    FILE* pipe = ::popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("can not run " + line);
    std::string said;
    char piece[4096];
    while (const auto got = std::fread(piece, 1, sizeof piece, pipe)) said.append(piece, got);
    const int status = ::pclose(pipe);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw std::runtime_error("cluster " + command + ": " + one_line(said));
    }
    return one_line(said);
}

int leader() { return std::stoi(cluster("leader")); }

void wait_until_settled() { cluster("settled 120"); }

program::Place place_of_copy(int copy) {
    return {.data_folder = folder() + "/app" + std::to_string(copy) + "/data",
            .postgresql_url = cluster("url")};
}

std::string authority_file() { return folder() + "/tls/authority.pem"; }

std::string address_of_copy(int copy) { return "https://10.98.0.1" + std::to_string(copy) + ":8443"; }

}  // namespace forecourt::cluster
