#include <tables/csv.h>
#include <tables/table.h>
#include <tables/xlsx_reader.h>

namespace forecourt::tables {

const Cell& Row::at(std::size_t column) const {
    static const Cell nothing;
    return column < cells.size() ? cells[column] : nothing;
}

const char* name_of(TableProblem problem) {
    switch (problem) {
        case TableProblem::empty:
            return "table_is_empty";
        case TableProblem::not_a_table:
            return "file_is_not_a_table";
        case TableProblem::old_excel:
            return "table_is_old_excel";
        case TableProblem::protected_by_password:
            return "table_is_protected";
        case TableProblem::damaged_workbook:
            return "table_is_damaged";
        case TableProblem::too_large:
            return "table_is_too_large";
        case TableProblem::unclosed_quote:
            return "table_quote_is_unclosed";
    }
    return "file_is_not_a_table";
}

TableRead read_table(std::string_view bytes, std::string_view filename, const TableOptions& options,
                     const TableSink& sink) {
    TableRead failed;
    if (bytes.empty()) {
        failed.problem = TableProblem::empty;
        return failed;
    }
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return read_xlsx(bytes, options, sink);
    if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
        // The container of .xls, and of .xlsx files with a password.
        failed.problem =
            filename.ends_with(".xlsx") ? TableProblem::protected_by_password : TableProblem::old_excel;
        return failed;
    }
    for (const std::string_view other : {"%PDF-", "\x89PNG", "\xff\xd8\xff", "Rar!", "7z\xbc\xaf", "\x1f\x8b",
                                         "<!DOCTYPE", "<html", "<?xml"})
        if (bytes.starts_with(other)) {
            failed.problem = TableProblem::not_a_table;
            return failed;
        }
    return read_csv(bytes, options, sink);
}

Table load_table(std::string_view bytes, std::string_view filename, std::size_t first_rows,
                 const TableOptions& options) {
    Table table;
    TableSink sink;
    sink.row = [&](const Row& row) {
        if (table.rows.size() >= first_rows) return false;
        table.rows.push_back(row);
        return table.rows.size() < first_rows;
    };
    table.read = read_table(bytes, filename, options, sink);
    return table;
}

}  // namespace forecourt::tables
