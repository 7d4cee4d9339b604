#include <modules/customers/import/import_views.h>

#include <modules/customers/import/customers_import.sql.h>
#include <modules/customers/import/import_actions.h>
#include <modules/customers/import/import_rules.h>
#include <modules/customers/import/import_store.h>

namespace forecourt::customers {
namespace {

Result<Page<ImportListRow>> run_import_list(Context& context, const ImportListIn& in) {
    return list_page<ImportListRow>(context, sql::customers_import::list_imports, in, "-checked_at");
}

Result<ImportRecord> run_import_record(Context& context, const ImportRecordIn& in) {
    const auto import = load_import(context.db(), context.store_id(), in.import_id);
    if (!import) return import_not_found;
    ImportRecord record{.import = *import,
                        .errors = import_errors(context.db(), context.store_id(), import->id, 500),
                        .allowed_actions = {}};
    // The button takes in what is good; the page asks before it skips bad rows.
    allow(record.allowed_actions, context, import_commit, may_commit(*import, true));
    allow(record.allowed_actions, context, import_undo, may_undo(*import));
    return record;
}

}  // namespace

const View<ImportListIn, Page<ImportListRow>> import_list{
    {.name = "customers.import_list",
     .needs = import_write,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_import_list}};

const View<ImportRecordIn, ImportRecord> import_record{{.name = "customers.import_record",
                                                        .needs = import_write,
                                                        .refuses = {import_not_found},
                                                        .run = run_import_record}};

}  // namespace forecourt::customers
