#pragma once
#include <string>
#include <string_view>

namespace forecourt::tables {

/// Whether a number format of Excel shows a date or time: built-in numbers (with the Chinese ones, 27 to 36
/// and 50 to 58) or, for the others, a format text such as yyyy"年"m"月"d"日".
bool is_date_format(int number);
bool is_date_format(std::string_view format);

/// What Excel shows for a date number: "2026-11-22", with its time when it has one, "09:30:00" below one day.
/// Empty when the number is no date.
std::string date_text(double number, bool since_1904);

/// A number as people see it: up to 15 digits, without exponent.
std::string number_text(double number);

/// "BC12" is column 54 (counted from 0); -1 when it is no cell reference.
int column_of(std::string_view reference);

}  // namespace forecourt::tables
