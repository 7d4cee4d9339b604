#pragma once
#include <tables/table.h>

#include <string_view>

namespace forecourt::tables {

/// Reads one sheet of an Excel workbook (.xlsx) row by row: shared, inline and rich strings (without the
/// reading aids of Japanese), cached results of formulas, booleans, errors, dates of both epochs. Rows keep
/// the numbers Excel shows. Refuses bombs, entities and damaged archives; nothing in the file can make it use
/// more than the limits.
TableRead read_xlsx(std::string_view bytes, const TableOptions& options, const TableSink& sink);

}  // namespace forecourt::tables
