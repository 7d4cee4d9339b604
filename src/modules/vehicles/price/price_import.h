#pragma once
#include <action/view.h>
#include <modules/vehicles/price/price.h>
#include <tables/table.h>

namespace forecourt::vehicles {

enum class PriceImportState { checked, committed, undone };
FORECOURT_ENUM(PriceImportState, checked, committed, undone)

/// One price list: looked at, then taken in, perhaps taken back.
struct PriceImportFile {
    Id<PriceImport> id;
    FileHash file;
    std::string file_name;
    PriceImportState state{};
    std::int64_t rows{};
    std::int64_t bad_rows{};
    std::int64_t changed_prices{};
    std::int64_t same_prices{};
    Instant checked_at;
    std::string checked_by;
    std::optional<Instant> committed_at;
    std::optional<std::string> committed_by;
    std::optional<Instant> undone_at;
    std::optional<std::string> undone_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(PriceImportFile, id, file, file_name, state, rows, bad_rows, changed_prices, same_prices,
                 checked_at, checked_by, committed_at, committed_by, undone_at, undone_by, version)

/// A row of the file: what it changes, or what is wrong with it (`code`, a key of the words).
struct PriceImportRow {
    std::int64_t row_number{};
    std::string column_name;
    std::string code;
    std::string value;
    std::optional<Id<Model>> model_id;
    std::string model_name;
    std::optional<Money> price_before;
    std::optional<Money> price;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(PriceImportRow, row_number, column_name, code, value, model_id, model_name, price_before,
                 price, valid_from)

struct CheckPriceList {
    FileHash file;
    std::optional<std::string> file_name;
};
FORECOURT_STRUCT(CheckPriceList, file, file_name)

struct PriceListChecked {
    Id<PriceImport> import_id;
    std::int64_t rows{};
    std::int64_t bad_rows{};
    std::int64_t changed_prices{};
    std::int64_t same_prices{};
};
FORECOURT_STRUCT(PriceListChecked, import_id, rows, bad_rows, changed_prices, same_prices)

struct TakePriceList {
    Id<PriceImport> import_id;
    std::optional<bool> skip_bad_rows;
    std::int64_t version{};
};
FORECOURT_STRUCT(TakePriceList, import_id, skip_bad_rows, version)

struct UndoPriceList {
    Id<PriceImport> import_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(UndoPriceList, import_id, version)

inline constexpr Refusal price_list_not_found{"price_list_not_found", RefusalKind::not_found};
/// The file has no column of model codes or none of prices.
inline constexpr Refusal price_list_lacks_columns{"price_list_lacks_columns", RefusalKind::unprocessable};
inline constexpr Refusal price_list_has_errors{"price_list_has_errors"};
inline constexpr Refusal price_list_not_waiting{"price_list_not_waiting"};
inline constexpr Refusal price_list_not_taken{"price_list_not_taken"};
/// The file cannot be read as a table; the detail `problem` says why.
inline constexpr Refusal price_list_not_readable{"price_list_not_readable", RefusalKind::unprocessable};

struct PriceColumns {
    std::vector<std::string> headings;
    std::optional<std::size_t> code;
    std::optional<std::size_t> price;
    std::optional<std::size_t> valid_from;
    std::optional<std::size_t> valid_until;
};
Result<PriceColumns> read_price_columns(const std::vector<std::string>& header);

/// A row as it was written: 车型代码, 指导价（元）, 生效日期, 失效日期.
struct PriceLine {
    std::int64_t row_number{};
    std::string code;
    Money price;
    std::optional<Date> valid_from;
    std::optional<Date> valid_until;
    std::string wrong_column;
    std::string wrong_code;  // empty: nothing is wrong
    std::string wrong_value;
};
PriceLine read_price_line(const PriceColumns& columns, const tables::Row& row);
/// 12.98万, 129,800, 129800.00, ¥129,800元: in fen; nothing when it is no amount.
std::optional<Money> parse_price(std::string_view text);

MaybeRefused may_take(const PriceImportFile& import, bool skip_bad_rows);
MaybeRefused may_undo(const PriceImportFile& import);

extern const Action<CheckPriceList, PriceListChecked> check_price_list;
extern const Action<TakePriceList, Nothing> take_price_list;
extern const Action<UndoPriceList, Nothing> undo_price_list;

struct PriceListsIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -checked_at
};
FORECOURT_STRUCT(PriceListsIn, limit, after, sort)

struct PriceListsRow {
    Id<PriceImport> id;
    std::string file_name;
    PriceImportState state{};
    std::int64_t rows{};
    std::int64_t bad_rows{};
    std::int64_t changed_prices{};
    std::int64_t same_prices{};
    Instant checked_at;
    std::string checked_by;
    std::optional<Instant> committed_at;
    std::optional<Instant> undone_at;
};
FORECOURT_STRUCT(PriceListsRow, id, file_name, state, rows, bad_rows, changed_prices, same_prices, checked_at,
                 checked_by, committed_at, undone_at)

struct PriceListIn {
    Id<PriceImport> import_id;
};
FORECOURT_STRUCT(PriceListIn, import_id)

struct PriceListRecord {
    PriceImportFile import;
    std::vector<PriceImportRow> lines;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(PriceListRecord, import, lines, allowed_actions)

extern const View<PriceListsIn, Page<PriceListsRow>> price_lists;
extern const View<PriceListIn, PriceListRecord> price_list;

}  // namespace forecourt::vehicles
