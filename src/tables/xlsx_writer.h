#pragma once
#include <tables/table_writer.h>

#include <memory>
#include <string>
#include <vector>

namespace forecourt::tables {

/// An Excel workbook with one sheet: bold head that stays in view, filter arrows, column widths, typed cells.
/// Rows go to a temporary file as they come, so half a million need a few megabytes of memory. Throws
/// std::runtime_error when the disk fails.
std::unique_ptr<TableWriter> make_xlsx_writer(const std::string& sheet_name,
                                              const std::vector<Column>& columns);

}  // namespace forecourt::tables
