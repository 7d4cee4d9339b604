#include <db/send.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/price/price_import.h>
#include <modules/vehicles/price/vehicles_price.sql.h>
#include <services/files/api.h>

#include <set>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_price;

constexpr std::size_t most_rows = 5'000;

struct PriceListEvent {
    std::string file_name;
    std::int64_t changed_prices{};
    std::int64_t bad_rows{};
};
FORECOURT_STRUCT(PriceListEvent, file_name, changed_prices, bad_rows)

struct ModelId {
    Id<Model> id;
};
FORECOURT_STRUCT(ModelId, id)

/// A row against the store's own catalogue.
struct JudgedLine {
    PriceLine line;
    std::optional<ModelRow> model;
    Date valid_from;
    Money price_before;
    bool is_change{};
};

void judge(Tx& tx, const PriceColumns& columns, JudgedLine& judged, std::set<std::string>& seen) {
    auto& line = judged.line;
    if (!line.wrong_code.empty()) return;
    const auto wrong = [&](std::optional<std::size_t> column, std::string_view code, std::string value) {
        line.wrong_column = column ? columns.headings[*column] : "";
        line.wrong_code = std::string(code);
        line.wrong_value = std::move(value);
    };
    judged.model = load_model_by_code(tx.db(), tx.store_id(), line.code);
    if (!judged.model) return wrong(columns.code, model_not_found.name, line.code);
    const Date today = local_date(tx.now());
    judged.valid_from = line.valid_from.value_or(today);
    if (!seen.insert(line.code + " " + to_text(judged.valid_from)).second)
        return wrong(columns.code, "price_list_model_twice", line.code);
    if (const auto no = check_price(line.price, judged.valid_from, line.valid_until, today)) {
        return wrong(columns.valid_from, no->name(), to_text(judged.valid_from));
    }
    judged.price_before =
        price_on(tx.db(), tx.store_id(), judged.model->id, judged.valid_from).value_or(judged.model->price);
    judged.is_change = judged.price_before != line.price;
}

Result<std::vector<JudgedLine>> read_file(Tx& tx, const FileHash& file, const std::string& file_name) {
    std::vector<JudgedLine> lines;
    PriceColumns columns;
    MaybeRefused refused;
    std::set<std::string> seen;
    const auto on_header = [&](const tables::TableInfo& info) {
        auto read = read_price_columns(info.header);
        if (read) {
            columns = std::move(*read);
        } else {
            refused = read.refused();
        }
    };
    const auto on_row = [&](const tables::Row& row) {
        if (refused) return false;
        JudgedLine judged{.line = read_price_line(columns, row)};
        judge(tx, columns, judged, seen);
        lines.push_back(std::move(judged));
        return true;
    };
    const auto read = tables::read_table(files::file_bytes(file), file_name, {.max_rows = most_rows},
                                         {.header = on_header, .row = on_row});
    if (read.problem) return with(price_list_not_readable, "problem", tables::name_of(*read.problem));
    if (refused) return *refused;
    if (lines.empty()) return with(price_list_not_readable, "problem", "table_is_empty");
    return lines;
}

void keep_line(Tx& tx, Id<PriceImport> import, const JudgedLine& judged) {
    const auto& line = judged.line;
    PriceImportRow row{.row_number = line.row_number,
                       .column_name = line.wrong_column,
                       .code = line.wrong_code,
                       .value = line.wrong_value,
                       .model_id = {},
                       .model_name = line.code};
    if (judged.model) {
        row.model_id = judged.model->id;
        row.model_name = judged.model->name;
    }
    if (line.wrong_code.empty()) {
        row.price_before = judged.price_before;
        row.price = line.price;
        row.valid_from = judged.valid_from;
    }
    db::send(tx.db(), statements::insert_import_row,
             db::Params::of(row, {{"store_id", tx.store_id()}, {"import_id", import}}));
}

Result<PriceListChecked> run_check_price_list(Tx& tx, const CheckPriceList& in) {
    if (!files::file_exists(tx.db(), tx.store_id(), in.file)) return files::file_not_found;
    const auto lines = read_file(tx, in.file, in.file_name.value_or(""));
    if (!lines) return lines.refused();
    PriceImportFile import{.id = tx.new_id<PriceImport>(),
                           .file = in.file,
                           .file_name = in.file_name.value_or(""),
                           .rows = static_cast<std::int64_t>(lines->size()),
                           .checked_at = tx.now(),
                           .checked_by = tx.actor().name};
    for (const auto& one : *lines) {
        if (!one.line.wrong_code.empty()) {
            ++import.bad_rows;
        } else {
            ++(one.is_change ? import.changed_prices : import.same_prices);
        }
    }
    db::send(tx.db(), statements::insert_import, db::Params::of(import, {{"store_id", tx.store_id()}}));
    for (const auto& one : *lines) keep_line(tx, import.id, one);
    tx.emit("vehicles.price_list_checked", {{"price_import", import.id}},
            PriceListEvent{import.file_name, import.changed_prices, import.bad_rows});
    return PriceListChecked{import.id, import.rows, import.bad_rows, import.changed_prices,
                            import.same_prices};
}

