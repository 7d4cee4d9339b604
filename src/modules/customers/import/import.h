#pragma once
#include <modules/customers/customer/customer.h>

namespace forecourt::customers {

inline constexpr Right import_write{"customers.import_write"};

enum class ImportState { checked, committed, undone };
FORECOURT_ENUM(ImportState, checked, committed, undone)

/// One file of customers: looked at, then taken in, perhaps taken back.
struct ImportFile {
    Id<Import> id;
    FileHash file;
    std::string file_name;
    ImportState state{};
    std::int64_t rows{};
    std::int64_t bad_rows{};
    std::int64_t new_customers{};
    std::int64_t known_customers{};
    std::int64_t cars{};
    Instant checked_at;
    std::string checked_by;
    std::optional<Instant> committed_at;
    std::optional<std::string> committed_by;
    std::optional<Instant> undone_at;
    std::optional<std::string> undone_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(ImportFile, id, file, file_name, state, rows, bad_rows, new_customers, known_customers, cars,
                 checked_at, checked_by, committed_at, committed_by, undone_at, undone_by, version)

/// What is wrong with one cell. `column_name` is the heading as it stands in the file, `code` a key of
/// the words.
struct ImportError {
    std::int64_t row_number{};
    std::string column_name;
    std::string code;
    std::string value;
};
FORECOURT_STRUCT(ImportError, row_number, column_name, code, value)

struct ImportDryRun {
    FileHash file;
    std::optional<std::string> file_name;
};
FORECOURT_STRUCT(ImportDryRun, file, file_name)

struct ImportColumn {
    std::string heading;
    std::string field;  // empty: nobody knows what to do with it
};
FORECOURT_STRUCT(ImportColumn, heading, field)

struct ImportChecked {
    Id<Import> import_id;
    std::int64_t rows{};
    std::int64_t bad_rows{};
    std::int64_t new_customers{};
    std::int64_t known_customers{};
    std::int64_t cars{};
    std::vector<ImportColumn> columns;
    std::vector<ImportError> errors;  // the first hundred
};
FORECOURT_STRUCT(ImportChecked, import_id, rows, bad_rows, new_customers, known_customers, cars, columns,
                 errors)

struct ImportCommit {
    Id<Import> import_id;
    std::optional<bool> skip_bad_rows;
};
FORECOURT_STRUCT(ImportCommit, import_id, skip_bad_rows)

struct ImportCommitted {
    std::int64_t new_customers{};
    std::int64_t known_customers{};
    std::int64_t cars{};
    std::int64_t skipped_rows{};
};
FORECOURT_STRUCT(ImportCommitted, new_customers, known_customers, cars, skipped_rows)

struct ImportUndo {
    Id<Import> import_id;
};
FORECOURT_STRUCT(ImportUndo, import_id)

struct ImportUndone {
    std::int64_t removed_customers{};
    std::int64_t removed_cars{};
    std::int64_t kept_customers{};  // somebody has worked with them since
};
FORECOURT_STRUCT(ImportUndone, removed_customers, removed_cars, kept_customers)

inline constexpr Refusal import_not_found{"import_not_found", RefusalKind::not_found};
inline constexpr Refusal import_has_no_name_or_phone_column{"import_has_no_name_or_phone_column",
                                                            RefusalKind::unprocessable};
inline constexpr Refusal import_column_twice{"import_column_twice", RefusalKind::unprocessable};
inline constexpr Refusal import_has_errors{"import_has_errors"};
inline constexpr Refusal import_not_waiting{"import_not_waiting"};
inline constexpr Refusal import_not_committed{"import_not_committed"};
// What the reader of tables says of a file; the names are those of tables::name_of.
inline constexpr Refusal table_is_empty{"table_is_empty", RefusalKind::unprocessable};
inline constexpr Refusal file_is_not_a_table{"file_is_not_a_table", RefusalKind::unprocessable};
inline constexpr Refusal table_is_old_excel{"table_is_old_excel", RefusalKind::unprocessable};
inline constexpr Refusal table_is_protected{"table_is_protected", RefusalKind::unprocessable};
inline constexpr Refusal table_is_damaged{"table_is_damaged", RefusalKind::unprocessable};
inline constexpr Refusal table_is_too_large{"table_is_too_large", RefusalKind::unprocessable};
inline constexpr Refusal table_quote_is_unclosed{"table_quote_is_unclosed", RefusalKind::unprocessable};

}  // namespace forecourt::customers
