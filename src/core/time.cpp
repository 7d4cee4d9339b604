#include <core/time.h>

#include <cstdio>

namespace forecourt {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t china_offset_ms = 8 * 3'600'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (text.size() < from + count) return std::nullopt;
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

// Days from the civil calendar and back: the well-known era arithmetic on a year that starts in March.
Date date_of(YearMonthDay p) {
    const int y = p.year - (p.month <= 2);
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (p.month + (p.month > 2 ? -3 : 9)) + 2) / 5 + p.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * 146097 + day_of_era - 719468};
}

YearMonthDay parts_of(Date date) {
    const int z = date.days + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const int day_of_era = z - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return {.year = year_of_era + era * 400 + (month <= 2),
            .month = month,
            .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Date add_months(Date date, int months) {
    auto p = parts_of(date);
    const int total = p.year * 12 + (p.month - 1) + months;
    p.year = total / 12;
    p.month = total % 12 + 1;
    const int last = days_in_month(p.year, p.month);
    if (p.day > last) p.day = last;
    return date_of(p);
}

Date local_date(Instant at) {
    return {static_cast<std::int32_t>(floor_div(at.ms + china_offset_ms, ms_per_day))};
}

int local_minute_of_day(Instant at) {
    const std::int64_t local = at.ms + china_offset_ms;
    return static_cast<int>((local - floor_div(local, ms_per_day) * ms_per_day) / 60'000);
}

Instant local_instant(Date date, int hour, int minute) {
    return {date.days * ms_per_day - china_offset_ms + hour * 3'600'000LL + minute * 60'000LL};
}

namespace {

// Writes so many digits, with zeros in front, and answers where they end.
char* put(char* to, int number, int digits) {
    for (int i = digits - 1; i >= 0; --i, number /= 10) to[i] = static_cast<char>('0' + number % 10);
    return to + digits;
}

char* put(char* to, Date date) {
    const auto p = parts_of(date);
    to = put(to, p.year, 4);
    *to++ = '-';
    to = put(to, p.month, 2);
    *to++ = '-';
    return put(to, p.day, 2);
}

}  // namespace

std::string to_text(Date date) {
    char text[10];
    return {text, put(text, date)};
}

std::string to_text(Instant at) {
    const std::int64_t day = floor_div(at.ms, ms_per_day);
    const auto rest = static_cast<int>(at.ms - day * ms_per_day);
    char text[24];
    char* to = put(text, Date{static_cast<std::int32_t>(day)});
    *to++ = 'T';
    to = put(to, rest / 3'600'000, 2);
    *to++ = ':';
    to = put(to, rest / 60'000 % 60, 2);
    *to++ = ':';
    to = put(to, rest / 1000 % 60, 2);
    *to++ = '.';
    to = put(to, rest % 1000, 3);
    *to++ = 'Z';
    return {text, to};
}

std::string local_text(Instant at) {
    const int minute = local_minute_of_day(at);
    char text[6] = " ";
    put(put(text + 1, minute / 60, 2) + 1, minute % 60, 2);
    text[3] = ':';
    return to_text(local_date(at)) + std::string(text, sizeof text);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12) return std::nullopt;
    if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    return date_of({.year = *year, .month = *month, .day = *day});
}

// RFC 3339: a date, T, a time with optional fraction, and Z or an offset.
std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date || text.size() < 17 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    std::int64_t ms = date->days * ms_per_day + *hour * 3'600'000LL + *minute * 60'000LL;
    std::size_t at = 16;
    if (text[at] == ':') {
        const auto second = digits(text, 17, 2);
        if (!second || *second > 59) return std::nullopt;
        ms += *second * 1000LL;
        at = 19;
        if (at < text.size() && text[at] == '.') {
            std::int64_t weight = 100;
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10) {
                ms += (text[at] - '0') * weight;
            }
        }
    }
    const auto zone = text.substr(at < text.size() ? at : text.size());
    if (zone == "Z") return Instant{ms};
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
    const auto zone_hour = digits(zone, 1, 2), zone_minute = digits(zone, 4, 2);
    if (!zone_hour || !zone_minute || *zone_hour > 14 || *zone_minute > 59) return std::nullopt;
    const std::int64_t offset = *zone_hour * 3'600'000LL + *zone_minute * 60'000LL;
    return Instant{zone[0] == '+' ? ms - offset : ms + offset};
}

}  // namespace forecourt
