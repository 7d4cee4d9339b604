#pragma once
#include <string>
#include <string_view>

namespace forecourt::text {

/// NFKC and case folding: full-width becomes half-width, "ＡBC" and "abc" become equal. Bytes that are not
/// UTF-8 become U+FFFD.
std::u32string folded(std::string_view utf8);
/// The characters as they are. Bytes that are not UTF-8 become U+FFFD.
std::u32string to_characters(std::string_view utf8);
std::string to_utf8(std::u32string_view characters);

bool is_hanzi(char32_t character);
/// A letter or digit of any script, hanzi not counted.
bool is_letter_or_digit(char32_t character);
bool is_digit(char32_t character);
bool is_blank(char32_t character);

}  // namespace forecourt::text
