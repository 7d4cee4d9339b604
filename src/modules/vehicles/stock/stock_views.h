#pragma once
#include <action/view.h>
#include <modules/vehicles/stock/ageing.h>

namespace forecourt::vehicles {

struct StockListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<CarState> state;
    std::optional<Id<Model>> model_id;
    std::optional<std::string> series;
    std::optional<std::string> colour;
    std::optional<std::string> vin_tail;
    std::optional<bool> on_the_way;            // or those that have arrived
    std::optional<std::int64_t> min_age_days;  // stands at least so long
    std::optional<std::int64_t> max_age_days;
};
FORECOURT_STRUCT(StockListIn, limit, after, sort, state, model_id, series, colour, vin_tail, on_the_way,
                 min_age_days, max_age_days)

struct StockListRow {
    Id<Car> id;
    Vin vin;
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    CarState state{};
    std::string location;
    std::string key_number;
    std::int64_t mileage_km{};
    std::optional<Plate> plate;
    Instant ordered_at;
    std::optional<Date> expected_on;
    std::optional<Instant> arrived_at;
    std::optional<Id<deals::Deal>> deal_id;
    Money list_price;
    Instant stock_since;
    std::int64_t age_days{};
    bool leaves{};  // an approved transfer takes it away
    std::int64_t open_claims{};
    std::optional<Money> cost;  // this and the next two only for who may see what cars cost
    std::optional<Money> daily_cost;
    std::optional<Money> cost_so_far;
};
FORECOURT_STRUCT(StockListRow, id, vin, model_id, model_name, colour, state, location, key_number, mileage_km,
                 plate, ordered_at, expected_on, arrived_at, deal_id, list_price, stock_since, age_days,
                 leaves, open_claims, cost, daily_cost, cost_so_far)

struct AgeBand {
    std::int64_t min_days{};
    std::optional<std::int64_t> max_days;
    std::int64_t cars{};
    std::optional<Money> cost;
    std::optional<Money> daily_cost;
    std::optional<Money> cost_so_far;
};
FORECOURT_STRUCT(AgeBand, min_days, max_days, cars, cost, daily_cost, cost_so_far)

struct SeriesStock {
    std::string series;
    std::int64_t ordered{};
    std::int64_t in_transit{};
    std::int64_t in_stock{};
    std::int64_t locked{};
    std::int64_t demo{};
    std::int64_t standing_long{};                // past the last but one alert step
    std::int64_t sold_lately{};                  // in thirty days
    std::optional<std::int64_t> days_of_supply;  // cars in stock at the pace of these thirty days
    std::optional<Money> cost;
};
FORECOURT_STRUCT(SeriesStock, series, ordered, in_transit, in_stock, locked, demo, standing_long, sold_lately,
                 days_of_supply, cost)

/// What a manager looks at first: how much stands how long and what it costs.
struct StockBoard {
    std::int64_t ordered{};
    std::int64_t in_transit{};
    std::int64_t in_stock{};
    std::int64_t locked{};
    std::int64_t demo{};
    std::int64_t average_age_days{};
    std::int64_t long_after_days{};
    std::optional<Money> cost;
    std::optional<Money> daily_cost;
    std::optional<Money> cost_so_far;
    std::int64_t annual_basis_points{};
    std::vector<AgeBand> bands;
    std::vector<SeriesStock> series;
};
FORECOURT_STRUCT(StockBoard, ordered, in_transit, in_stock, locked, demo, average_age_days, long_after_days,
                 cost, daily_cost, cost_so_far, annual_basis_points, bands, series)

struct OtherStoresIn {
    std::optional<std::string> series;
};
FORECOURT_STRUCT(OtherStoresIn, series)

/// A free car that stands in another store of the group: enough to ask for it, not what it cost.
struct OtherStoresCar {
    Id<Car> id;
    Id<Store> from_store_id;
    std::string store_name;
    std::string model_code;
    std::string model_name;
    std::string series;
    std::string colour;
    std::string vin_tail;
    Instant stock_since;
    std::int64_t age_days{};
    Money list_price;
};
FORECOURT_STRUCT(OtherStoresCar, id, from_store_id, store_name, model_code, model_name, series, colour,
                 vin_tail, stock_since, age_days, list_price)

struct OtherStoresStock {
    std::vector<OtherStoresCar> rows;
};
FORECOURT_STRUCT(OtherStoresStock, rows)

extern const View<StockListIn, Page<StockListRow>> stock_list;
extern const View<Nothing, StockBoard> stock_board;
extern const View<OtherStoresIn, OtherStoresStock> other_stores_stock;

}  // namespace forecourt::vehicles
