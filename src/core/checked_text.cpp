#include <core/checked_text.h>

#include <core/time.h>

#include <array>

namespace forecourt {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c)) return false;
    }
    return !text.empty();
}

// GB 16735 / ISO 3779: letters stand for these values; I, O and Q are not used (0 here).
int vin_value(char c) {
    if (is_digit(c)) return c - '0';
    constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    constexpr std::string_view values = "12345678123457923456789";
    const auto at = letters.find(c);
    return at == std::string_view::npos ? -1 : values[at] - '0';
}

// The 31 province characters of GA 36, each three bytes of UTF-8.
constexpr std::string_view provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

bool is_province(std::string_view three_bytes) {
    for (std::size_t at = 0; at + 3 <= provinces.size(); at += 3) {
        if (provinces.substr(at, 3) == three_bytes) return true;
    }
    return false;
}

// GA 36 5.9: the serial uses neither I nor O; an ordinary one has at most two letters.
bool is_ordinary_serial(std::string_view serial) {
    int letters = 0;
    for (const char c : serial) {
        if (c == 'I' || c == 'O' || (!is_digit(c) && !is_upper(c))) return false;
        letters += is_upper(c);
    }
    return serial.size() == 5 && letters <= 2;
}

// New energy: small cars start with the energy letter, large ones end with it.
bool is_new_energy_serial(std::string_view serial) {
    constexpr std::string_view energy = "DABCEFGHJK";
    if (serial.size() != 6) return false;
    const bool large = all_digits(serial.substr(0, 5)) && energy.find(serial[5]) != std::string_view::npos;
    const char second = serial[1];
    const bool second_fits = is_digit(second) || (is_upper(second) && second != 'I' && second != 'O');
    const bool small =
        energy.find(serial[0]) != std::string_view::npos && second_fits && all_digits(serial.substr(2));
    return large || small;
}

// Trailer, learner, police, Hong Kong and Macao, consulate: four characters and the word.
bool is_special_serial(std::string_view serial) {
    if (serial.size() != 7) return false;
    for (const char c : serial.substr(0, 4)) {
        if (!is_digit(c) && !is_upper(c)) return false;
    }
    for (const std::string_view word : {"挂", "学", "警", "港", "澳", "领"}) {
        if (serial.substr(4) == word) return true;
    }
    return false;
}

std::string masked_middle(std::string_view text, std::size_t head, std::size_t tail) {
    if (text.size() <= head + tail) return std::string(text.size(), '*');
    return std::string(text.substr(0, head)) + std::string(text.size() - head - tail, '*') +
           std::string(text.substr(text.size() - tail));
}

}  // namespace

std::size_t character_count(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string_view trimmed(std::string_view raw) {
    constexpr std::string_view wide_blank = "\xE3\x80\x80";
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (;;) {
        if (!raw.empty() && is_blank(raw.front())) {
            raw.remove_prefix(1);
        } else if (raw.starts_with(wide_blank)) {
            raw.remove_prefix(3);
        } else if (!raw.empty() && is_blank(raw.back())) {
            raw.remove_suffix(1);
        } else if (raw.ends_with(wide_blank)) {
            raw.remove_suffix(3);
        } else {
            return raw;
        }
    }
}

std::string normalised_code(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto c = static_cast<unsigned char>(raw[i]);
        // Full-width ASCII is U+FF01..U+FF5E, in UTF-8 EF BC 81 .. EF BD 9E.
        if (c == 0xEF && i + 2 < raw.size()) {
            const auto second = static_cast<unsigned char>(raw[i + 1]);
            const auto third = static_cast<unsigned char>(raw[i + 2]);
            if (second == 0xBC || second == 0xBD) {
                const int code = (second - 0xBC) * 64 + third - 0x80 + 0x20;
                if (code > 0x20 && code < 0x7F) {
                    text += normalised_code(std::string(1, static_cast<char>(code)));
                    i += 2;
                    continue;
                }
            }
        }
        // The plate's dot: U+00B7, also U+2022 and U+30FB.
        if (raw.substr(i).starts_with("\xC2\xB7")) {
            i += 1;
            continue;
        }
        if (raw.substr(i).starts_with("\xE2\x80\xA2") || raw.substr(i).starts_with("\xE3\x83\xBB") ||
            raw.substr(i).starts_with("\xE3\x80\x80")) {
            i += 2;
            continue;
        }
        if (c == ' ' || c == '\t' || c == '-' || c == '.') continue;
        text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : raw[i];
    }
    return text;
}

