#pragma once
#include <action/view.h>
#include <modules/vehicles/count/count.h>

namespace forecourt::vehicles {

extern const Action<StartCount, CountStarted> start_count;
extern const Action<ScanCar, CarScanned> scan_car;
extern const Action<ExplainDifferences, Nothing> explain_differences;
extern const Action<CloseCount, Nothing> close_count;

struct CountListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -started_at (default), started_at
};
FORECOURT_STRUCT(CountListIn, limit, after, sort)

struct CountListRow {
    Id<StockCount> id;
    std::string number;
    std::string place;
    StockCountState state{};
    std::int64_t expected{};
    Instant started_at;
    std::string started_by;
    std::optional<Instant> closed_at;
    std::int64_t found{};
    std::int64_t missing{};
    std::int64_t unexpected{};
};
FORECOURT_STRUCT(CountListRow, id, number, place, state, expected, started_at, started_by, closed_at, found,
                 missing, unexpected)

struct CountIn {
    Id<StockCount> count_id;
};
FORECOURT_STRUCT(CountIn, count_id)

struct CountRecord {
    CountRow count;
    std::int64_t found{};
    std::int64_t missing{};
    std::int64_t unexpected{};
    std::int64_t unexplained{};
    std::vector<CountLine> lines;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CountRecord, count, found, missing, unexpected, unexplained, lines, allowed_actions)

extern const View<CountListIn, Page<CountListRow>> count_list;
extern const View<CountIn, CountRecord> count_record;

}  // namespace forecourt::vehicles
