#pragma once

#include <span>
#include <string_view>

// Files that are part of the program: the pages, the words, the standards.
namespace forecourt::assets {

/// One file as it was when the program was built. The views live as long as the program.
struct Asset {
    std::string_view path;          // "web/index.html", "words/core.json", "standards/reception.json"
    std::string_view content_type;  // ready for the Content-Type header
    std::string_view body;
    std::string_view brotli;  // the body compressed; empty where that saves nothing
    std::string_view gzip;    // the same
    std::string_view hash;    // 32 hexadecimal digits of the body's SHA-256, for ETag
};

/// Every asset, in the order of their paths.
std::span<const Asset> all();

/// The asset of exactly this path, or nothing.
const Asset* find(std::string_view path);

/// The assets whose paths begin with `prefix`, for example "standards/".
std::span<const Asset> under(std::string_view prefix);

}  // namespace forecourt::assets
