#pragma once

// Percent-decoding, queries and cookies: pure functions over text.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::http {

/// True if the bytes are well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// Decodes %XX. Nothing if an escape is broken.
std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space);

/// Escapes everything but RFC 3986's unreserved characters, for building links.
std::string encode_percent(std::string_view text);

/// The path a target means, decoded. Nothing if it is not one we serve: broken escapes, bytes that are not
/// UTF-8, control characters, an escaped slash or backslash, or dot segments. Those are refused rather than
/// tidied up, because a proxy in front may have tidied them differently when it decided on access.
std::optional<std::string> decode_path(std::string_view raw_path);

/// Names and values of a query (or of a form), decoded, in order; a pair with a broken escape is left out.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);

/// The value of a cookie in one Cookie header, without surrounding quotes.
std::optional<std::string_view> find_cookie(std::string_view cookie_header, std::string_view name);

}  // namespace forecourt::http
