#pragma once
#include <tables/table.h>
#include <tables/table_writer.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::tables {

/// Reads comma-, semicolon- or tab-separated text (RFC 4180, and what spreadsheets make of it): any encoding
/// of `encoding.h`, any line end, quotes over several lines, a first line "sep=;", texts forced by ="001" or
/// '.
TableRead read_csv(std::string_view bytes, const TableOptions& options, const TableSink& sink);

/// UTF-8 with a byte-order mark and CRLF, which Excel in China needs to show hanzi. A text that a spreadsheet
/// would run as a formula (= + - @ first) gets an apostrophe before it.
std::unique_ptr<TableWriter> make_csv_writer(const std::vector<Column>& columns);

/// One text as a CSV field, guarded and quoted where needed.
std::string csv_field(std::string_view text);

}  // namespace forecourt::tables
