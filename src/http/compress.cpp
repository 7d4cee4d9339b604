#include <http/compress.h>
#include <http/http.h>

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace forecourt::http {

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return trim(part);
}

/// A weight in thousandths. Anything that is not one counts as 0: better uncompressed than not understood.
int weight_of(std::string_view parameters) {
    while (!parameters.empty()) {
        auto parameter = take_until(parameters, ';');
        if (parameter.size() < 3 || !same_ignoring_case(parameter.substr(0, 2), "q=")) continue;
        const auto number = parameter.substr(2);
        if (number.size() > 5 || (number[0] != '0' && number[0] != '1')) return 0;
        int weight = (number[0] - '0') * 1000;
        int place = 100;
        for (std::size_t i = 2; i < number.size(); ++i, place /= 10) {
            if (number[i] < '0' || number[i] > '9') return 0;
            weight += (number[i] - '0') * place;
        }
        return std::min(weight, 1000);
    }
    return 1000;
}

/// A deflate state is a quarter of a megabyte; each thread keeps its own instead of making one per reply.
class Gzip {
  public:
    explicit Gzip(int level) {
        constexpr int gzip_format = 15 + 16;
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_format, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::runtime_error("zlib can not start");
        }
    }
    ~Gzip() { deflateEnd(&stream_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    std::string compress(std::string_view text) {
        if (text.size() > std::numeric_limits<uInt>::max())
            throw std::runtime_error("too large for one gzip call");
        deflateReset(&stream_);
        std::string result(deflateBound(&stream_, text.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        stream_.next_out = reinterpret_cast<Bytef*>(result.data());
        stream_.avail_out = static_cast<uInt>(result.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib failed");
        result.resize(result.size() - stream_.avail_out);
        return result;
    }

  private:
    z_stream stream_{};
};

std::string gzip(std::string_view text, Effort effort) {
    if (effort == Effort::asset) return Gzip(9).compress(text);
    thread_local Gzip for_replies(5);
    return for_replies.compress(text);
}

std::string brotli(std::string_view text, Effort effort) {
    // 50 orders are 3.1 KB after 94 us; with 4 they would be 2.8 KB after 205, longer than it takes to read
    // them.
    const int quality = effort == Effort::asset ? 11 : 2;
    const int window = effort == Effort::asset ? BROTLI_DEFAULT_WINDOW : 18;
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string result(size, '\0');
    const auto done = BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, text.size(),
                                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                            reinterpret_cast<std::uint8_t*>(result.data()));
    if (done != BROTLI_TRUE) throw std::runtime_error("brotli failed");
    result.resize(size);
    return result;
}

}  // namespace

std::string_view to_token(Encoding encoding) {
    switch (encoding) {
        case Encoding::identity:
            return "";
        case Encoding::gzip:
            return "gzip";
        case Encoding::brotli:
            return "br";
    }
    return "";
}

Encoding negotiate(std::string_view accept_encoding) {
    constexpr int not_named = -1;
    int brotli_weight = not_named;
    int gzip_weight = not_named;
    int any_weight = 0;
    while (!accept_encoding.empty()) {
        auto parameters = take_until(accept_encoding, ',');
        const auto token = take_until(parameters, ';');
        if (same_ignoring_case(token, "br")) {
            brotli_weight = weight_of(parameters);
        } else if (same_ignoring_case(token, "gzip") || same_ignoring_case(token, "x-gzip")) {
            gzip_weight = weight_of(parameters);
        } else if (token == "*") {
            any_weight = weight_of(parameters);
        }
    }
    if (brotli_weight == not_named) brotli_weight = any_weight;
    if (gzip_weight == not_named) gzip_weight = any_weight;
    if (brotli_weight > 0 && brotli_weight >= gzip_weight) return Encoding::brotli;
    return gzip_weight > 0 ? Encoding::gzip : Encoding::identity;
}

bool is_compressible(std::string_view content_type) {
    const auto type = trim(content_type.substr(0, content_type.find(';')));
    constexpr std::array<std::string_view, 8> text_like = {
        "application/json",          "application/javascript",   "application/xml", "application/wasm",
        "application/manifest+json", "application/problem+json", "image/svg+xml",   "font/ttf"};
    if (same_ignoring_case(type.substr(0, 5), "text/")) return !same_ignoring_case(type, "text/event-stream");
    if (type.ends_with("+json") || type.ends_with("+xml")) return true;
    return std::any_of(text_like.begin(), text_like.end(),
                       [&](std::string_view known) { return same_ignoring_case(type, known); });
}

std::string compress(Encoding encoding, std::string_view text, Effort effort) {
    switch (encoding) {
        case Encoding::identity:
            return std::string(text);
        case Encoding::gzip:
            return gzip(text, effort);
        case Encoding::brotli:
            return brotli(text, effort);
    }
    return std::string(text);
}

}  // namespace forecourt::http
