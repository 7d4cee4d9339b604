#include <text/characters.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace forecourt::text {
namespace {

std::u32string to_characters(const icu::UnicodeString& text) {
    std::u32string characters;
    characters.reserve(static_cast<std::size_t>(text.length()));
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        characters += static_cast<char32_t>(text.char32At(at));
    return characters;
}

icu::UnicodeString from_utf8(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

}  // namespace

std::u32string folded(std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("the data of ICU are missing");
    const icu::UnicodeString text = fold->normalize(from_utf8(utf8), error);
    return to_characters(text);
}

std::u32string to_characters(std::string_view utf8) { return to_characters(from_utf8(utf8)); }

std::string to_utf8(std::u32string_view characters) {
    std::string utf8;
    utf8.reserve(characters.size() * 3);
    for (const char32_t c : characters) {
        if (c < 0x80) {
            utf8 += static_cast<char>(c);
        } else if (c < 0x800) {
            utf8 += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
        } else if (c < 0x10000) {
            utf8 += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                     static_cast<char>(0x80 | (c & 63))};
        } else {
            utf8 += {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
                     static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
        }
    }
    return utf8;
}

bool is_hanzi(char32_t character) {
    return character >= 0x3000 && u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_IDEOGRAPHIC);
}

bool is_letter_or_digit(char32_t character) {
    return u_isalnum(static_cast<UChar32>(character)) && !is_hanzi(character);
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

bool is_blank(char32_t character) { return u_isUWhiteSpace(static_cast<UChar32>(character)); }

}  // namespace forecourt::text
