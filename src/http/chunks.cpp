#include <http/chunks.h>

#include <algorithm>

namespace forecourt::http {

namespace {

/// What a client may spend on extensions and trailers before we stop reading them.
constexpr std::size_t max_overhead = 4 * 1024;

/// Fifteen hexadecimal digits can not overflow and are far beyond every limit.
constexpr int max_digits = 15;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

}  // namespace

ChunkDecoder::Fed ChunkDecoder::feed(std::string_view data, std::string& body, std::size_t max_body) {
    std::size_t position = 0;
    while (!is_done_ && position < data.size()) {
        if (place_ == Place::data) {
            const auto piece =
                data.substr(position, static_cast<std::size_t>(std::min<std::uint64_t>(size_, data.size())));
            body += piece;
            position += piece.size();
            size_ -= piece.size();
            if (size_ == 0) place_ = Place::data_cr;
            continue;
        }
        if (!read_byte(data[position])) return {State::malformed, position};
        ++position;
        if (place_ == Place::data && (size_ > max_body || body.size() > max_body - size_)) {
            return {State::too_large, position};
        }
    }
    return {is_done_ ? State::done : State::more, position};
}

bool ChunkDecoder::read_byte(char c) {
    switch (place_) {
        case Place::size:
            if (const int digit = hex_value(c); digit >= 0) {
                size_ = size_ * 16 + static_cast<std::uint64_t>(digit);
                return ++digits_ <= max_digits;
            }
            if (digits_ == 0) return false;
            place_ = Place::size_end;
            return read_byte(c);
        case Place::size_end:
            if (c == '\r') place_ = Place::size_line_end;
            if (c == ';') place_ = Place::extension;
            if (c == ' ' || c == '\t') place_ = Place::space;
            return place_ != Place::size_end;
        case Place::space:
            // Space may stand before an extension; without one it is read differently here and there.
            if (c == ';') place_ = Place::extension;
            return c == ';' || ((c == ' ' || c == '\t') && ++overhead_ <= max_overhead);
        case Place::extension:
            if (c == '\r') place_ = Place::size_line_end;
            return c == '\r' || (!is_control(c) && ++overhead_ <= max_overhead);
        case Place::size_line_end:
            return c == '\n' && begin_chunk();
        case Place::data:
            return false;
        case Place::data_cr:
            place_ = Place::data_lf;
            return c == '\r';
        case Place::data_lf:
            place_ = Place::size;
            digits_ = 0;
            return c == '\n';
        case Place::trailer:
        case Place::trailer_end:
            return read_trailer_byte(c);
    }
    return false;
}

bool ChunkDecoder::begin_chunk() {
    place_ = size_ == 0 ? Place::trailer : Place::data;
    return true;
}

bool ChunkDecoder::read_trailer_byte(char c) {
    if (place_ == Place::trailer_end) {
        if (c != '\n') return false;
        is_done_ = line_bytes_ == 0;
        const bool well_formed = is_done_ || has_colon_;
        place_ = Place::trailer;
        line_bytes_ = 0;
        has_colon_ = false;
        return well_formed;
    }
    if (c == '\r') {
        place_ = Place::trailer_end;
        return true;
    }
    const bool in_name = !has_colon_;
    if (in_name && c == ':') has_colon_ = line_bytes_ > 0;
    const bool allowed = in_name ? (c > 0x20 && c < 0x7F && (c != ':' || has_colon_)) : !is_control(c);
    ++line_bytes_;
    return allowed && ++overhead_ <= max_overhead;
}

}  // namespace forecourt::http
