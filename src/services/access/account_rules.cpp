#include <services/access/account_rules.h>

#include <core/checked_text.h>

#include <algorithm>
#include <array>
#include <string>

namespace forecourt::access {
namespace {

constexpr std::size_t shortest = 8, longest = 512;

// What lists of stolen passwords have at their top, here and abroad; digits or letters hung on do not help.
constexpr std::array<std::string_view, 40> tried_first{
    "password", "passw0rd", "qwerty",   "asdfgh",    "zxcvbn",   "iloveyou",  "letmein",  "welcome",
    "admin",    "abc123",   "123abc",   "1qaz2wsx",  "qazwsx",   "dragon",    "monkey",   "sunshine",
    "princess", "football", "baseball", "master",    "shadow",   "superman",  "trustno",  "changeme",
    "woaini",   "5201314",  "1314520",  "147258369", "159753",   "a123456",   "123456a",  "aa123456",
    "q123456",  "qq123456", "wang123",  "zhang123",  "li123456", "forecourt", "qianting", "demo"};

constexpr std::array<std::string_view, 6> rows{"0123456789", "9876543210", "qwertyuiop",
                                               "asdfghjkl",  "zxcvbnm",    "abcdefghijklmnopqrstuvwxyz"};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// What is left when the words are taken out is too little to be a secret.
bool is_easy(std::string_view password, std::string_view login) {
    std::string rest = lower(password);
    const auto drop = [&](std::string_view word) {
        for (auto at = rest.find(word); !word.empty() && at != std::string::npos; at = rest.find(word)) {
            rest.erase(at, word.size());
        }
    };
    drop(lower(login));
    for (const auto word : tried_first) drop(word);
    for (const auto row : rows) {
        for (std::size_t length = row.size(); length >= 4; --length) {
            for (std::size_t from = 0; from + length <= row.size(); ++from) drop(row.substr(from, length));
        }
    }
    const auto repeated = std::ranges::unique(rest);
    rest.erase(repeated.begin(), repeated.end());
    return character_count(rest) < 4;
}

}  // namespace

MaybeRefused may_be_password(std::string_view password, std::string_view login) {
    if (character_count(password) < shortest) return password_too_short;
    if (password.size() > longest) return password_too_long;
    if (is_easy(password, login)) return password_too_easy;
    return std::nullopt;
}

}  // namespace forecourt::access
