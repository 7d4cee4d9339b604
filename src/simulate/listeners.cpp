#include <simulate/listeners.h>

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <new>

namespace forecourt::simulate {
namespace {

// How soon somebody is heard who came meanwhile.
constexpr std::chrono::milliseconds longest_wait{100};

}  // namespace

Listeners::Listeners(std::string url, Tally& tally)
    : url_(std::move(url)), tally_(tally), poll_(::epoll_create1(EPOLL_CLOEXEC)), wait_(longest_wait) {
    static_cast<void>(mail::new_curl_handle());  // the library is started
    multi_.reset(curl_multi_init());
    if (!multi_ || poll_ < 0) throw std::bad_alloc();
    curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, watch);
    curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, wait_at_most);
    curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
    thread_ = std::thread([this] { run(); });
}

Listeners::~Listeners() {
    stops_ = true;
    thread_.join();
    for (auto& stream : streams_) curl_multi_remove_handle(multi_.get(), stream.handle.get());
    multi_.reset();
    ::close(poll_);
}

void Listeners::listen(const std::string& token) {
    const std::lock_guard guard(mutex_);
    waiting_.push_back(token);
}

int Listeners::watch(CURL*, curl_socket_t socket, int what, void* self, void*) {
    const int poll = static_cast<Listeners*>(self)->poll_;
    if (what == CURL_POLL_REMOVE) {
        ::epoll_ctl(poll, EPOLL_CTL_DEL, socket, nullptr);
        return 0;
    }
    epoll_event event{.events = 0, .data = {.fd = socket}};
    if ((what & CURL_POLL_IN) != 0) event.events |= EPOLLIN;
    if ((what & CURL_POLL_OUT) != 0) event.events |= EPOLLOUT;
    if (::epoll_ctl(poll, EPOLL_CTL_MOD, socket, &event) == 0) return 0;
    return ::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
}

int Listeners::wait_at_most(CURLM*, long ms, void* self) {
    const std::chrono::milliseconds asked(ms);
    static_cast<Listeners*>(self)->wait_ = ms < 0 ? longest_wait : std::min(asked, longest_wait);
    return 0;
}

// An event ends with an empty line; what keeps the line awake is one line.
std::size_t Listeners::hear(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& stream = *static_cast<Stream*>(to);
    std::uint64_t events = 0;
    for (std::size_t i = 0; i < size * count; ++i) {
        if (bytes[i] == '\n' && stream.last == '\n') ++events;
        stream.last = bytes[i];
    }
    if (events > 0) stream.tally->heard(events);
    return size * count;
}

void Listeners::connect(Stream& stream) {
    CURL* curl = stream.handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, (url_ + "/api/live").c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, stream.headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, hear);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &stream);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 4096L);
    curl_multi_add_handle(multi_.get(), curl);
    open_.fetch_add(1, std::memory_order_relaxed);
}

void Listeners::open_those_that_wait() {
    std::vector<std::string> tokens;
    {
        const std::lock_guard guard(mutex_);
        tokens.swap(waiting_);
    }
    for (auto& token : tokens) {
        auto& stream = streams_.emplace_back();
        stream.handle = mail::new_curl_handle();
        stream.headers.add("Authorization: Bearer " + token);
        stream.headers.add("Accept: text/event-stream");
        stream.tally = &tally_;
        connect(stream);
    }
}

void Listeners::reopen_those_that_ended() {
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        open_.fetch_sub(1, std::memory_order_relaxed);
        for (auto& stream : streams_) {
            if (stream.handle.get() != message->easy_handle) continue;
            long status = 0;
            curl_easy_getinfo(stream.handle.get(), CURLINFO_RESPONSE_CODE, &status);
            curl_multi_remove_handle(multi_.get(), stream.handle.get());
            // Who is signed out does not listen any more.
            if (status != 401) connect(stream);
            break;
        }
    }
}

void Listeners::act_on_what_is_ready() {
    std::array<epoll_event, 256> events{};
    const auto wait = static_cast<int>(wait_.count());
    const int ready = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), wait);
    int running = 0;
    for (int i = 0; i < ready; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        int what = 0;
        if ((event.events & EPOLLIN) != 0) what |= CURL_CSELECT_IN;
        if ((event.events & EPOLLOUT) != 0) what |= CURL_CSELECT_OUT;
        if ((event.events & (EPOLLERR | EPOLLHUP)) != 0) what |= CURL_CSELECT_ERR;
        curl_multi_socket_action(multi_.get(), event.data.fd, what, &running);
    }
    curl_multi_socket_action(multi_.get(), CURL_SOCKET_TIMEOUT, 0, &running);
}

void Listeners::run() {
    while (!stops_) {
        open_those_that_wait();
        act_on_what_is_ready();
        reopen_those_that_ended();
    }
}

}  // namespace forecourt::simulate