Result<PriceImportFile> load(db::Connection& db, Id<Store> store, Id<PriceImport> id) {
    auto import = db::first<PriceImportFile>(db, statements::find_import, {{"store_id", store}, {"id", id}});
    if (!import) return price_list_not_found;
    return *import;
}

void update_import(Tx& tx, const PriceImportFile& import) {
    db::execute_one(tx.db(), statements::update_import,
                    db::Params::of(import, {{"store_id", tx.store_id()}}));
}

Result<Nothing> run_take_price_list(Tx& tx, const TakePriceList& in) {
    auto import = load(tx.db(), tx.store_id(), in.import_id);
    if (!import) return import.refused();
    const bool skip_bad_rows = in.skip_bad_rows.value_or(false);
    if (auto no = may_take(*import, skip_bad_rows)) return *no;
    // Days went by and the catalogue changed since the file was looked at.
    const auto lines = read_file(tx, import->file, import->file_name);
    if (!lines) return lines.refused();
    std::int64_t bad_rows = 0;
    for (const auto& one : *lines) {
        if (!one.line.wrong_code.empty()) ++bad_rows;
        if (!one.line.wrong_code.empty() || !one.is_change) continue;
        insert_price(tx, *one.model,
                     {.id = tx.new_id<Price>(),
                      .model_id = one.model->id,
                      .price = one.line.price,
                      .valid_from = one.valid_from,
                      .valid_until = one.line.valid_until,
                      .reason = import->file_name,
                      .set_by = tx.actor().name,
                      .set_at = tx.now(),
                      .import_id = import->id,
                      .withdrawn_at = {}});
    }
    if (bad_rows > 0 && !skip_bad_rows) return with(price_list_has_errors, "rows", std::to_string(bad_rows));
    import->state = PriceImportState::committed;
    import->committed_at = tx.now();
    import->committed_by = tx.actor().name;
    import->version = in.version;
    update_import(tx, *import);
    tx.emit("vehicles.price_list_taken", {{"price_import", import->id}},
            PriceListEvent{import->file_name, import->changed_prices, bad_rows});
    return Nothing{};
}

Result<Nothing> run_undo_price_list(Tx& tx, const UndoPriceList& in) {
    auto import = load(tx.db(), tx.store_id(), in.import_id);
    if (!import) return import.refused();
    if (auto no = may_undo(*import)) return *no;
    const db::Params which{{"store_id", tx.store_id()}, {"import_id", import->id}, {"now", tx.now()}};
    db::send(tx.db(), statements::withdraw_import, which);
    for (const auto& model : db::all<ModelId>(tx.db(), statements::models_of_import, which))
        follow_price_of_day(tx, model.id);
    import->state = PriceImportState::undone;
    import->undone_at = tx.now();
    import->undone_by = tx.actor().name;
    import->version = in.version;
    update_import(tx, *import);
    tx.emit("vehicles.price_list_undone", {{"price_import", import->id}},
            PriceListEvent{import->file_name, import->changed_prices, 0});
    return Nothing{};
}

Result<Page<PriceListsRow>> run_price_lists(Context& context, const PriceListsIn& in) {
    return list_page<PriceListsRow>(context, statements::list_imports, in, "-checked_at");
}

Result<PriceListRecord> run_price_list(Context& context, const PriceListIn& in) {
    const auto import = load(context.db(), context.store_id(), in.import_id);
    if (!import) return import.refused();
    PriceListRecord record{
        .import = *import,
        .lines = db::all<PriceImportRow>(context.db(), statements::rows_of_import,
                                         {{"store_id", context.store_id()}, {"import_id", import->id}}),
        .allowed_actions = {}};
    // The button takes in what is good; the page asks before it skips bad rows.
    allow(record.allowed_actions, context, take_price_list, may_take(*import, true));
    allow(record.allowed_actions, context, undo_price_list, may_undo(*import));
    return record;
}

}  // namespace

const Action<CheckPriceList, PriceListChecked> check_price_list{
    {.name = "vehicles.check_price_list",
     .needs = catalogue_write,
     .refuses = {files::file_not_found, price_list_not_readable, price_list_lacks_columns},
     .run = run_check_price_list}};
const Action<TakePriceList, Nothing> take_price_list{
    {.name = "vehicles.take_price_list",
     .needs = catalogue_write,
     .refuses = {price_list_not_found, price_list_not_waiting, price_list_has_errors},
     .run = run_take_price_list}};
const Action<UndoPriceList, Nothing> undo_price_list{{.name = "vehicles.undo_price_list",
                                                      .needs = catalogue_write,
                                                      .refuses = {price_list_not_found, price_list_not_taken},
                                                      .run = run_undo_price_list}};

const View<PriceListsIn, Page<PriceListsRow>> price_lists{
    {.name = "vehicles.price_lists",
     .needs = catalogue_write,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_price_lists}};
const View<PriceListIn, PriceListRecord> price_list{{.name = "vehicles.price_list",
                                                     .needs = catalogue_write,
                                                     .refuses = {price_list_not_found},
                                                     .run = run_price_list}};

}  // namespace forecourt::vehicles
