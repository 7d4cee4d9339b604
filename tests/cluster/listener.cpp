#include <cluster/hosts.h>
#include <cluster/listener.h>
#include <crash/served.h>

#include <curl/curl.h>

namespace forecourt::cluster {

Listener::Listener(int copy, const std::string& login) {
    const auto token = crash::sign_in(front_port, login);
    thread_ = std::thread([this, copy, token, authority = authority_file()] {
        CURL* curl = curl_easy_init();
        curl_slist* headers = curl_slist_append(nullptr, ("Authorization: Bearer " + token).c_str());
        curl_easy_setopt(curl, CURLOPT_URL, (address_of_copy(copy) + "/api/live").c_str());
        curl_easy_setopt(curl, CURLOPT_CAINFO, authority.c_str());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Listener::take);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
        curl_easy_setopt(
            curl, CURLOPT_XFERINFOFUNCTION, +[](void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
                return static_cast<Listener*>(self)->stopping_ ? 1 : 0;
            });
        while (!stopping_) {
            curl_easy_perform(curl);
            // As the page does: it comes back after a while.
            for (int i = 0; i < 10 && !stopping_; ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        }
        curl_slist_free_all(headers);
        curl_easy_cleanup(curl);
    });
}

Listener::~Listener() {
    stopping_ = true;
    thread_.join();
}

std::size_t Listener::take(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& listener = *static_cast<Listener*>(self);
    for (std::size_t i = 0; i < size * count; ++i) {
        if (bytes[i] != '\n') {
            listener.line_ += bytes[i];
            continue;
        }
        listener.note(listener.line_);
        listener.line_.clear();
    }
    return size * count;
}

void Listener::note(const std::string& line) {
    if (line.find("\"reception.arrival_registered\"") == std::string::npos) return;
    constexpr std::string_view before = "{\"type\":\"visit\",\"id\":";
    const auto found = line.find(before);
    if (found == std::string::npos) return;
    const std::lock_guard guard(mutex_);
    auto& heard = heard_[std::stoll(line.substr(found + before.size()))];
    if (heard.times++ == 0) heard.at = Steady::now();
}

std::map<std::int64_t, Listener::Heard> Listener::heard() {
    const std::lock_guard guard(mutex_);
    return heard_;
}

}  // namespace forecourt::cluster
