#pragma once
#include <compare>
#include <string>
#include <string_view>

namespace forecourt {

/// What a check of written input answers: the normalised text, or the literal name of what is wrong with it
/// (the name is a key of words/errors.json).
struct Checked {
    std::string text;
    const char* problem = nullptr;
};

// Each type below is a text that was checked when it came in. `check` is the only way from outside; the
// sources of the rules stand in the .cpp.

/// A vehicle identification number, GB 16735: 17 characters. Cars made in China (first character L) must have
/// the right check digit; imported ones often lack it, see check_digit_matches.
struct Vin {
    std::string text;
    auto operator<=>(const Vin&) const = default;
    static constexpr std::string_view format = "vin";
    static Checked check(std::string_view raw);
    bool check_digit_matches() const;
};

/// A number plate, GA 36, stored without the dot: 京A12345, 粤BD12345.
struct Plate {
    std::string text;
    auto operator<=>(const Plate&) const = default;
    static constexpr std::string_view format = "plate";
    static Checked check(std::string_view raw);
    /// New-energy plates have one character more.
    bool is_new_energy() const;
};

/// A Chinese mobile (11 digits) or landline number (area code and number), stored as digits.
struct Phone {
    std::string text;
    auto operator<=>(const Phone&) const = default;
    static constexpr std::string_view format = "phone";
    static Checked check(std::string_view raw);
    /// 138****8000
    std::string masked() const;
};

/// A resident identity number, GB 11643.
struct IdentityNumber {
    std::string text;
    auto operator<=>(const IdentityNumber&) const = default;
    static constexpr std::string_view format = "identity_number";
    static Checked check(std::string_view raw);
    /// 1101**********1234
    std::string masked() const;
};

/// An e-mail address: one @, a dotted host, no blanks.
struct EmailAddress {
    std::string text;
    auto operator<=>(const EmailAddress&) const = default;
    static constexpr std::string_view format = "email";
    static Checked check(std::string_view raw);
};

/// A text that must say something, up to 500 characters; blanks at its ends are dropped.
struct FilledText {
    std::string text;
    auto operator<=>(const FilledText&) const = default;
    static constexpr std::string_view format = "filled";
    static Checked check(std::string_view raw);
};

/// The SHA-256 of an uploaded file, in lower-case hex.
struct FileHash {
    std::string text;
    auto operator<=>(const FileHash&) const = default;
    static constexpr std::string_view format = "file";
    static Checked check(std::string_view raw);
};

/// The check digit (0-9 or X) that a VIN should have at position 9.
char vin_check_digit(std::string_view seventeen);

/// Half-width, upper-case, without blanks, dots and hyphens: how people's codes are compared.
std::string normalised_code(std::string_view raw);
/// Number of characters (not bytes) of a UTF-8 text.
std::size_t character_count(std::string_view utf8);
/// Without blanks (also full-width ones) at both ends.
std::string_view trimmed(std::string_view raw);

}  // namespace forecourt
