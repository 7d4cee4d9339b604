#pragma once
#include <action/view.h>
#include <modules/customers/import/import.h>

namespace forecourt::customers {

struct ImportListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<ImportState> state;
};
FORECOURT_STRUCT(ImportListIn, limit, after, sort, state)

struct ImportListRow {
    Id<Import> id;
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
    std::optional<Instant> undone_at;
};
FORECOURT_STRUCT(ImportListRow, id, file_name, state, rows, bad_rows, new_customers, known_customers, cars,
                 checked_at, checked_by, committed_at, undone_at)

struct ImportRecordIn {
    Id<Import> import_id;
};
FORECOURT_STRUCT(ImportRecordIn, import_id)

struct ImportRecord {
    ImportFile import;
    std::vector<ImportError> errors;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ImportRecord, import, errors, allowed_actions)

extern const View<ImportListIn, Page<ImportListRow>> import_list;
extern const View<ImportRecordIn, ImportRecord> import_record;

}  // namespace forecourt::customers
