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
constexpr std::chrono::seconds longest_run{60};

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

pid_t start_program(const std::vector<std::string>& arguments, const std::string& log_file,
                    const Faults& faults) {
    std::string path = program();
    std::vector<char*> words{path.data()};
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const pid_t process = ::fork();
    if (process != 0) return process;
    const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(log, 1);
    ::dup2(log, 2);
    if (!faults.disk.empty()) ::setenv("FORECOURT_FAULT", faults.disk.c_str(), 1);
    if (!faults.clock.empty()) ::setenv("FORECOURT_CLOCK", faults.clock.c_str(), 1);
    if (!faults.disk.empty() || !faults.clock.empty()) ::setenv("LD_PRELOAD", FORECOURT_FAULT_LIBRARY, 1);
    ::execv(path.c_str(), words.data());
    ::_exit(127);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

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
    curl_header* retry_after = nullptr;
    if (curl_easy_header(curl, "Retry-After", 0, CURLH_HEADER, -1, &retry_after) == CURLHE_OK) {
        reply.retry_after = retry_after->value;
    }
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

int run_program(const std::vector<std::string>& arguments, const std::string& log, const Faults& faults) {
    const auto process = start_program(arguments, log, faults);
    const auto until = Clock::now() + longest_run;
    int status = 0;
    while (::waitpid(process, &status, WNOHANG) == 0) {
        if (Clock::now() > until) ::kill(process, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return code_of(status);
}

Served::Served(std::vector<std::string> arguments, const std::string& log, const Faults& faults)
    : port_(free_port()) {
    arguments.insert(arguments.end(), {"--listen", "127.0.0.1:" + std::to_string(port_)});
    process_ = start_program(arguments, log, faults);
    const auto until = Clock::now() + std::chrono::seconds(30);
    while (!is_ready(port_)) {
        if (wait_for_end(std::chrono::seconds(0)) || Clock::now() > until) {
            throw std::runtime_error("the program does not come up, see " + log);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

Served::Served(const std::string& data_folder, const Faults& faults,
               const std::vector<std::string>& more_arguments)
    : Served(
          [&] {
              std::vector<std::string> arguments{"serve", "--data", data_folder};
              arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
              return arguments;
          }(),
          data_folder + ".log", faults) {}

Served Served::other_command(std::vector<std::string> arguments, const std::string& log) {
    return Served(std::move(arguments), log, Faults{});
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
            return code_of(status);
        }
        if (Clock::now() >= until) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

Line::Line(int port, std::string token) : curl_(curl_easy_init()), port_(port), token_(std::move(token)) {}

Line::~Line() { curl_easy_cleanup(curl_); }

Reply Line::get(const std::string& path) {
    curl_slist* headers = nullptr;
    if (!token_.empty()) headers = curl_slist_append(headers, ("Authorization: Bearer " + token_).c_str());
    for (const auto& header : always_) headers = curl_slist_append(headers, header.c_str());
    auto reply = perform(curl_, address_of(port_, path), headers, nullptr, 0);
    curl_slist_free_all(headers);
    return reply;
}

Reply Line::post(const std::string& path, const std::string& key, const std::string& body, long patience_ms) {
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    if (!token_.empty()) headers = curl_slist_append(headers, ("Authorization: Bearer " + token_).c_str());
    if (!key.empty()) headers = curl_slist_append(headers, ("Idempotency-Key: " + key).c_str());
    for (const auto& header : always_) headers = curl_slist_append(headers, header.c_str());
    auto reply = perform(curl_, address_of(port_, path), headers, &body, patience_ms);
    curl_slist_free_all(headers);
    return reply;
}

double metric(int port, const std::string& name) {
    const auto text = "\n" + Line(port, {}).get("/metrics").body;
    const auto found = text.find("\n" + name + " ");
    if (found == std::string::npos) throw std::runtime_error("/metrics has no " + name);
    return std::stod(text.substr(found + name.size() + 2));
}

std::string sign_in(int port, const std::string& login) {
    Line line(port, {});
    const auto reply = line.post("/api/sign_in", {}, "{\"login\":\"" + login + "\",\"password\":\"demo\"}");
    if (reply.status != 200) throw std::runtime_error(login + " can not sign in: " + reply.body);
    return testing::parse_json(reply.body).member("token")->text;
}

}  // namespace forecourt::crash
