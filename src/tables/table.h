#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::tables {

enum class CellKind { empty, text, number, boolean, date, error };

/// One cell as people see it. Blanks around a text are dropped.
struct Cell {
    CellKind kind{};
    /// number: "12.5"; date: "2026-11-22" or "2026-11-22 09:30:00"; boolean: "1" or "0"; error: "#N/A".
    std::string text;
    /// For number and date (days as Excel counts them), else 0.
    double number{};
    /// A number of more than 15 digits, or one that a spreadsheet wrote as 3.1E+17: its last digits are gone.
    /// An identity number or VIN typed so must be refused, not stored.
    bool digits_lost{};
};

struct Row {
    /// As the spreadsheet shows it at the left edge: the header is usually row 1.
    std::size_t number{};
    std::vector<Cell> cells;
    /// Some bytes could not be read in the encoding.
    bool damaged{};

    /// The cell of a column; an empty one when the row is shorter.
    const Cell& at(std::size_t column) const;
    const std::string& text(std::size_t column) const { return at(column).text; }
};

/// What is known before the first row.
struct TableInfo {
    std::vector<std::string> header;  // the first row that is not empty
    std::size_t header_row{};
    std::string format;    // "csv" or "xlsx"
    std::string encoding;  // "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"; "UTF-8" for xlsx
    /// False when the encoding was guessed on thin grounds: show a preview and let the person choose.
    bool sure = true;
    std::string sheet;                // the sheet that was read, for xlsx
    std::vector<std::string> sheets;  // all visible ones
};

enum class TableProblem {
    empty,        // no row at all
    not_a_table,  // neither xlsx nor text
    old_excel,    // .xls: save as .xlsx or CSV
    protected_by_password,
    damaged_workbook,
    too_large,       // beyond a limit below
    unclosed_quote,  // a CSV cell that never ends
};
/// The literal name for refusals and words: "table_is_empty" and so on.
const char* name_of(TableProblem problem);

struct TableOptions {
    std::string encoding;  // for CSV; empty: found out
    std::string sheet;     // for xlsx; empty: the first visible one
    std::size_t max_rows = 200'000;
    std::size_t max_columns = 256;
    std::size_t max_cell_bytes = 100'000;
    /// What an xlsx may unpack to in all: a few kilobytes can hold a bomb of gigabytes.
    std::uint64_t max_unpacked_bytes = 512ULL << 20;
};

struct TableSink {
    /// Called once, before the rows. May be empty.
    std::function<void(const TableInfo&)> header;
    /// Called for each row that is not empty, after the header; false stops the reading.
    std::function<bool(const Row&)> row;
};

struct TableRead {
    TableInfo info;
    std::size_t rows{};  // handed to the sink
    std::optional<TableProblem> problem;
    std::size_t problem_row{};  // where it was met, 0 when nowhere in particular
};

/// Reads a table of people or parts from an uploaded file, row by row in little memory. The kind of file is
/// told by its bytes; the name only breaks ties. Exceptions of the sink come through.
TableRead read_table(std::string_view bytes, std::string_view filename, const TableOptions& options,
                     const TableSink& sink);

/// A whole table in memory, for previews (`options.max_rows` does not stop with an error here: it cuts).
struct Table {
    TableRead read;
    std::vector<Row> rows;
};
Table load_table(std::string_view bytes, std::string_view filename, std::size_t first_rows,
                 const TableOptions& options = {});

}  // namespace forecourt::tables
