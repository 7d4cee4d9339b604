#include <crash/served.h>

#include <testing/json_value.h>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <utility>

namespace forecourt::crash {
namespace {

using Clock = std::chrono::steady_clock;

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("no free port");
    }
    ::close(socket);
    return ntohs(address.sin_port);
}

std::string program() {
    const char* path = std::getenv("FORECOURT_PROGRAM");
    if (path == nullptr) throw std::runtime_error("FORECOURT_PROGRAM must name the program");
    return path;
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

Reply perform(CURL* curl, const std::string& address, curl_slist* headers, const std::string* body,
              long patience_ms) {
    Reply reply;
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply.headers);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, patience_ms > 0 ? patience_ms : 20'000L);
    if (headers != nullptr) curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (body != nullptr) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body->size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->c_str());
    }
    if (curl_easy_perform(curl) != CURLE_OK) return {};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    return reply;
}

std::string address_of(int port, const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(port) + path;
}

bool is_ready(int port) {
    CURL* curl = curl_easy_init();
    const auto reply = perform(curl, address_of(port, "/readyz"), nullptr, nullptr, 1000);
    curl_easy_cleanup(curl);
    return reply.status == 200;
}

}  // namespace

Served::Served(const std::string& data_folder, const std::string& fault_file,
               const std::vector<std::string>& more_options)
    : port_(free_port()) {
    const std::string path = program();
    const std::string listen = "127.0.0.1:" + std::to_string(port_);
    std::vector<std::string> words{path, "serve", "--data", data_folder, "--listen", listen};
    words.insert(words.end(), more_options.begin(), more_options.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
        const int log = ::open((data_folder + ".log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(log, 1);
        ::dup2(log, 2);
        if (!fault_file.empty()) {
            ::setenv("LD_PRELOAD", FORECOURT_FAULT_LIBRARY, 1);
            ::setenv("FORECOURT_FAULT", fault_file.c_str(), 1);
        }
        ::execv(path.c_str(), arguments.data());
        ::_exit(127);
    }
    const auto until = Clock::now() + std::chrono::seconds(30);
    while (!is_ready(port_)) {
        if (wait_for_end(std::chrono::seconds(0)) || Clock::now() > until) {
            throw std::runtime_error("the program does not come up, see " + data_folder + ".log");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

Served::~Served() { kill_now(); }

void Served::kill_now() {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
}

void Served::ask_to_end() const {
    if (process_ != 0) ::kill(process_, SIGTERM);
}

std::optional<int> Served::wait_for_end(std::chrono::seconds longest) {
    if (process_ == 0) return std::nullopt;
    const auto until = Clock::now() + longest;
    for (;;) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            process_ = 0;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        if (Clock::now() >= until) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

Line::Line(int port, std::string token) : curl_(curl_easy_init()), port_(port), token_(std::move(token)) {}

Line::~Line() { curl_easy_cleanup(curl_); }

Reply Line::post(const std::string& path, const std::string& key, const std::string& body, long patience_ms) {
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    if (!token_.empty()) headers = curl_slist_append(headers, ("Authorization: Bearer " + token_).c_str());
    if (!key.empty()) headers = curl_slist_append(headers, ("Idempotency-Key: " + key).c_str());
    for (const auto& header : always_) headers = curl_slist_append(headers, header.c_str());
    auto reply = perform(curl_, address_of(port_, path), headers, &body, patience_ms);
    curl_slist_free_all(headers);
    return reply;
}

Reply Line::get(const std::string& path) {
    curl_slist* headers = nullptr;
    if (!token_.empty()) headers = curl_slist_append(headers, ("Authorization: Bearer " + token_).c_str());
    for (const auto& header : always_) headers = curl_slist_append(headers, header.c_str());
    auto reply = perform(curl_, address_of(port_, path), headers, nullptr, 0);
    curl_slist_free_all(headers);
    return reply;
}

std::string sign_in(int port, const std::string& login) {
    Line line(port, {});
    const auto reply = line.post("/api/sign_in", {}, "{\"login\":\"" + login + "\",\"password\":\"demo\"}");
    if (reply.status != 200) throw std::runtime_error(login + " can not sign in: " + reply.body);
    return testing::parse_json(reply.body).member("token")->text;
}

}  // namespace forecourt::crash
