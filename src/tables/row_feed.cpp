#include <tables/row_feed.h>

#include <algorithm>
#include <iterator>

namespace forecourt::tables {
namespace {

constexpr std::string_view blanks[] = {" ",        "\t",           "\r",           "\n",
                                       "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x8b", "\xef\xbb\xbf"};

bool is_empty(const Row& row) {
    for (const Cell& cell : row.cells)
        if (!cell.text.empty()) return false;
    return true;
}

}  // namespace

bool RowFeed::stop_with(TableProblem problem, std::size_t row_number) {
    read_.problem = problem;
    read_.problem_row = row_number;
    return false;
}

bool RowFeed::take(Row& row) {
    while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
    if (is_empty(row)) return true;
    if (row.cells.size() > options_.max_columns) return stop_with(TableProblem::too_large, row.number);
    if (!header_seen_) {
        header_seen_ = true;
        read_.info.header_row = row.number;
        for (const Cell& cell : row.cells) read_.info.header.push_back(cell.text);
        if (sink_.header) sink_.header(read_.info);
        return true;
    }
    if (read_.rows >= options_.max_rows) return stop_with(TableProblem::too_large, row.number);
    ++read_.rows;
    return !sink_.row || sink_.row(row);
}

void trim(std::string& text) {
    const auto is_at_end = [&](std::string_view blank) { return text.ends_with(blank); };
    for (const auto* blank = std::begin(blanks); blank != std::end(blanks);) {
        blank = std::find_if(std::begin(blanks), std::end(blanks), is_at_end);
        if (blank != std::end(blanks)) text.resize(text.size() - blank->size());
    }
    const auto is_at_start = [&](std::string_view blank) { return text.starts_with(blank); };
    for (const auto* blank = std::begin(blanks); blank != std::end(blanks);) {
        blank = std::find_if(std::begin(blanks), std::end(blanks), is_at_start);
        if (blank != std::end(blanks)) text.erase(0, blank->size());
    }
}

bool looks_scientific(std::string_view text) {
    const std::size_t e = text.find_first_of("Ee");
    if (e == std::string_view::npos || e == 0 || e + 2 >= text.size() || text[e + 1] != '+') return false;
    const auto only = [](std::string_view part, std::string_view allowed) {
        return part.find_first_not_of(allowed) == std::string_view::npos;
    };
    return only(text.substr(0, e), "0123456789.-") && only(text.substr(e + 2), "0123456789") &&
           text.find_first_of("0123456789") == (text[0] == '-' ? 1U : 0U);
}

}  // namespace forecourt::tables
