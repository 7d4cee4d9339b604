#include <modules/vehicles/count/count.h>

#include <algorithm>

namespace forecourt::vehicles {

MaybeRefused may_scan(const CountRow& count) {
    switch (count.state) {
        case StockCountState::open:
            return std::nullopt;
        case StockCountState::closed:
            return count_is_closed;
    }
    return count_is_closed;
}

std::int64_t unexplained(const std::vector<CountLine>& lines) {
    return std::count_if(lines.begin(), lines.end(), [](const CountLine& line) {
        return line.result != StockCountResult::found && line.reason.empty();
    });
}

MaybeRefused may_close_count(const CountRow& count, const std::vector<CountLine>& lines) {
    if (auto no = may_scan(count)) return no;
    const auto open = unexplained(lines);
    if (open > 0) return with(count_has_differences, "cars", std::to_string(open));
    return std::nullopt;
}

MaybeRefused may_explain(const CountLine& line) {
    if (line.result == StockCountResult::found) return count_line_is_no_difference;
    return std::nullopt;
}

Result<ScannedCode> read_code(std::string_view code) {
    // Some windscreen codes wrap the VIN: "I" before it or a "*" around it.
    std::string text = normalised_code(code);
    std::erase(text, '*');
    if (text.size() == 18 && text[0] == 'I') text.erase(0, 1);
    if (text.size() == 6) return ScannedCode{.whole = {}, .tail = text};
    const auto checked = Vin::check(text);
    if (checked.problem != nullptr) return code_is_no_vin;
    return ScannedCode{.whole = checked.text, .tail = {}};
}

}  // namespace forecourt::vehicles
