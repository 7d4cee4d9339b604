#include <documents/chinese_money.h>

#include <cstdint>

namespace forecourt::documents {
namespace {

constexpr const char* digit_names[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr const char* place_names[] = {"", "拾", "佰", "仟"};

std::string whole_yuan(std::uint64_t yuan) {
    const std::string digits = std::to_string(yuan);
    std::string words;
    bool zero_waits = false;   // a gap that is said once, before the next digit
    bool group_spoke = false;  // some digit of the current four was not zero
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t place = digits.size() - 1 - i;
        const int digit = digits[i] - '0';
        if (digit == 0) {
            zero_waits = true;
        } else {
            if (zero_waits && !words.empty()) words += digit_names[0];
            zero_waits = false;
            group_spoke = true;
            words += std::string(digit_names[digit]) + place_names[place % 4];
        }
        if (place % 4 != 0 || place == 0) continue;
        if (place % 8 == 0) {
            words += "亿";
        } else if (group_spoke) {
            words += "万";
        }
        // The empty end of a spoken group needs no zero: 105,000 is 壹拾万伍仟.
        if (group_spoke) zero_waits = false;
        group_spoke = false;
    }
    return words;
}

}  // namespace

std::string chinese_money(Money amount) {
    const bool negative = amount.fen < 0;
    const std::uint64_t fen =
        negative ? 0 - static_cast<std::uint64_t>(amount.fen) : static_cast<std::uint64_t>(amount.fen);
    const std::uint64_t yuan = fen / 100;
    const int jiao = static_cast<int>(fen / 10 % 10);
    const int last = static_cast<int>(fen % 10);
    std::string words = negative ? "负" : "";
    if (yuan > 0) words += whole_yuan(yuan) + "元";
    if (fen == 0) words += "零元";
    if (jiao == 0 && last == 0) return words + "整";
    if (jiao > 0) words += std::string(digit_names[jiao]) + "角";
    if (jiao == 0 && yuan > 0) words += digit_names[0];
    if (last > 0) words += std::string(digit_names[last]) + "分";
    return words;
}

}  // namespace forecourt::documents
