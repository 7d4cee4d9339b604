#include <http/response_head.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace forecourt::http {

namespace {

void append_number(std::string& text, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void check_header(std::string_view name, std::string_view value) {
    const auto is_control = [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; };
    const auto is_no_name = [](unsigned char c) { return c <= 0x20 || c >= 0x7F || c == ':'; };
    if (name.empty() || std::any_of(name.begin(), name.end(), is_no_name) ||
        std::any_of(value.begin(), value.end(), is_control)) {
        throw std::invalid_argument("a response header holds characters that would split the response");
    }
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    check_header(name, value);
    head.append(name).append(": ").append(value).append("\r\n");
}

void append_json_text(std::string& json, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        } else {
            json += c;
        }
    }
    json += '"';
}

}  // namespace

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 507:
            return "Insufficient Storage";
        default:
            return "Status";
    }
}

std::string http_date(std::time_t seconds) {
    // Not strftime: its names follow the locale of the program, HTTP's do not.
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::string date;
    const auto append_two = [&date](int number, char after) {
        date += static_cast<char>('0' + number / 10 % 10);
        date += static_cast<char>('0' + number % 10);
        date += after;
    };
    date.append(days[static_cast<std::size_t>(utc.tm_wday)]).append(", ");
    append_two(utc.tm_mday, ' ');
    date.append(months[static_cast<std::size_t>(utc.tm_mon)]).append(" ");
    date.append(std::to_string(utc.tm_year + 1900)).append(" ");
    append_two(utc.tm_hour, ':');
    append_two(utc.tm_min, ':');
    append_two(utc.tm_sec, ' ');
    return date.append("GMT");
}

CommonHeaders::CommonHeaders(std::vector<Header> headers) : headers_(std::move(headers)) {
    for (const auto& header : headers_) append_header(text_, header.name, header.value);
}

void CommonHeaders::append_to(std::string& head, const Response& response) const {
    const auto is_set = [&](const Header& common) {
        return std::any_of(response.headers.begin(), response.headers.end(),
                           [&](const Header& own) { return same_ignoring_case(own.name, common.name); });
    };
    if (std::none_of(headers_.begin(), headers_.end(), is_set)) {
        head += text_;
        return;
    }
    for (const auto& header : headers_) {
        if (!is_set(header)) append_header(head, header.name, header.value);
    }
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

std::string format_head(const Response& response, const ResponseHead& facts) {
    std::string head;
    head.reserve(512);
    head += "HTTP/1.1 ";
    append_number(head, static_cast<std::uint64_t>(response.status));
    head.append(" ")
        .append(reason_phrase(response.status))
        .append("\r\nDate: ")
        .append(facts.date)
        .append("\r\n");
    if (!response.content_type.empty()) append_header(head, "Content-Type", response.content_type);
    if (!facts.streamed && !has_no_body(response.status)) {
        head += "Content-Length: ";
        append_number(head, facts.content_length);
        head += "\r\n";
    }
    if (facts.close) head += "Connection: close\r\n";
    for (const auto& header : response.headers) append_header(head, header.name, header.value);
    if (facts.common_headers) facts.common_headers->append_to(head, response);
    head += "\r\n";
    return head;
}

Response problem(int status, std::string_view code, std::string_view detail) {
    std::string json = R"({"type":"about:blank","title":)";
    append_json_text(json, reason_phrase(status));
    json.append(",\"status\":").append(std::to_string(status)).append(",\"detail\":");
    append_json_text(json, detail);
    json += ",\"code\":";
    append_json_text(json, code);
    json += ",\"errors\":[]}";
    Response response{.status = status, .content_type = "application/problem+json"};
    response.headers.push_back({"Cache-Control", "no-store"});
    if (status == 503) response.headers.push_back({"Retry-After", "1"});
    if (status == 405) response.headers.push_back({"Allow", "GET, HEAD, POST, OPTIONS"});
    response.body = std::move(json);
    return response;
}

}  // namespace forecourt::http
