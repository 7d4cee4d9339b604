#include <modules/vehicles/price/price_import.h>
#include <text/characters.h>

#include <algorithm>
#include <charconv>

namespace forecourt::vehicles {
namespace {

// "指导价（元）*" -> "指导价"
std::string plain_heading(std::string_view heading) {
    std::u32string kept;
    for (const char32_t c : text::folded(heading)) {
        if (c == U'(' || c == U'[' || c == U'【') break;
        if (text::is_hanzi(c) || text::is_letter_or_digit(c)) kept += c;
    }
    return text::to_utf8(kept);
}

bool is_one_of(const std::string& heading, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), heading) != words.end();
}

// 2026-03-08, 2026/3/8, 2026年3月8日, and with a time behind it.
std::optional<Date> parse_loose_date(std::string_view raw) {
    std::int64_t parts[3] = {0, 0, 0};
    std::size_t part = 0;
    bool in_number = false;
    for (std::size_t i = 0; i < raw.size() && part < 3; ++i) {
        const char c = raw[i];
        if (c >= '0' && c <= '9') {
            parts[part] = parts[part] * 10 + (c - '0');
            if (parts[part] > 9999) return std::nullopt;
            in_number = true;
        } else if (in_number) {
            ++part;
            in_number = false;
        }
    }
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    if (parts[0] < 1950 || parts[1] == 0 || parts[2] == 0) return std::nullopt;
    return parse_date(std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]));
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

std::optional<Money> parse_price(std::string_view raw) {
    std::string text(trimmed(raw));
    for (const char* mark : {",", "，", " ", "¥", "￥", "元", "RMB"}) replace_all(text, mark, "");
    std::int64_t unit_fen = 100;
    int decimals = 2;
    if (text.ends_with("万")) {
        text.resize(text.size() - std::string_view("万").size());
        unit_fen = 1'000'000;
        decimals = 6;
    }
    const auto dot = text.find('.');
    const std::string whole = text.substr(0, dot);
    std::string part = dot == std::string::npos ? "" : text.substr(dot + 1);
    while (!part.empty() && part.back() == '0') part.pop_back();
    if (whole.empty() || whole.size() > 9 || static_cast<int>(part.size()) > decimals) return std::nullopt;
    if ((whole + part).find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    std::int64_t fen = std::stoll(whole) * unit_fen;
    std::int64_t step = unit_fen;
    for (const char c : part) fen += (c - '0') * (step /= 10);
    return Money{fen};
}

Result<PriceColumns> read_price_columns(const std::vector<std::string>& header) {
    PriceColumns columns{.headings = header};
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto heading = plain_heading(header[i]);
        if (is_one_of(heading, {"车型代码", "订货代码", "代码", "code", "modelcode"})) columns.code = i;
        if (is_one_of(heading, {"指导价", "厂家指导价", "建议零售价", "价格", "price", "listprice"}))
            columns.price = i;
        if (is_one_of(heading, {"生效日期", "开始日期", "validfrom", "from"})) columns.valid_from = i;
        if (is_one_of(heading, {"失效日期", "截止日期", "结束日期", "validuntil", "until"}))
            columns.valid_until = i;
    }
    if (!columns.code || !columns.price) return price_list_lacks_columns;
    return columns;
}

PriceLine read_price_line(const PriceColumns& columns, const tables::Row& row) {
    PriceLine line{.row_number = static_cast<std::int64_t>(row.number)};
    const auto wrong = [&](std::size_t column, const char* code) {
        if (!line.wrong_code.empty()) return;
        line.wrong_column = columns.headings[column];
        line.wrong_code = code;
        line.wrong_value = row.text(column).substr(0, 100);
    };
    line.code = row.text(*columns.code);
    if (line.code.empty()) wrong(*columns.code, "price_list_code_missing");
    if (const auto price = parse_price(row.text(*columns.price)); price && *price > Money{0}) {
        line.price = *price;
    } else {
        wrong(*columns.price, "price_list_price_not_understood");
    }
    const auto date = [&](const std::optional<std::size_t>& column) -> std::optional<Date> {
        if (!column || row.text(*column).empty()) return std::nullopt;
        const auto day = parse_loose_date(row.text(*column));
        if (!day) wrong(*column, "price_list_date_not_understood");
        return day;
    };
    line.valid_from = date(columns.valid_from);
    line.valid_until = date(columns.valid_until);
    return line;
}

MaybeRefused may_take(const PriceImportFile& import, bool skip_bad_rows) {
    if (import.state != PriceImportState::checked) return price_list_not_waiting;
    if (import.bad_rows > 0 && !skip_bad_rows) {
        return with(price_list_has_errors, "rows", std::to_string(import.bad_rows));
    }
    return std::nullopt;
}

MaybeRefused may_undo(const PriceImportFile& import) {
    if (import.state != PriceImportState::committed) return price_list_not_taken;
    return std::nullopt;
}

}  // namespace forecourt::vehicles
