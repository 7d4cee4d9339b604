#include <modules/customers/import/import_actions.h>

#include <modules/customers/customer/customer_rules.h>
#include <modules/customers/customer/customer_store.h>
#include <modules/customers/import/import_known.h>
#include <modules/customers/import/import_rules.h>
#include <modules/customers/import/import_store.h>
#include <services/files/api.h>

namespace forecourt::customers {
namespace {

constexpr std::size_t most_rows = 50'000;      // one import is one transaction
constexpr std::size_t most_kept_errors = 500;  // nobody reads more of them
constexpr std::size_t most_shown_errors = 100;

struct ImportEvent {
    std::string file_name;
    std::int64_t new_customers{};
    std::int64_t known_customers{};
    std::int64_t cars{};
    std::int64_t bad_rows{};
};
FORECOURT_STRUCT(ImportEvent, file_name, new_customers, known_customers, cars, bad_rows)

struct UndoEvent {
    std::string file_name;
    std::int64_t removed_customers{};
    std::int64_t removed_cars{};
    std::int64_t kept_customers{};
};
FORECOURT_STRUCT(UndoEvent, file_name, removed_customers, removed_cars, kept_customers)

/// A file as far as it can be judged without the store's own records.
struct FileRead {
    ImportColumns columns;
    std::vector<ImportRow> rows;  // the good ones
    std::vector<ImportError> errors;
    std::int64_t row_count{};
};

Refusal table_refusal(tables::TableProblem problem) {
    for (const auto& refusal : {table_is_empty, table_is_old_excel, table_is_protected, table_is_damaged,
                                table_is_too_large, table_quote_is_unclosed}) {
        if (refusal.name == tables::name_of(problem)) return refusal;
    }
    return file_is_not_a_table;
}

Result<FileRead> read_file(const std::string& bytes, const std::string& file_name) {
    FileRead file;
    MaybeRefused refused;
    SeenInFile seen;
    const auto on_header = [&](const tables::TableInfo& info) {
        auto columns = read_columns(info.header);
        if (columns) {
            file.columns = std::move(*columns);
        } else {
            refused = columns.refused();
        }
    };
    const auto on_row = [&](const tables::Row& row) {
        if (refused) return false;
        ++file.row_count;
        const auto before = file.errors.size();
        auto read = read_row(file.columns, row, file.errors);
        if (file.errors.size() == before) check_repetition(file.columns, read, seen, file.errors);
        if (file.errors.size() == before) file.rows.push_back(std::move(read));
        return true;
    };
    const auto read =
        tables::read_table(bytes, file_name, {.max_rows = most_rows}, {.header = on_header, .row = on_row});
    if (read.problem) return with(table_refusal(*read.problem), "row", std::to_string(read.problem_row));
    if (refused) return *refused;
    if (file.row_count == 0) return table_is_empty;
    return file;
}

/// What the store knows already of a row.
struct Known {
    std::optional<Id<Customer>> customer;
    bool car = false;
};

/// Nothing when the store's own records speak against the row: its car is somebody else's, or its plate on
/// another.
std::optional<Known> known_of_row(const KnownToStore& store, const FileRead& file, const ImportRow& row,
                                  std::vector<ImportError>& errors) {
    const auto wrong = [&](ImportField field, const Refusal& refusal, const std::string& value) {
        errors.push_back({.row_number = row.number,
                          .column_name = file.columns.headings[file.columns.at.at(field)],
                          .code = std::string(refusal.name),
                          .value = value});
        return std::nullopt;
    };
    Known known{.customer = store.customer(row)};
    if (!row.vin) return known;
    if (const auto* car = store.car_with(*row.vin)) {
        if (!known.customer || car->customer_id != known.customer) {
            return wrong(ImportField::vin, vehicles::car_belongs_to_another, row.vin->text);
        }
        known.car = true;
    }
    if (!row.plate) return known;
    const auto* other = store.car_with(*row.plate);
    if (other && other->vin != *row.vin)
        return wrong(ImportField::plate, vehicles::plate_taken, row.plate->text);
    return known;
}

std::int64_t bad_row_count(const std::vector<ImportError>& errors) {
    std::set<std::int64_t> rows;
    for (const auto& error : errors) rows.insert(error.row_number);
    return static_cast<std::int64_t>(rows.size());
}

Result<ImportChecked> run_import_dry_run(Tx& tx, const ImportDryRun& in) {
    if (!files::file_exists(tx.db(), tx.store_id(), in.file)) return files::file_not_found;
    const std::string file_name = in.file_name.value_or("");
    auto file = read_file(files::file_bytes(in.file), file_name);
    if (!file) return file.refused();
    ImportFile import;
    import.id = tx.new_id<Import>();
    import.file = in.file;
    import.file_name = file_name;
    import.rows = file->row_count;
    import.checked_at = tx.now();
    import.checked_by = tx.actor().name;
    const KnownToStore store(tx.db(), tx.store_id());
    std::set<std::string> new_phones;
    for (const auto& row : file->rows) {
        const auto known = known_of_row(store, *file, row, file->errors);
        if (!known) continue;
        const bool seen = row.phone && !new_phones.insert(row.phone->text).second;
        if (!seen) ++(known->customer ? import.known_customers : import.new_customers);
        if (row.vin) ++import.cars;
    }
    import.bad_rows = bad_row_count(file->errors);
    insert_import(tx, import);
    std::sort(file->errors.begin(), file->errors.end(),
              [](const ImportError& a, const ImportError& b) { return a.row_number < b.row_number; });
    if (file->errors.size() > most_kept_errors) file->errors.resize(most_kept_errors);
    for (const auto& error : file->errors) insert_import_error(tx, import.id, error);
    tx.emit(
        "customers.import_checked", {{"customer_import", import.id}},
        ImportEvent{file_name, import.new_customers, import.known_customers, import.cars, import.bad_rows});

    ImportChecked checked{.import_id = import.id,
                          .rows = import.rows,
                          .bad_rows = import.bad_rows,
                          .new_customers = import.new_customers,
                          .known_customers = import.known_customers,
                          .cars = import.cars,
                          .columns = {},
                          .errors = std::move(file->errors)};
    if (checked.errors.size() > most_shown_errors) checked.errors.resize(most_shown_errors);
    for (const auto& heading : file->columns.headings) {
        const auto field = field_of_heading(heading);
        checked.columns.push_back({heading, field ? std::string(name_of(*field)) : std::string{}});
    }
    return checked;
}

Id<Customer> insert_imported(Tx& tx, Id<Import> import, const ImportRow& row) {
    CustomerRow customer;
    customer.id = tx.new_id<Customer>();
    customer.name = name_or_tail(row.name, row.phone);
    customer.company = row.company;
    customer.gender = row.gender;
    if (row.phone) seal_phone(customer, *row.phone);
    if (row.identity_number) seal_identity_number(customer, *row.identity_number);
    customer.email = row.email;
    customer.address = row.address;
    customer.note = row.note;
    customer.source = CustomerSource::imported;
    customer.created_at = tx.now();
    customer.created_by = tx.actor().name;
    customer.import_id = import;
    insert_customer(tx, customer);
    return customer.id;
}

// The models of the catalogue by their names, so that a car of ours is tied to its model.
std::map<std::string, Id<vehicles::Model>> models_by_name(Tx& tx) {
    std::map<std::string, Id<vehicles::Model>> models;
    for (const auto& model : vehicles::models_on_offer(tx.db(), tx.store_id())) models[model.name] = model.id;
    return models;
}

Result<ImportCommitted> run_import_commit(Tx& tx, const ImportCommit& in) {
    auto import = load_import(tx.db(), tx.store_id(), in.import_id);
    if (!import) return import_not_found;
    const bool skip_bad_rows = in.skip_bad_rows.value_or(false);
    if (auto no = may_commit(*import, skip_bad_rows)) return *no;
    auto file = read_file(files::file_bytes(import->file), import->file_name);
    if (!file) return file.refused();
    const auto models = models_by_name(tx);
    KnownToStore store(tx.db(), tx.store_id());
    ImportCommitted done;
    std::set<Id<Customer>> met;
    for (const auto& row : file->rows) {
        // The store went on working since the file was looked at.
        const auto known = known_of_row(store, *file, row, file->errors);
        if (!known) continue;
        auto customer = known->customer;
        if (!customer) {
            customer = insert_imported(tx, import->id, row);
            store.add(row, *customer);
            ++done.new_customers;
            met.insert(*customer);
        } else if (met.insert(*customer).second) {
            ++done.known_customers;
        }
        if (!row.vin || known->car) continue;
        const auto model = models.find(row.model);
        const auto car = vehicles::add_imported_car(
            tx, {.vin = *row.vin,
                 .model_id = model == models.end() ? std::optional<Id<vehicles::Model>>{} : model->second,
                 .model_text = row.model,
                 .plate = row.plate,
                 .colour = row.colour,
                 .customer_id = *customer,
                 .mileage_km = row.mileage_km,
                 .first_registered = row.first_registered});
        ++done.cars;
        insert_import_car(tx, import->id, car);
    }
    done.skipped_rows = bad_row_count(file->errors);
    if (done.skipped_rows > 0 && !skip_bad_rows) {
        return with(import_has_errors, "rows", std::to_string(done.skipped_rows));
    }
    import->state = ImportState::committed;
    import->new_customers = done.new_customers;
    import->known_customers = done.known_customers;
    import->cars = done.cars;
    import->committed_at = tx.now();
    import->committed_by = tx.actor().name;
    update_import(tx, *import);
    tx.emit("customers.import_committed", {{"customer_import", import->id}},
            ImportEvent{import->file_name, done.new_customers, done.known_customers, done.cars,
                        done.skipped_rows});
    return done;
}

Result<ImportUndone> run_import_undo(Tx& tx, const ImportUndo& in) {
    auto import = load_import(tx.db(), tx.store_id(), in.import_id);
    if (!import) return import_not_found;
    if (auto no = may_undo(*import)) return *no;
    ImportUndone undone;
    for (const auto car : cars_of_import(tx.db(), tx.store_id(), import->id)) {
        if (vehicles::take_back_customer_car(tx, car)) ++undone.removed_cars;
    }
    for (const auto customer : untouched_customers(tx.db(), tx.store_id(), import->id)) {
        // A customer whose car has been worked on stays with it.
        if (!vehicles::cars_of_customer(tx.db(), tx.store_id(), customer).empty()) continue;
        if (remove_untouched_customer(tx, customer)) ++undone.removed_customers;
    }
    undone.kept_customers = count_customers(tx.db(), tx.store_id(), import->id) - undone.removed_customers;
    import->state = ImportState::undone;
    import->undone_at = tx.now();
    import->undone_by = tx.actor().name;
    update_import(tx, *import);
    tx.emit(
        "customers.import_undone", {{"customer_import", import->id}},
        UndoEvent{import->file_name, undone.removed_customers, undone.removed_cars, undone.kept_customers});
    return undone;
}

}  // namespace

const Action<ImportDryRun, ImportChecked> import_dry_run{
    {.name = "customers.import_dry_run",
     .needs = import_write,
     .refuses = {files::file_not_found, table_is_empty, file_is_not_a_table, table_is_old_excel,
                 table_is_protected, table_is_damaged, table_is_too_large, table_quote_is_unclosed,
                 import_column_twice, import_has_no_name_or_phone_column},
     .run = run_import_dry_run}};

const Action<ImportCommit, ImportCommitted> import_commit{
    {.name = "customers.import_commit",
     .needs = import_write,
     .refuses = {import_not_found, import_not_waiting, import_has_errors},
     .run = run_import_commit}};

const Action<ImportUndo, ImportUndone> import_undo{{.name = "customers.import_undo",
                                                    .needs = import_write,
                                                    .refuses = {import_not_found, import_not_committed},
                                                    .run = run_import_undo}};

}  // namespace forecourt::customers