char vin_check_digit(std::string_view vin) {
    constexpr std::array<int, 17> weights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += vin_value(vin[i]) * weights[i];
    return "0123456789X"[sum % 11];
}

Checked Vin::check(std::string_view raw) {
    Checked result{.text = normalised_code(raw)};
    const std::string& vin = result.text;
    if (vin.size() != 17) return {.problem = "vin_needs_17_characters"};
    for (const char c : vin) {
        if (vin_value(c) < 0) return {.problem = "vin_has_forbidden_character"};
    }
    if (vin[0] == 'L' && vin_check_digit(vin) != vin[8]) return {.problem = "vin_check_digit_wrong"};
    return result;
}

bool Vin::check_digit_matches() const { return text.size() == 17 && vin_check_digit(text) == text[8]; }

Checked Plate::check(std::string_view raw) {
    Checked result{.text = normalised_code(raw)};
    const std::string_view plate = result.text;
    if (plate.size() < 3 || !is_province(plate.substr(0, 3))) return {.problem = "plate_needs_province"};
    if (plate.size() < 4 || !is_upper(plate[3])) return {.problem = "plate_needs_city_letter"};
    const auto serial = plate.substr(4);
    if (is_ordinary_serial(serial) || is_new_energy_serial(serial) || is_special_serial(serial))
        return result;
    return {.problem = "plate_serial_wrong"};
}

bool Plate::is_new_energy() const { return text.size() == 10 && is_new_energy_serial(text.substr(4)); }

Checked Phone::check(std::string_view raw) {
    std::string digits = normalised_code(raw);
    if (digits.starts_with("+86")) digits.erase(0, 3);
    if (digits.starts_with("0086")) digits.erase(0, 4);
    if (!all_digits(digits)) return {.problem = "phone_needs_digits"};
    const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
    const bool landline = digits.size() >= 10 && digits.size() <= 12 && digits[0] == '0' && digits[1] != '0';
    if (!mobile && !landline) return {.problem = "phone_number_wrong"};
    return {.text = digits};
}

std::string Phone::masked() const { return masked_middle(text, 3, 4); }

Checked IdentityNumber::check(std::string_view raw) {
    Checked result{.text = normalised_code(raw)};
    const std::string& number = result.text;
    if (number.size() != 18 || !all_digits(std::string_view(number).substr(0, 17))) {
        return {.problem = "identity_number_needs_18_characters"};
    }
    const std::string birth = number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2);
    if (!parse_date(birth)) return {.problem = "identity_number_birth_date_wrong"};
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += (number[i] - '0') * weights[i];
    if ("10X98765432"[sum % 11] != number[17]) return {.problem = "identity_number_check_digit_wrong"};
    return result;
}

std::string IdentityNumber::masked() const { return masked_middle(text, 4, 4); }

Checked EmailAddress::check(std::string_view raw) {
    const std::string text(trimmed(raw));
    const auto at = text.find('@');
    const auto dot = text.rfind('.');
    const bool blank = text.find_first_of(" \t\r\n,;<>\"") != std::string::npos;
    const bool fits = at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos &&
                      dot != std::string::npos && dot > at + 1 && dot + 1 < text.size();
    if (blank || !fits || text.size() > 200) return {.problem = "email_address_wrong"};
    return {.text = text};
}

Checked FilledText::check(std::string_view raw) {
    const auto text = trimmed(raw);
    if (text.empty()) return {.problem = "must_not_be_blank"};
    if (character_count(text) > 500) return {.problem = "text_too_long"};
    return {.text = std::string(text)};
}

Checked FileHash::check(std::string_view raw) {
    bool fits = raw.size() == 64;
    for (const char c : raw) fits = fits && (is_digit(c) || (c >= 'a' && c <= 'f'));
    if (!fits) return {.problem = "file_hash_wrong"};
    return {.text = std::string(raw)};
}

}  // namespace forecourt
