#include <mail/curl.h>
#include <mail/webhook.h>
#include <secrets/digest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>
#include <new>

namespace forecourt::mail {
namespace {

bool is_private(std::uint32_t ip) {
    const auto within = [&](std::uint32_t network, int bits) {
        return ip >> (32 - bits) == network >> (32 - bits);
    };
    return within(0x00000000, 8) || within(0x0a000000, 8) || within(0x64400000, 10) ||
           within(0x7f000000, 8) || within(0xa9fe0000, 16) || within(0xac100000, 12) ||
           within(0xc0000000, 24) || within(0xc0a80000, 16) || within(0xc6120000, 15) ||
           within(0xe0000000, 4) || within(0xf0000000, 4);
}

bool is_private(const in6_addr& ip) {
    if (IN6_IS_ADDR_V4MAPPED(&ip) || IN6_IS_ADDR_V4COMPAT(&ip)) {
        std::uint32_t inner = 0;
        std::memcpy(&inner, ip.s6_addr + 12, sizeof inner);
        return is_private(ntohl(inner));
    }
    const bool unique_local = (ip.s6_addr[0] & 0xfe) == 0xfc;
    return IN6_IS_ADDR_UNSPECIFIED(&ip) || IN6_IS_ADDR_LOOPBACK(&ip) || IN6_IS_ADDR_LINKLOCAL(&ip) ||
           IN6_IS_ADDR_MULTICAST(&ip) || unique_local;
}

bool is_private(const sockaddr* address) {
    if (address->sa_family == AF_INET)
        return is_private(ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr));
    if (address->sa_family == AF_INET6)
        return is_private(reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
    return true;
}

struct Watch {
    bool allow_private = false;
    bool refused = false;
};

/// Asked with the address after name resolution, so a name that points inside is seen too.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
    auto& watch = *static_cast<Watch*>(data);
    if (!watch.allow_private && is_private(&address->addr)) {
        watch.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// The answer's body is of no interest, but its beginning helps whoever looks for a mistake.
std::size_t keep_beginning(char* data, std::size_t size, std::size_t count, void* target) {
    auto& text = *static_cast<std::string*>(target);
    if (text.size() < 200) text.append(data, std::min<std::size_t>(size * count, 200 - text.size()));
    return size * count;
}

Outcome judge(CURLcode result, long status, const Watch& watch, const std::string& problem,
              const std::string& answer) {
    Outcome outcome{Outcome::State::retry_later, static_cast<int>(status),
                    result == CURLE_OK ? answer : problem};
    if (watch.refused) {
        outcome.detail = "the address lies in a private network";
        outcome.state = Outcome::State::failed_for_good;
    } else if (result == CURLE_URL_MALFORMAT || result == CURLE_UNSUPPORTED_PROTOCOL) {
        outcome.state = Outcome::State::failed_for_good;
    } else if (result == CURLE_OK && status >= 200 && status < 300) {
        outcome.state = Outcome::State::sent;
    } else if (result == CURLE_OK && status < 500 && status != 408 && status != 425 && status != 429) {
        outcome.state = Outcome::State::failed_for_good;
    }
    return outcome;
}

}  // namespace

Outcome post_webhook(const WebhookSettings& settings, const WebhookCall& call) {
    const CurlHandle handle = new_curl_handle();
    CURL* curl = handle.get();
    std::array<char, CURL_ERROR_SIZE> error{};
    std::string answer;
    Watch watch{.allow_private = settings.allow_private_addresses};
    CurlLines headers;
    headers.add("Content-Type: application/json");
    headers.add("Forecourt-Event: " + call.event_id);
    headers.add("Forecourt-Signature: " + webhook_signature(settings.secret, call.body, call.at));
    headers.add("Expect:");  // no 100-continue round for small bodies
    curl_easy_setopt(curl, CURLOPT_URL, settings.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // a proxy of the environment would hide the address
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "forecourt-webhook");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error.data());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_beginning);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &watch);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, settings.connect_timeout_ms);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, settings.timeout_ms);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
    const CURLcode result = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return judge(result, status, watch, error[0] != '\0' ? error.data() : curl_easy_strerror(result), answer);
}

std::string webhook_signature(std::string_view secret, std::string_view body, Instant at) {
    const std::string second = std::to_string(at.ms / 1000);
    return "t=" + second + ",v1=" + secrets::hmac_sha256_hex(secret, second + "." + std::string(body));
}

bool webhook_signature_is_valid(std::string_view header, std::string_view secret, std::string_view body,
                                Instant now, Duration tolerance) {
    std::int64_t second = 0;
    if (!header.starts_with("t=")) return false;
    const auto [end, problem] = std::from_chars(header.data() + 2, header.data() + header.size(), second);
    if (problem != std::errc{} || second < 0 || second > now.ms / 1000 + tolerance.ms / 1000) return false;
    const bool fresh = now.ms - second * 1000 <= tolerance.ms;
    return fresh &&
           secrets::constant_time_equal(header, webhook_signature(secret, body, Instant{second * 1000}));
}

bool is_private_address(const std::string& address) {
    in_addr four{};
    in6_addr six{};
    if (::inet_pton(AF_INET, address.c_str(), &four) == 1) return is_private(ntohl(four.s_addr));
    if (::inet_pton(AF_INET6, address.c_str(), &six) == 1) return is_private(six);
    return true;
}

}  // namespace forecourt::mail
