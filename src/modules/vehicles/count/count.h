#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

struct StockCount;

enum class StockCountState { open, closed };
FORECOURT_ENUM(StockCountState, open, closed)

/// Every car that should be here begins as `missing` and becomes `found` when its VIN is scanned; a VIN that
/// should not be here is `unexpected`.
enum class StockCountResult { missing, found, unexpected };
FORECOURT_ENUM(StockCountResult, missing, found, unexpected)

struct CountRow {
    Id<StockCount> id;
    std::string number;
    std::string place;  // empty: the whole store
    StockCountState state{};
    std::int64_t expected{};
    Instant started_at;
    std::string started_by;
    std::optional<Instant> closed_at;
    std::optional<std::string> closed_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(CountRow, id, number, place, state, expected, started_at, started_by, closed_at, closed_by,
                 version)

struct CountLine {
    Vin vin;
    std::string vin_tail;
    std::optional<Id<Car>> car_id;
    std::string title;
    std::string place;  // where it should stand
    StockCountResult result{};
    std::string seen_at_place;
    std::optional<Instant> scanned_at;
    std::optional<std::string> scanned_by;
    std::string reason;
};
FORECOURT_STRUCT(CountLine, vin, vin_tail, car_id, title, place, result, seen_at_place, scanned_at,
                 scanned_by, reason)

struct StartCount {
    std::optional<std::string> place;  // places that begin so: "A区"
};
FORECOURT_STRUCT(StartCount, place)

struct CountStarted {
    Id<StockCount> id;
    std::string number;
    std::int64_t expected{};
};
FORECOURT_STRUCT(CountStarted, id, number, expected)

/// The VIN as scanned from the windscreen, or its last six characters typed.
struct ScanCar {
    Id<StockCount> count_id;
    FilledText code;
    std::optional<std::string> place;
};
FORECOURT_STRUCT(ScanCar, count_id, code, place)

struct CarScanned {
    StockCountResult result{};
    std::string title;
    std::string vin_tail;
    bool again{};             // it was scanned before
    bool in_another_place{};  // found, but not where the books say
};
FORECOURT_STRUCT(CarScanned, result, title, vin_tail, again, in_another_place)

/// The same reason for each of these cars.
struct ExplainDifferences {
    Id<StockCount> count_id;
    std::vector<Vin> vins;
    FilledText reason;
};
FORECOURT_STRUCT(ExplainDifferences, count_id, vins, reason)

struct CloseCount {
    Id<StockCount> count_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CloseCount, count_id, version)

inline constexpr Refusal count_not_found{"count_not_found", RefusalKind::not_found};
inline constexpr Refusal count_is_running{"count_is_running"};
inline constexpr Refusal count_is_closed{"count_is_closed"};
inline constexpr Refusal count_has_nothing_to_count{"count_has_nothing_to_count"};
/// A difference without a reason; the detail `cars` says how many.
inline constexpr Refusal count_has_differences{"count_has_differences"};
inline constexpr Refusal count_line_not_found{"count_line_not_found", RefusalKind::not_found};
inline constexpr Refusal count_line_is_no_difference{"count_line_is_no_difference"};
inline constexpr Refusal code_is_no_vin{"code_is_no_vin", RefusalKind::unprocessable};
/// Two cars end in these six characters: scan the whole VIN.
inline constexpr Refusal code_fits_two_cars{"code_fits_two_cars"};

MaybeRefused may_scan(const CountRow& count);
/// How many differences still want a reason.
std::int64_t unexplained(const std::vector<CountLine>& lines);
MaybeRefused may_close_count(const CountRow& count, const std::vector<CountLine>& lines);
MaybeRefused may_explain(const CountLine& line);

struct ScannedCode {
    std::string whole;  // a VIN, or
    std::string tail;   // six characters
};
/// What was scanned: a whole VIN in any writing, or the last six. Refuses code_is_no_vin.
Result<ScannedCode> read_code(std::string_view code);

}  // namespace forecourt::vehicles
