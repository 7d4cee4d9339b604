#include <files/s3_client.h>
#include <mail/curl.h>
#include <secrets/digest.h>

#include <pugixml.hpp>

#include <algorithm>
#include <set>
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

// RFC 3986's unreserved letters stay, and those that are named.
std::string encoded(std::string_view text, std::string_view kept = {}) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string result;
    for (const char c : text) {
        if (unreserved.find(c) != std::string_view::npos || kept.find(c) != std::string_view::npos) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return result;
}

}  // namespace

S3Client::S3Client(S3Settings settings)
    : settings_(std::move(settings)), where_("bucket " + settings_.bucket + " at " + settings_.url) {}

std::string S3Client::path_of(const std::string& key) const {
    return encoded(settings_.prefix.empty() ? key : settings_.prefix + "/" + key, "/");
}

S3Client::Reply S3Client::ask_once(const Call& call) const {
    Reply reply;
    CURL* curl = connection();
    const std::string address = settings_.url + "/" + settings_.bucket +
                                (call.path.empty() ? "" : "/" + call.path) +
                                (call.query.empty() ? "" : "?" + call.query);
    const std::string signature = "aws:amz:" + settings_.region + ":s3";
    mail::CurlLines headers;
    curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, signature.c_str());
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.access_key.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.secret_key.c_str());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.longest_try.count()));
    const auto stalled = std::chrono::ceil<std::chrono::seconds>(settings_.patience);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(stalled.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, call.method);
    if (std::string_view(call.method) == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    // The signature covers the hash of what is sent: the server refuses bytes that changed on the way.
    headers.add("x-amz-content-sha256: " +
                (call.object != nullptr ? call.object->sha256 : secrets::sha256_hex({})));
    if (call.object != nullptr) {
        const auto bytes = call.object->bytes;
        // Whatever stands here is signed: "Expect:", which only keeps one away, would be signed and not sent.
        headers.add("Content-Type: application/octet-stream");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes.empty() ? "" : bytes.data());
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    const auto result = curl_easy_perform(curl);
    if (result != CURLE_OK) return {.status = 0, .body = {}, .problem = curl_easy_strerror(result)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    return reply;
}

// Until somebody says that it is done (2xx) or not there (404).
S3Client::Reply S3Client::ask(const Call& call) const {
    const auto until = Clock::now() + settings_.patience;
    for (auto pause = first_pause;; pause = std::min(2 * pause, longest_pause)) {
        auto reply = ask_once(call);
        if (reply.status / 100 == 2 || reply.status == 404) return reply;
        if (!may_pass(reply.status) || Clock::now() + pause > until) {
            throw std::runtime_error(where_ + ": " +
                                     (reply.status == 0
                                          ? reply.problem
                                          : std::to_string(reply.status) + " " + reply.body.substr(0, 200)));
        }
        std::this_thread::sleep_for(pause);
    }
}

void S3Client::no_bucket() const { throw std::runtime_error("there is no " + where_); }

void S3Client::put(const S3Object& object) const {
    const auto reply = ask({.method = "PUT", .path = path_of(object.key), .query = {}, .object = &object});
    if (reply.status == 404) no_bucket();
}

std::optional<std::string> S3Client::get(const std::string& key) const {
    auto reply = ask({.method = "GET", .path = path_of(key), .query = {}});
    if (reply.status == 404) return std::nullopt;
    return std::move(reply.body);
}

bool S3Client::exists(const std::string& key) const {
    return ask({.method = "HEAD", .path = path_of(key), .query = {}}).status != 404;
}

void S3Client::remove(const std::string& key) const {
    ask({.method = "DELETE", .path = path_of(key), .query = {}});
}

std::vector<std::string> S3Client::names_in(const std::string& folder) const {
    std::string below;
    for (const auto& part : {settings_.prefix, folder}) below += part.empty() ? "" : part + "/";
    std::set<std::string> names;
    const auto add = [&](std::string_view key) {
        key.remove_prefix(std::min(below.size(), key.size()));
        if (key.ends_with('/')) key.remove_suffix(1);
        if (!key.empty()) names.emplace(key);
    };
    for (std::string token;;) {
        const auto reply =
            ask({.method = "GET",
                 .path = {},
                 .query = (token.empty() ? "" : "continuation-token=" + encoded(token) + "&") +
                          "delimiter=%2F&list-type=2&max-keys=" + std::to_string(settings_.page) +
                          "&prefix=" + encoded(below)});
        if (reply.status == 404) no_bucket();
        pugi::xml_document document;
        document.load_buffer(reply.body.data(), reply.body.size());
        const auto list = document.child("ListBucketResult");
        if (!list) throw std::runtime_error(where_ + ": what came is no list of names");
        for (const auto object : list.children("Contents")) add(object.child_value("Key"));
        for (const auto group : list.children("CommonPrefixes")) add(group.child_value("Prefix"));
        if (std::string_view(list.child_value("IsTruncated")) != "true") break;
        const std::string_view next = list.child_value("NextContinuationToken");
        if (next.empty() || next == token) throw std::runtime_error(where_ + ": a list has no end");
        token = next;
    }
    return {names.begin(), names.end()};
}

}  // namespace forecourt::files
