#include <core/time.h>
#include <tables/xlsx_format.h>

#include <cmath>
#include <cstdint>
#include <cstdio>

namespace forecourt::tables {

bool is_date_format(int number) {
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
           (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

bool is_date_format(std::string_view format) {
    bool quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == ';') return false;  // only the first section counts
        if (c == '\\' || c == '_' || c == '*') {
            ++i;  // the next character is shown as it is
        } else if (c == '[') {
            // A colour, a condition or a locale; [h], [mm], [ss] are times that run past a day.
            const std::size_t close = format.find(']', i);
            if (close == std::string_view::npos) return false;
            const std::string_view inside = format.substr(i + 1, close - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) return true;
            i = close;
        } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string date_text(double number, bool since_1904) {
    constexpr double last_day = 2'958'466;  // 10000-01-01
    if (!(number >= 0) || number >= last_day) return {};
    std::int64_t seconds = std::llround(number * 86'400);
    const std::int64_t day = seconds / 86'400;
    seconds %= 86'400;
    char time[16];
    std::snprintf(time, sizeof time, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    if (day == 0 && !since_1904) return time;
    // Excel believes in 1900-02-29 (day 60), so the days before it count from one day later.
    constexpr int unix_epoch_1900 = 25'569;
    constexpr int unix_epoch_1904 = 24'107;
    const int epoch = since_1904 ? unix_epoch_1904 : day < 60 ? unix_epoch_1900 - 1 : unix_epoch_1900;
    std::string text = to_text(Date{static_cast<std::int32_t>(day - epoch)});
    if (seconds != 0) text += std::string(" ") + time;
    return text;
}

std::string number_text(double number) {
    char text[400];
    std::snprintf(text, sizeof text, std::fabs(number) >= 1e15 ? "%.0f" : "%.15g", number);
    // Very small numbers come with an exponent; nobody types them.
    if (std::string_view(text).find('e') != std::string_view::npos)
        std::snprintf(text, sizeof text, "%.15f", number);
    return text;
}

int column_of(std::string_view reference) {
    int column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' &&
           letters < 4)
        column = column * 26 + (reference[letters++] - 'A' + 1);
    if (letters == 0 || letters > 3 || letters == reference.size()) return -1;
    return column - 1;
}

}  // namespace forecourt::tables
