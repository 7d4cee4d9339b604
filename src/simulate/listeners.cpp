#include <simulate/listeners.h>

#include <chrono>
#include <new>

namespace forecourt::simulate {

Listeners::Listeners(std::string url, Tally& tally) : url_(std::move(url)), tally_(tally) {
    static_cast<void>(mail::new_curl_handle());  // the library is started
    multi_.reset(curl_multi_init());
    if (!multi_) throw std::bad_alloc();
    thread_ = std::thread([this] { run(); });
}

Listeners::~Listeners() {
    stops_ = true;
    curl_multi_wakeup(multi_.get());
    thread_.join();
    for (auto& stream : streams_) curl_multi_remove_handle(multi_.get(), stream.handle.get());
}

void Listeners::listen(const std::string& token) {
    {
        const std::lock_guard guard(mutex_);
        waiting_.push_back(token);
    }
    curl_multi_wakeup(multi_.get());
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

void Listeners::run() {
    while (!stops_) {
        open_those_that_wait();
        int running = 0;
        curl_multi_perform(multi_.get(), &running);
        reopen_those_that_ended();
        curl_multi_poll(multi_.get(), nullptr, 0, 500, nullptr);
    }
}

}  // namespace forecourt::simulate
