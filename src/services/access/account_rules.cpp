#include <services/access/account_rules.h>

#include <assets/assets.h>
#include <core/checked_text.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace forecourt::access {
namespace {

constexpr std::size_t shortest = 8, longest = 512;

// What is tried first here and abroad; no password may be one of these with a little around it.
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

// The program carries them in the order of their bytes, one a line.
const std::vector<std::string_view>& common_passwords() {
    static const auto all = [] {
        const auto* asset = assets::find("passwords/common.lst");
        ensure(asset != nullptr);
        std::vector<std::string_view> lines;
        for (std::string_view rest = asset->body; !rest.empty();) {
            const auto end = rest.find('\n');
            lines.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(rest.size(), lines.back().size() + 1));
        }
        ensure(std::ranges::is_sorted(lines));
        return lines;
    }();
    return all;
}

// Whole, or with no more than a year or a "1!" hung on.
bool is_common(std::string_view password) {
    const std::string typed = lower(password);
    const auto& common = common_passwords();
    if (std::ranges::binary_search(common, std::string_view(typed))) return true;
    constexpr std::string_view hung_on = "0123456789!?.,@#$*_-+ ";
    const auto from = typed.find_first_not_of(hung_on);
    if (from == std::string::npos) return false;
    const auto to = typed.find_last_not_of(hung_on) + 1;
    const auto core = std::string_view(typed).substr(from, to - from);
    return typed.size() - core.size() <= 4 && std::ranges::binary_search(common, core);
}

}  // namespace

MaybeRefused may_be_password(std::string_view password, std::string_view login) {
    if (character_count(password) < shortest) return password_too_short;
    if (password.size() > longest) return password_too_long;
    if (is_easy(password, login) || is_common(password)) return password_too_easy;
    return std::nullopt;
}

}  // namespace forecourt::access
