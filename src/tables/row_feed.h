#pragma once
#include <tables/table.h>

namespace forecourt::tables {

/// What both readers do with a finished row: skip empty ones, take the first as header, count, hand over.
class RowFeed {
  public:
    RowFeed(const TableOptions& options, const TableSink& sink, TableRead& read)
        : options_(options), sink_(sink), read_(read) {}

    /// False when reading must stop: the sink has enough, or a limit was passed (then `read.problem` is set).
    bool take(Row& row);
    bool stop_with(TableProblem problem, std::size_t row_number);

  private:
    const TableOptions& options_;
    const TableSink& sink_;
    TableRead& read_;
    bool header_seen_ = false;
};

/// Drops blanks, tabs, no-break and ideographic spaces at both ends.
void trim(std::string& text);
/// "3.10101E+17": how spreadsheets write long numbers into CSV.
bool looks_scientific(std::string_view text);

}  // namespace forecourt::tables
