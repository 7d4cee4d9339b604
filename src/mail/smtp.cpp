#include <mail/curl.h>
#include <mail/smtp.h>
#include <secrets/bytes.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <new>

namespace forecourt::mail {
namespace {

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7f; });
}

/// Line ends in a name or subject would let its author add headers of his own.
std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

std::string mailbox_text(const Mailbox& mailbox) {
    if (mailbox.name.empty()) return "<" + mailbox.address + ">";
    const std::string name = one_line(mailbox.name);
    if (!is_plain_ascii(name)) return encoded_header(name) + " <" + mailbox.address + ">";
    std::string quoted;
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return "\"" + quoted + "\" <" + mailbox.address + ">";
}

/// RFC 2231: a file name of any script. No plain `filename` beside it: some programs would prefer that one.
std::string disposition(const std::string& file_name) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const unsigned char c : one_line(file_name)) {
        const bool safe = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          c == '.' || c == '-' || c == '_';
        if (safe) {
            encoded += static_cast<char>(c);
        } else {
            encoded += {'%', hex[c >> 4], hex[c & 15]};
        }
    }
    return "Content-Disposition: attachment;\r\n filename*=UTF-8''" + encoded;
}

/// Older programs look for the name here, and as RFC 2047 words although the standard says no.
std::string type_with_name(const Attachment& attachment) {
    std::string name = encoded_header(one_line(attachment.file_name));
    std::erase(name, '"');
    return one_line(attachment.media_type) + ";\r\n name=\"" + name + "\"";
}

/// What is wrong with a message before anyone is asked; nullptr when nothing.
const char* fault_of(const Message& message) {
    if (!is_deliverable_address(message.from.address)) return "the sender's address is not usable";
    if (message.to.empty()) return "there is no recipient";
    for (const Mailbox& mailbox : message.to)
        if (!is_deliverable_address(mailbox.address)) return "a recipient's address is not usable";
    if (!message.reply_to.address.empty() && !is_deliverable_address(message.reply_to.address))
        return "the reply address is not usable";
    if (!is_plain_ascii(message.message_id)) return "the message id is not usable";
    return nullptr;
}

CurlLines headers_of(const Message& message) {
    std::string to;
    for (const Mailbox& mailbox : message.to) to += (to.empty() ? "" : ",\r\n ") + mailbox_text(mailbox);
    CurlLines headers;
    headers.add("From: " + mailbox_text(message.from));
    headers.add("To: " + to);
    if (!message.reply_to.address.empty()) headers.add("Reply-To: " + mailbox_text(message.reply_to));
    headers.add("Subject: " + encoded_header(one_line(message.subject)));
    headers.add("Date: " + mail_date(message.at));
    if (!message.message_id.empty()) headers.add("Message-ID: " + message.message_id);
    headers.add("Auto-Submitted: auto-generated");
    return headers;
}

void add_text(curl_mime* mime, const std::string& text, const char* type) {
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, type);
    curl_mime_encoder(part, "base64");
}

CurlMime body_of(CURL* handle, const Message& message) {
    CurlMime mime(curl_mime_init(handle));
    if (message.html.empty()) {
        add_text(mime.get(), message.text, "text/plain; charset=utf-8");
    } else {
        // The last alternative is the one a program should show.
        curl_mime* alternatives = curl_mime_init(handle);
        add_text(alternatives, message.text, "text/plain; charset=utf-8");
        add_text(alternatives, message.html, "text/html; charset=utf-8");
        curl_mimepart* part = curl_mime_addpart(mime.get());
        curl_mime_subparts(part, alternatives);
        curl_mime_type(part, "multipart/alternative");
    }
    for (const Attachment& attachment : message.attachments) {
        curl_mimepart* part = curl_mime_addpart(mime.get());
        curl_mime_data(part, attachment.bytes.data(), attachment.bytes.size());
        curl_mime_type(part, type_with_name(attachment).c_str());
        curl_mime_encoder(part, "base64");
        CurlLines own;
        own.add(disposition(attachment.file_name));
        curl_mime_headers(part, own.release(), 1);
    }
    return mime;
}

std::size_t keep_last_line(char* data, std::size_t size, std::size_t count, void* target) {
    auto& line = *static_cast<std::string*>(target);
    line.assign(data, size * count);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    return size * count;
}

