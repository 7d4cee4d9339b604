#include <http/framing.h>
#include <http/url.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace forecourt::http {

namespace {

constexpr Fault malformed(std::string_view detail) { return {400, "malformed_request", detail}; }

/// Fields of which a second one makes the request ambiguous: for framing, or for who asks and for what.
constexpr std::array<std::string_view, 9> single_fields = {"host",   "content-length",  "transfer-encoding",
                                                           "expect", "authorization",   "content-type",
                                                           "origin", "idempotency-key", "content-encoding"};

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

bool is_address_character(char c) {
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9') || c == ':' || c == '.';
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<Fault> check_host(std::string_view host_header, std::span<const std::string> allowed_hosts) {
    const auto host = host_of(host_header);
    if (!host) return malformed("the Host header is not a host name");
    if (allowed_hosts.empty()) return std::nullopt;
    const bool allowed =
        std::any_of(allowed_hosts.begin(), allowed_hosts.end(),
                    [&](const std::string& name) { return same_ignoring_case(name, *host); });
    if (allowed) return std::nullopt;
    return Fault{400, "host_not_allowed", "this server does not answer for the host asked for"};
}

}  // namespace

std::optional<Fault> HeadScanner::scan(std::string_view data, const HeadLimits& limits) {
    for (; position_ < data.size() && end_ == 0; ++position_) {
        const auto c = static_cast<unsigned char>(data[position_]);
        const bool after_carriage_return = position_ > 0 && data[position_ - 1] == '\r';
        if (c == '\n') {
            if (!after_carriage_return) return malformed("a line does not end in CR LF");
            if (first_line_end_ == 0) first_line_end_ = position_;
            if (position_ == line_start_ + 1) end_ = position_ + 1;
            line_start_ = position_ + 1;
        } else if (after_carriage_return) {
            return malformed("a CR stands alone");
        } else if ((c < 0x20 && c != '\t' && c != '\r') || c == 0x7F) {
            return malformed("there is a control character in the head");
        } else if (position_ == line_start_ && (c == ' ' || c == '\t')) {
            return malformed("a header line is folded");
        }
    }
    const auto first_line = first_line_end_ == 0 ? position_ : first_line_end_;
    if (first_line > limits.target_bytes + 32) return Fault{414, "target_too_long", "the target is too long"};
    if ((end_ == 0 ? position_ : end_) > limits.head_bytes) {
        return Fault{431, "header_too_large", "the head of the request is too large"};
    }
    return std::nullopt;
}

std::variant<Method, Fault> check_method(std::string_view name) {
    for (const auto method : {Method::get, Method::post, Method::head, Method::options}) {
        if (name == to_text(method)) return method;
    }
    for (const std::string_view known : {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
        if (name == known) {
            return Fault{405, "method_not_allowed", "this server answers GET, HEAD, POST and OPTIONS"};
        }
    }
    return malformed("the method is unknown");
}

std::optional<Fault> read_target(std::string_view target, Request& request) {
    if (target.empty() || target.front() != '/') return malformed("the target is not in origin form");
    const bool visible_ascii =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!visible_ascii) return malformed("the target has bytes that must be percent-encoded");
    if (target.find('#') != std::string_view::npos) return malformed("the target has a fragment");

    const auto question = target.find('?');
    const auto query = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
    if (query.find('%') != std::string_view::npos) {
        const auto decoded = decode_percent(query, true);
        if (!decoded || !is_valid_utf8(*decoded) || decoded->find('\0') != std::string::npos) {
            return malformed("the query is not percent-encoded UTF-8");
        }
    }
    auto path = decode_path(target.substr(0, question));
    if (!path) return malformed("the path has a broken escape, a control character or a dot segment");

    request.path = std::move(*path);
    request.raw_target = target;
    request.query = query;
    return std::nullopt;
}

std::variant<Framing, Fault> read_framing(const Head& head) {
    std::array<const Header*, single_fields.size()> found{};
    for (const auto& header : head.headers) {
        for (std::size_t i = 0; i < single_fields.size(); ++i) {
            if (!same_ignoring_case(header.name, single_fields[i])) continue;
            if (found[i]) return malformed("a header that must stand once is repeated");
            found[i] = &header;
        }
    }
    const auto [host, length, transfer_encoding, expect] = std::tie(found[0], found[1], found[2], found[3]);

    if (!host) return malformed("there is no Host header");
    if (const auto fault = check_host(host->value, head.allowed_hosts)) return *fault;

    Framing framing;
    if (transfer_encoding) {
        if (length) return malformed("Content-Length stands beside Transfer-Encoding");
        if (!same_ignoring_case(transfer_encoding->value, "chunked")) {
            return malformed("the only transfer encoding understood is chunked");
        }
        framing.chunked = true;
    }
    if (length) {
        // 18 digits are far beyond every limit and can not overflow.
        if (!is_digits(length->value) || length->value.size() > 18)
            return malformed("Content-Length is not a number");
        std::from_chars(length->value.data(), length->value.data() + length->value.size(),
                        framing.content_length);
    }
    if (head.version < 11 && framing.has_body()) return malformed("a body needs HTTP/1.1");
    if (expect && head.version >= 11) {
        if (!same_ignoring_case(expect->value, "100-continue")) {
            return Fault{417, "expectation_failed", "the only expectation understood is 100-continue"};
        }
        framing.expects_continue = framing.has_body();
    }
    return framing;
}

std::optional<std::string> host_of(std::string_view host_header) {
    std::string_view host;
    std::string_view rest;
    if (!host_header.empty() && host_header.front() == '[') {
        const auto close = host_header.find(']');
        if (close == std::string_view::npos || close < 3) return std::nullopt;
        host = host_header.substr(0, close + 1);
        rest = host_header.substr(close + 1);
        const auto address = host.substr(1, host.size() - 2);
        if (!std::all_of(address.begin(), address.end(), is_address_character)) return std::nullopt;
    } else {
        const auto colon = host_header.find(':');
        host = host_header.substr(0, colon);
        rest = colon == std::string_view::npos ? std::string_view() : host_header.substr(colon);
        if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) return std::nullopt;
    }
    if (!rest.empty()) {
        const auto port = rest.substr(1);
        if (rest.front() != ':' || !is_digits(port) || port.size() > 5) return std::nullopt;
    }
    return lower(host);
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           std::span<const std::string> trusted_proxies) {
    const auto is_trusted = [&](std::string_view address) {
        return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
    };
    std::string_view address = peer;
    while (is_trusted(address) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto entry =
            trim(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
        // An entry that is no address is not repeated into logs and rate limits.
        if (entry.empty() || entry.size() > 45 ||
            !std::all_of(entry.begin(), entry.end(), is_address_character))
            break;
        address = entry;
    }
    return std::string(address);
}

}  // namespace forecourt::http
