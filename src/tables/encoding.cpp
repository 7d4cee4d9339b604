#include <tables/encoding.h>

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <tuple>

namespace forecourt::tables {
namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::string_view utf16le_mark = "\xff\xfe";
constexpr std::string_view utf16be_mark = "\xfe\xff";
constexpr std::string_view replacement = "\xef\xbf\xbd";

/// Length of the well-formed sequence at the front: 0 when there is none, -1 when it is only cut off.
int sequence_length(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const int length = first >= 0xc2 && first <= 0xdf   ? 2
                       : (first & 0xf0) == 0xe0         ? 3
                       : first >= 0xf0 && first <= 0xf4 ? 4
                                                        : 0;
    if (length == 0) return 0;
    for (int i = 1; i < length; ++i) {
        if (static_cast<std::size_t>(i) >= bytes.size()) return -1;
        if ((byte(i) & 0xc0) != 0x80) return 0;
        const bool overlong =
            i == 1 && ((first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90));
        const bool out_of_range =
            i == 1 && ((first == 0xed && byte(1) > 0x9f) || (first == 0xf4 && byte(1) > 0x8f));
        if (overlong || out_of_range) return 0;
    }
    return length;
}

struct Utf8Facts {
    std::size_t wrong = 0;
    bool cut_off = false;  // only the last sequence is incomplete
    bool has_two_byte_letters = false;
    bool has_longer = false;
};

Utf8Facts look_at_utf8(std::string_view bytes) {
    Utf8Facts facts;
    while (!bytes.empty()) {
        const int length = sequence_length(bytes);
        if (length == -1) {
            facts.cut_off = true;
            break;
        }
        facts.wrong += length == 0;
        facts.has_two_byte_letters |= length == 2;
        facts.has_longer |= length > 2;
        bytes.remove_prefix(static_cast<std::size_t>(std::max(length, 1)));
    }
    return facts;
}

struct Converted {
    std::string text;
    std::size_t wrong = 0;
    bool cut_off = false;
};

Converted convert(std::string_view bytes, const char* encoding) {
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1))
        throw std::runtime_error("iconv does not know an encoding");
    Converted result;
    result.text.resize(bytes.size() * 2 + 16);
    std::size_t used = 0;
    char* in = const_cast<char*>(bytes.data());
    std::size_t in_left = bytes.size();
    while (in_left > 0) {
        char* out = result.text.data() + used;
        std::size_t out_left = result.text.size() - used;
        const std::size_t done = iconv(converter, &in, &in_left, &out, &out_left);
        used = static_cast<std::size_t>(out - result.text.data());
        if (done != static_cast<std::size_t>(-1)) break;
        if (result.text.size() - used < 16 || errno == E2BIG) {
            result.text.resize(result.text.size() * 2);
            if (errno == E2BIG) continue;
        }
        const bool incomplete = errno == EINVAL;
        result.text.replace(used, replacement.size(), replacement);
        used += replacement.size();
        if (incomplete) {
            result.cut_off = true;
            break;
        }
        ++result.wrong;
        ++in;
        --in_left;
    }
    iconv_close(converter);
    result.text.resize(used);
    return result;
}

Decoded as_utf8(std::string_view bytes, bool sure) {
    Decoded decoded{{}, "UTF-8", sure};
    decoded.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const int length = sequence_length(bytes);
        if (length > 0) {
            decoded.text += bytes.substr(0, static_cast<std::size_t>(length));
        } else {
            decoded.text += replacement;
        }
        if (length == -1) break;
        bytes.remove_prefix(static_cast<std::size_t>(std::max(length, 1)));
    }
    return decoded;
}

Decoded as_other(std::string_view bytes, const char* encoding, bool sure) {
    Converted converted = convert(bytes, encoding);
    return {std::move(converted.text), encoding, sure && converted.wrong == 0 && !converted.cut_off};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    const Utf8Facts facts = look_at_utf8(bytes);
    return facts.wrong == 0 && !facts.cut_off;
}

Decoded decode_text(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        bytes.remove_prefix(utf8_mark.size());
        return as_utf8(bytes, is_utf8(bytes));
    }
    if (bytes.starts_with(utf16le_mark)) return as_other(bytes.substr(2), "UTF-16LE", true);
    if (bytes.starts_with(utf16be_mark)) return as_other(bytes.substr(2), "UTF-16BE", true);
    // Without a mark, many zero bytes mean 16-bit units; blanks, commas and digits have theirs in the high
    // half.
    const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    if (zeros > 0 && zeros >= bytes.size() / 16)
        return as_other(bytes, bytes.find('\0') % 2 == 1 ? "UTF-16LE" : "UTF-16BE", false);

    const Utf8Facts utf8 = look_at_utf8(bytes);
    const bool by_chance = utf8.has_two_byte_letters && !utf8.has_longer;
    if (utf8.wrong == 0 && !utf8.cut_off && !by_chance) return as_utf8(bytes, true);
    Converted chinese = convert(bytes, "GB18030");
    const bool chinese_fits = chinese.wrong == 0 && !chinese.cut_off;
    if (chinese_fits) return {std::move(chinese.text), "GB18030", utf8.wrong > 0};
    // Nothing fits whole: the one with fewer faults, and say so.
    if (std::tuple(utf8.wrong, utf8.cut_off) <= std::tuple(chinese.wrong, chinese.cut_off))
        return as_utf8(bytes, false);
    return {std::move(chinese.text), "GB18030", false};
}

Decoded decode_text_as(std::string_view bytes, std::string_view encoding) {
    if (encoding == "UTF-8") {
        if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
        return as_utf8(bytes, true);
    }
    if (encoding == "GB18030") return as_other(bytes, "GB18030", true);
    if (encoding == "UTF-16LE")
        return as_other(bytes.substr(bytes.starts_with(utf16le_mark) ? 2 : 0), "UTF-16LE", true);
    if (encoding == "UTF-16BE")
        return as_other(bytes.substr(bytes.starts_with(utf16be_mark) ? 2 : 0), "UTF-16BE", true);
    throw std::invalid_argument("unknown encoding");
}

}  // namespace forecourt::tables