Outcome judge(CURLcode result, long code, const std::string& last_line, const char* error) {
    Outcome outcome{Outcome::State::retry_later, static_cast<int>(code), error};
    if (!last_line.empty()) outcome.detail += outcome.detail.empty() ? last_line : " [" + last_line + "]";
    if (result == CURLE_OK) {
        outcome.state = Outcome::State::sent;
        return outcome;
    }
    const bool sign_in_refused =
        result == CURLE_LOGIN_DENIED || code == 530 || code == 534 || code == 535 || code == 538;
    if (code >= 500 && !sign_in_refused) outcome.state = Outcome::State::failed_for_good;
    return outcome;
}

}  // namespace

struct SmtpSender::State {
    SmtpSettings settings;
    CurlHandle handle = new_curl_handle();
};

SmtpSender::SmtpSender(SmtpSettings settings) : state_(std::make_unique<State>()) {
    state_->settings = std::move(settings);
}

SmtpSender::~SmtpSender() = default;

Outcome SmtpSender::send(const Message& message) {
    if (const char* fault = fault_of(message)) return {Outcome::State::failed_for_good, 0, fault};
    const SmtpSettings& settings = state_->settings;
    CURL* handle = state_->handle.get();
    curl_easy_reset(handle);  // keeps the connection
    const bool tls = settings.security == SmtpSecurity::tls;
    const std::string url =
        (tls ? "smtps://" : "smtp://") + settings.host + ":" + std::to_string(settings.port);
    std::array<char, CURL_ERROR_SIZE> error{};
    std::string last_line;
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error.data());
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, keep_last_line);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &last_line);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connect_timeout_ms);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, settings.timeout_ms);
    if (settings.security != SmtpSecurity::none) {
        curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!settings.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
    }
    if (!settings.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ("<" + message.from.address + ">").c_str());
    CurlLines recipients;
    for (const Mailbox& mailbox : message.to) recipients.add("<" + mailbox.address + ">");
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    const CurlLines headers = headers_of(message);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    const CurlMime body = body_of(handle, message);
    curl_easy_setopt(handle, CURLOPT_MIMEPOST, body.get());

    const CURLcode result = curl_easy_perform(handle);
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    const char* problem = error[0] != '\0' || result == CURLE_OK ? error.data() : curl_easy_strerror(result);
    Outcome outcome = judge(result, code, last_line, problem);
    curl_easy_reset(handle);  // nothing of this message may be pointed to any more
    return outcome;
}

Outcome send(const SmtpSettings& settings, const Message& message) {
    return SmtpSender(settings).send(message);
}

std::string encoded_header(std::string_view utf8) {
    if (is_plain_ascii(utf8) && utf8.find("=?") == std::string_view::npos) return std::string(utf8);
    constexpr std::size_t most_bytes = 42;  // 75 characters a word, less its frame, in base64
    std::string words;
    while (!utf8.empty()) {
        std::size_t length = std::min(most_bytes, utf8.size());
        while (length < utf8.size() && length > 1 && (utf8[length] & 0xc0) == 0x80) --length;
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + secrets::to_base64(utf8.substr(0, length)) + "?=";
        utf8.remove_prefix(length);
    }
    return words;
}

std::string mail_date(Instant at) {
    static constexpr const char* days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::int64_t seconds = at.ms / 1000;
    const auto day = static_cast<std::int32_t>(seconds / 86'400);
    const auto second = static_cast<int>(seconds % 86'400);
    const YearMonthDay parts = parts_of(Date{day});
    char text[64];
    std::snprintf(text, sizeof text, "%s, %d %s %04d %02d:%02d:%02d +0000", days[day % 7], parts.day,
                  months[parts.month - 1], parts.year, second / 3600, second / 60 % 60, second % 60);
    return text;
}

bool is_deliverable_address(std::string_view address) {
    const std::size_t at = address.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == address.size() || address.size() > 254)
        return false;
    if (address.find('@', at + 1) != std::string_view::npos) return false;
    return std::all_of(address.begin(), address.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f &&
               std::string_view("<>(),;:\\\"[]").find(static_cast<char>(c)) == std::string_view::npos;
    });
}

}  // namespace forecourt::mail
