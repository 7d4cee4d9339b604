#pragma once

// Content encodings: what a client accepts, what is worth compressing, and the compressing itself.

#include <string>
#include <string_view>

namespace forecourt::http {

enum class Encoding { identity, gzip, brotli };

/// The Content-Encoding token; empty for identity.
std::string_view to_token(Encoding encoding);

/// The best encoding the Accept-Encoding header allows; brotli wins a draw.
Encoding negotiate(std::string_view accept_encoding);

/// True for text and text-like types; pictures, archives and PDF are compressed already.
bool is_compressible(std::string_view content_type);

/// How long it may take: a reply is waited for, an asset is compressed once for all clients.
enum class Effort { reply, asset };

/// Returns `text` in that encoding. Identity returns it unchanged. Throws std::runtime_error if the library
/// fails.
std::string compress(Encoding encoding, std::string_view text, Effort effort);

}  // namespace forecourt::http
