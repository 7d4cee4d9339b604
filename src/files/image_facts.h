#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::files {

enum class FileKind { png, jpeg, pdf };

/// What the first bytes of a file say about it. Nothing is decoded, so a hostile picture cannot do harm here.
struct FileFacts {
    FileKind kind{};
    std::uint32_t width_px{};   // 0 for a PDF
    std::uint32_t height_px{};  // 0 for a PDF
};

/// Nothing when the bytes are not a PNG, JPEG or PDF, whatever the name or the sender's media type says.
std::optional<FileFacts> sniff(std::string_view bytes);

/// "image/png", for the Content-Type of an answer.
const char* media_type(FileKind kind);
/// "png", for names of downloads.
const char* extension(FileKind kind);

/// What an upload may be. A phone's photo has 12 to 50 million pixels.
struct UploadLimits {
    std::size_t max_bytes = 20U << 20;
    std::uint64_t max_pixels = 64'000'000;
    std::uint32_t max_side_px = 16'384;
    bool allow_pdf = true;
};

enum class UploadProblem { empty, too_many_bytes, unknown_kind, too_many_pixels };

/// Facts of an acceptable upload, or what is wrong with it.
struct UploadCheck {
    std::optional<FileFacts> facts;
    std::optional<UploadProblem> problem;
};
UploadCheck check_upload(std::string_view bytes, const UploadLimits& limits = {});

/// The literal name of the problem, for refusals and words: "file_is_empty", "file_is_too_large",
/// "file_kind_is_not_allowed", "picture_is_too_large".
const char* name_of(UploadProblem problem);

}  // namespace forecourt::files
