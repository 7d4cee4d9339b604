#include <bench/client.h>
#include <bench/served.h>
#include <reflect/json.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

extern char** environ;

namespace forecourt::bench {
namespace {

// The program stands beside this one.
std::string program() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().string() + "/forecourt";
}

pid_t start(std::vector<std::string> arguments, const std::string& log) {
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t process = 0;
    const int code = posix_spawn(&process, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) throw std::runtime_error("bench: cannot start " + arguments[0]);
    return process;
}

}  // namespace

int free_port() {
    static int next = 18'200 + static_cast<int>(::getpid() % 300);
    for (;; ++next) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(next));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free = ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(socket);
        if (free) return next++;
    }
}

Served::Served(const Place& place) : port_(free_port()) {
    const auto began = std::chrono::steady_clock::now();
    const std::string& data_folder = place.folder;
    std::vector<std::string> words{program(),   "serve",    "--data",
                                   data_folder, "--listen", "127.0.0.1:" + std::to_string(port_),
                                   "--behind",  "127.0.0.1"};
    if (!place.postgresql_url.empty()) words.insert(words.end(), {"--database", place.postgresql_url});
    process_ = start(std::move(words), data_folder + "/serve.log");
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    for (;;) {
        try {
            call_once(port_, get_request("/readyz", "none"));
            break;
        } catch (const std::runtime_error&) {
            if (elapsed() > 60 || ::waitpid(process_, nullptr, WNOHANG) != 0) {
                throw std::runtime_error("bench: the program does not start, see " + data_folder +
                                         "/serve.log");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    start_seconds_ = elapsed();
}

Served::~Served() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

std::int64_t Served::memory() const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::strtoll(line.c_str() + 6, nullptr, 10) * 1024;
    }
    return 0;
}

std::string Served::sign_in(const std::string& login) const {
    const auto answer = call_once(
        port_, post_request("/api/sign_in", "", "", "{\"login\":\"" + login + "\",\"password\":\"demo\"}"));
    const auto token = reflect::json_member(answer, "token");
    if (!token || token->size() < 3) throw std::runtime_error("bench: no token in " + answer);
    return token->substr(1, token->size() - 2);
}

}  // namespace forecourt::bench
