#include <files/picture_privacy.h>

#include <files/image_facts.h>

#include <cstdint>
#include <optional>

namespace forecourt::files {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size, bool little_endian) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8 | byte_at(bytes, at + (little_endian ? size - 1 - i : i));
    return number;
}

constexpr std::string_view exif_name{"Exif\0\0", 6};
constexpr std::uint16_t orientation_tag = 0x0112;

// Which side is up, 1 to 8, out of a segment "Exif"; nothing where it does not say.
std::optional<std::uint8_t> orientation_of(std::string_view segment) {
    if (!segment.starts_with(exif_name)) return std::nullopt;
    const auto tiff = segment.substr(exif_name.size());
    if (tiff.size() < 14 || (!tiff.starts_with("II") && !tiff.starts_with("MM"))) return std::nullopt;
    const bool little = tiff.starts_with("II");
    const std::size_t table = number_at(tiff, 4, 4, little);
    if (table > tiff.size() - 2) return std::nullopt;
    const auto count = number_at(tiff, table, 2, little);
    for (std::size_t i = 0, at = table + 2; i < count && at + 12 <= tiff.size(); ++i, at += 12) {
        if (number_at(tiff, at, 2, little) != orientation_tag) continue;
        const auto value = number_at(tiff, at + 8, 2, little);
        if (value < 1 || value > 8) return std::nullopt;
        return static_cast<std::uint8_t>(value);
    }
    return std::nullopt;
}

// A segment that says which side is up and nothing else.
std::string upright_segment(std::uint8_t orientation) {
    std::string segment{"\xff\xe1\x00\x22", 4};
    segment += exif_name;
    segment += std::string_view{"MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00", 19};
    segment += static_cast<char>(orientation);
    segment += std::string_view{"\x00\x00\x00\x00\x00\x00", 6};
    return segment;
}

constexpr std::uint8_t start_of_image = 0xd8, end_of_image = 0xd9, start_of_scan = 0xda, comment = 0xfe;
constexpr std::uint8_t app0_jfif = 0xe0, app1_exif = 0xe1, app2_colours = 0xe2, app14_colours = 0xee;

// Within a scan, and nowhere else.
bool is_restart(std::uint8_t marker) { return marker >= 0xd0 && marker <= 0xd7; }

bool is_drawn(std::uint8_t marker, std::string_view segment) {
    if (marker == comment) return false;
    if (marker < 0xe0 || marker > 0xef) return true;
    if (marker == app2_colours) return segment.starts_with(std::string_view{"ICC_PROFILE\0", 12});
    return marker == app0_jfif || marker == app14_colours;
}

// Where the bytes of a scan end: at the next marker that is no restart, with the fillers before it. A 0xff
// inside is followed by 0.
std::size_t end_of_scan(std::string_view bytes, const std::size_t from) {
    for (std::size_t at = from; at + 1 < bytes.size(); ++at) {
        if (byte_at(bytes, at) != 0xff) continue;
        const auto next = byte_at(bytes, at + 1);
        if (next == 0 || next == 0xff || is_restart(next)) continue;
        while (at > from && byte_at(bytes, at - 1) == 0xff) --at;
        return at;
    }
    return bytes.size();
}

// What stands behind the picture's end (a second picture, a film) is left out with the rest. Where it is
// damaged, all stays from the last piece on that was kept: what is left on both sides of a gap could read as
// something that was not there.
std::string clean_jpeg(std::string_view bytes) {
    std::string clean(bytes.substr(0, 2));
    std::size_t at = 2, kept_to = 2;
    while (at + 4 <= bytes.size()) {
        const auto marker = byte_at(bytes, at + 1);
        if (byte_at(bytes, at) == 0xff && marker == 0xff) {
            ++at;  // a filler
            continue;
        }
        if (byte_at(bytes, at) == 0xff && marker == end_of_image)
            return clean + std::string(bytes.substr(at, 2));
        const std::size_t length = number_at(bytes, at + 2, 2, false);
        const bool is_segment = byte_at(bytes, at) == 0xff && marker > 1 && marker != start_of_image &&
                                !is_restart(marker) && length >= 2 && at + 2 + length <= bytes.size();
        if (!is_segment) return clean + std::string(bytes.substr(kept_to));
        const auto segment = bytes.substr(at + 4, length - 2);
        std::size_t next = at + 2 + length;
        if (marker == start_of_scan) next = end_of_scan(bytes, next);
        if (is_drawn(marker, segment)) {
            clean += bytes.substr(at, next - at);
            kept_to = next;
        } else if (const auto side = marker == app1_exif ? orientation_of(segment) : std::nullopt) {
            if (*side != 1) {
                clean += upright_segment(*side);
                kept_to = next;
            }
        }
        at = next;
    }
    return clean + std::string(bytes.substr(at));
}

bool is_drawn_chunk(std::string_view name) {
    return name != "eXIf" && name != "tEXt" && name != "zTXt" && name != "iTXt" && name != "tIME";
}

std::string clean_png(std::string_view bytes) {
    constexpr std::size_t signature = 8, around = 12;  // length, name and check sum
    std::string clean(bytes.substr(0, signature));
    std::size_t at = signature;
    while (at + around <= bytes.size()) {
        const std::size_t length = number_at(bytes, at, 4, false);
        if (length > bytes.size() - at - around) break;
        const auto name = bytes.substr(at + 4, 4);
        if (is_drawn_chunk(name)) clean += bytes.substr(at, around + length);
        at += around + length;
        if (name == "IEND") return clean;
    }
    return clean + std::string(bytes.substr(at));
}

}  // namespace

std::string without_camera_data(std::string_view bytes) {
    const auto facts = sniff(bytes);
    if (!facts) return std::string(bytes);
    switch (facts->kind) {
        case FileKind::jpeg:
            return clean_jpeg(bytes);
        case FileKind::png:
            return clean_png(bytes);
        case FileKind::pdf:
            break;
    }
    return std::string(bytes);
}

}  // namespace forecourt::files
