#include <files/image_facts.h>

namespace forecourt::files {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::optional<FileFacts> sniff_png(std::string_view bytes) {
    // Signature, then the IHDR chunk with width and height comes first by the standard.
    if (bytes.size() < 33 || !bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.substr(12, 4) != "IHDR")
        return std::nullopt;
    const FileFacts facts{FileKind::png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
    if (facts.width_px == 0 || facts.height_px == 0) return std::nullopt;
    return facts;
}

bool is_frame_marker(unsigned char marker) {
    // SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC).
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

std::optional<FileFacts> sniff_jpeg(std::string_view bytes) {
    if (!bytes.starts_with("\xff\xd8\xff")) return std::nullopt;
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) != 0xff) return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xff) {  // fill byte
            ++at;
            continue;
        }
        const bool stands_alone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        if (stands_alone) {
            at += 2;
            continue;
        }
        if (marker == 0xd9 || marker == 0xda) return std::nullopt;  // picture data before any frame header
        const std::uint32_t length = big_endian(bytes, at + 2, 2);
        if (length < 2) return std::nullopt;
        if (is_frame_marker(marker)) {
            if (length < 8 || at + 9 > bytes.size()) return std::nullopt;
            const FileFacts facts{FileKind::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
            if (facts.width_px == 0 || facts.height_px == 0) return std::nullopt;
            return facts;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<FileFacts> sniff_pdf(std::string_view bytes) {
    const bool whole = bytes.size() > 64 &&
                       bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1024)).find("%%EOF") !=
                           std::string_view::npos;
    if (!bytes.starts_with("%PDF-") || !whole) return std::nullopt;
    return FileFacts{FileKind::pdf, 0, 0};
}

}  // namespace

std::optional<FileFacts> sniff(std::string_view bytes) {
    if (const auto png = sniff_png(bytes)) return png;
    if (const auto jpeg = sniff_jpeg(bytes)) return jpeg;
    return sniff_pdf(bytes);
}

const char* media_type(FileKind kind) {
    switch (kind) {
        case FileKind::png:
            return "image/png";
        case FileKind::jpeg:
            return "image/jpeg";
        case FileKind::pdf:
            return "application/pdf";
    }
    return "application/octet-stream";
}

const char* extension(FileKind kind) {
    switch (kind) {
        case FileKind::png:
            return "png";
        case FileKind::jpeg:
            return "jpg";
        case FileKind::pdf:
            return "pdf";
    }
    return "bin";
}

UploadCheck check_upload(std::string_view bytes, const UploadLimits& limits) {
    if (bytes.empty()) return {.facts = {}, .problem = UploadProblem::empty};
    if (bytes.size() > limits.max_bytes) return {.facts = {}, .problem = UploadProblem::too_many_bytes};
    const auto facts = sniff(bytes);
    if (!facts || (facts->kind == FileKind::pdf && !limits.allow_pdf))
        return {.facts = {}, .problem = UploadProblem::unknown_kind};
    const std::uint64_t pixels = std::uint64_t{facts->width_px} * facts->height_px;
    if (pixels > limits.max_pixels || facts->width_px > limits.max_side_px ||
        facts->height_px > limits.max_side_px)
        return {.facts = {}, .problem = UploadProblem::too_many_pixels};
    return {.facts = facts, .problem = {}};
}

const char* name_of(UploadProblem problem) {
    switch (problem) {
        case UploadProblem::empty:
            return "file_is_empty";
        case UploadProblem::too_many_bytes:
            return "file_is_too_large";
        case UploadProblem::unknown_kind:
            return "file_kind_is_not_allowed";
        case UploadProblem::too_many_pixels:
            return "picture_is_too_large";
    }
    return "file_is_damaged";
}

}  // namespace forecourt::files
