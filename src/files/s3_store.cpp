#include <files/blob_store.h>
#include <files/s3_store.h>
#include <mail/curl.h>
#include <secrets/digest.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace forecourt::files {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds first_pause{50};
constexpr std::chrono::milliseconds longest_pause{1000};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

// One connection a thread, kept open.
CURL* connection() {
    thread_local const mail::CurlHandle handle = mail::new_curl_handle();
    curl_easy_reset(handle.get());
    return handle.get();
}

// Asking again may help: nobody answered, or the server says it is its own fault.
bool may_pass(long status) { return status == 0 || status == 429 || status >= 500; }

}  // namespace

S3Store::Reply S3Store::ask_once(Method method, std::string_view hash, std::string_view bytes) const {
    Reply reply;
    CURL* curl = connection();
    const std::string address = settings_.url + "/" + settings_.bucket + "/" +
                                std::string(hash.substr(0, 2)) + "/" + std::string(hash);
    const std::string signature = "aws:amz:" + settings_.region + ":s3";
    mail::CurlLines headers;
    curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, signature.c_str());
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.access_key.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.secret_key.c_str());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.patience.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    if (method == Method::head) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    // The signature covers the hash of what is sent: the server refuses bytes that changed on the way.
    headers.add("x-amz-content-sha256: " +
                (method == Method::put ? std::string(hash) : secrets::sha256_hex({})));
    if (method == Method::put) {
        headers.add("Content-Type: application/octet-stream");
        headers.add("Expect:");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes.data());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PUT");
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    const auto result = curl_easy_perform(curl);
    if (result != CURLE_OK) return {.status = 0, .body = {}, .problem = curl_easy_strerror(result)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    return reply;
}

S3Store::Reply S3Store::ask(Method method, std::string_view hash, std::string_view bytes) const {
    const auto until = Clock::now() + settings_.patience;
    for (auto pause = first_pause;; pause = std::min(2 * pause, longest_pause)) {
        auto reply = ask_once(method, hash, bytes);
        if (reply.status == 200 || reply.status == 404) return reply;
        if (!may_pass(reply.status) || Clock::now() + pause > until) {
            throw std::runtime_error("file store " + settings_.url + ": " +
                                     (reply.status == 0
                                          ? reply.problem
                                          : std::to_string(reply.status) + " " + reply.body.substr(0, 200)));
        }
        std::this_thread::sleep_for(pause);
    }
}

std::string S3Store::put(std::string_view bytes) const {
    const std::string hash = secrets::sha256_hex(bytes);
    if (exists(hash)) return hash;
    if (ask(Method::put, hash, bytes).status == 404) {
        throw std::runtime_error("file store " + settings_.url + ": there is no bucket " + settings_.bucket);
    }
    return hash;
}

std::optional<std::string> S3Store::get(std::string_view hash) const {
    if (!is_hash(hash)) return std::nullopt;
    auto reply = ask(Method::get, hash);
    if (reply.status == 404) return std::nullopt;
    return std::move(reply.body);
}

bool S3Store::exists(std::string_view hash) const {
    return is_hash(hash) && ask(Method::head, hash).status == 200;
}

FileStore::Verdict S3Store::verify(std::string_view hash) const {
    const auto bytes = get(hash);
    if (!bytes) return Verdict::missing;
    return secrets::sha256_hex(*bytes) == hash ? Verdict::intact : Verdict::damaged;
}

}  // namespace forecourt::files
