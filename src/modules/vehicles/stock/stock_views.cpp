#include <modules/vehicles/car/vehicles_car.sql.h>
#include <modules/vehicles/stock/ageing_rules.h>
#include <modules/vehicles/stock/stock_views.h>
#include <modules/vehicles/stock/vehicles_stock.sql.h>
#include <services/access/api.h>

#include <algorithm>
#include <map>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_stock;

constexpr int lately_days = 30;

// The list's parameters as the statement knows them: moments instead of days.
struct StockQuery {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<CarState> state;
    std::optional<Id<Model>> model_id;
    std::optional<std::string> series;
    std::optional<std::string> colour;
    std::optional<std::string> vin_tail;
    std::optional<bool> only_on_the_way;
    std::optional<bool> only_arrived;
    std::optional<Instant> since_until;
    std::optional<Instant> since_after;
};
FORECOURT_STRUCT(StockQuery, limit, after, sort, state, model_id, series, colour, vin_tail, only_on_the_way,
                 only_arrived, since_until, since_after)

struct StoredStock {
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
    Instant stock_since;
    Money cost;
    std::optional<Id<Transfer>> leaves_by_transfer_id;
    Money list_price;
    std::int64_t open_claims{};
};
FORECOURT_STRUCT(StoredStock, id, vin, model_id, model_name, colour, state, location, key_number, mileage_km,
                 plate, ordered_at, expected_on, arrived_at, deal_id, stock_since, cost,
                 leaves_by_transfer_id, list_price, open_claims)

StockListRow row_of(const StoredStock& car, const Context& context) {
    StockListRow row{.id = car.id,
                     .vin = car.vin,
                     .model_id = car.model_id,
                     .model_name = car.model_name,
                     .colour = car.colour,
                     .state = car.state,
                     .location = car.location,
                     .key_number = car.key_number,
                     .mileage_km = car.mileage_km,
                     .plate = car.plate,
                     .ordered_at = car.ordered_at,
                     .expected_on = car.expected_on,
                     .arrived_at = car.arrived_at,
                     .deal_id = car.deal_id,
                     .list_price = car.list_price,
                     .stock_since = car.stock_since,
                     .age_days = car.arrived_at ? days_standing(car.stock_since, context.now()) : 0,
                     .leaves = car.leaves_by_transfer_id.has_value(),
                     .open_claims = car.open_claims};
    if (!context.actor().may(stock_cost_read)) return row;
    const Date financed_on = local_date(car.ordered_at);
    const Date today = local_date(context.now());
    row.cost = car.cost;
    row.daily_cost = daily_cost(floor_plan(), car.cost, financed_on, today);
    row.cost_so_far = capital_cost(floor_plan(), car.cost, financed_on, today);
    return row;
}

Result<Page<StockListRow>> run_stock_list(Context& context, const StockListIn& in) {
    const Date today = local_date(context.now());
    StockQuery query{.limit = in.limit,
                     .after = in.after,
                     .sort = in.sort,
                     .state = in.state,
                     .model_id = in.model_id,
                     .series = in.series,
                     .colour = in.colour,
                     .vin_tail = in.vin_tail,
                     .only_on_the_way = {},
                     .only_arrived = {},
                     .since_until = {},
                     .since_after = {}};
    if (in.on_the_way) (*in.on_the_way ? query.only_on_the_way : query.only_arrived) = true;
    constexpr std::int64_t century = 36'500;
    // At least n days: since before the end of the day n days ago.
    if (in.min_age_days) {
        const auto days = static_cast<int>(std::clamp<std::int64_t>(*in.min_age_days, 0, century));
        query.since_until = local_instant(today + (1 - days)) - Duration{1};
    }
    if (in.max_age_days) {
        const auto days = static_cast<int>(std::clamp<std::int64_t>(*in.max_age_days, 0, century));
        query.since_after = local_instant(today + -days) - Duration{1};
    }
    auto stored = list_page<StoredStock>(context, sql::vehicles_car::list_stock, query, "ordered_at");
    if (!stored) return stored.refused();
    Page<StockListRow> page{.rows = {}, .next = stored->next};
    for (const auto& car : stored->rows) page.rows.push_back(row_of(car, context));
    return page;
}

struct BoardCar {
    Id<Car> id;
    Id<Model> model_id;
    std::string series;
    CarState state{};
    Money cost;
    Instant ordered_at;
    Instant stock_since;
    std::optional<Instant> arrived_at;
};
FORECOURT_STRUCT(BoardCar, id, model_id, series, state, cost, ordered_at, stock_since, arrived_at)

struct SeriesCount {
    std::string series;
    std::int64_t cars{};
};
FORECOURT_STRUCT(SeriesCount, series, cars)

struct Costs {
    Money cost;
    Money daily;
    Money so_far;
    void add(const Costs& more) {
        cost += more.cost;
        daily += more.daily;
        so_far += more.so_far;
    }
};

void count_state(CarState state, std::int64_t& in_transit, std::int64_t& in_stock, std::int64_t& locked,
                 std::int64_t& demo) {
    switch (state) {
        case CarState::in_transit:
            ++in_transit;
            return;
        case CarState::in_stock:
            ++in_stock;
            return;
        case CarState::locked:
            ++locked;
            return;
        case CarState::demo:
            ++demo;
            return;
        case CarState::sold:
        case CarState::customer:
            return;
    }
}

class BoardSums {
  public:
    explicit BoardSums(const Context& context) : context_(context), today_(local_date(context.now())) {
        const auto& bands = plan_.bands;
        for (std::size_t i = 0; i <= bands.size(); ++i) {
            AgeBand band{.min_days = i == 0 ? 0 : bands[i - 1] + 1};
            if (i < bands.size()) band.max_days = bands[i];
            board_.bands.push_back(band);
        }
        band_costs_.resize(board_.bands.size());
        // "Standing long" is what the second step says: the sales manager is warned.
        board_.long_after_days = plan_.steps.size() > 1 ? plan_.steps[1].days : plan_.bands.back();
        for (const auto& rate : plan_.rates) {
            const bool valid =
                rate.valid_from <= today_ && (!rate.valid_until || today_ <= *rate.valid_until);
            if (valid) board_.annual_basis_points = rate.annual_basis_points;
        }
    }

    void add(const BoardCar& car) {
        auto& series = series_[car.series];
        count_state(car.state, board_.in_transit, board_.in_stock, board_.locked, board_.demo);
        count_state(car.state, series.in_transit, series.in_stock, series.locked, series.demo);
        const Date financed_on = local_date(car.ordered_at);
        const Costs costs{car.cost, daily_cost(plan_, car.cost, financed_on, today_),
                          capital_cost(plan_, car.cost, financed_on, today_)};
        all_.add(costs);
        series_cost_[car.series] += car.cost;
        if (!car.arrived_at || car.state == CarState::demo) return;
        const auto days = days_standing(car.stock_since, context_.now());
        const auto band = band_of(plan_, days);
        ++board_.bands[band].cars;
        band_costs_[band].add(costs);
        if (days >= board_.long_after_days) ++series.standing_long;
        days_ += days;
        ++standing_;
    }

    SeriesStock& series(const std::string& name) { return series_[name]; }
    std::int64_t& ordered() { return board_.ordered; }

    StockBoard finished() {
        if (standing_ > 0) board_.average_age_days = (days_ + standing_ / 2) / standing_;
        const bool with_cost = context_.actor().may(stock_cost_read);
        if (with_cost) {
            board_.cost = all_.cost;
            board_.daily_cost = all_.daily;
            board_.cost_so_far = all_.so_far;
            for (std::size_t i = 0; i < band_costs_.size(); ++i) {
                board_.bands[i].cost = band_costs_[i].cost;
                board_.bands[i].daily_cost = band_costs_[i].daily;
                board_.bands[i].cost_so_far = band_costs_[i].so_far;
            }
        }
        for (auto& [name, series] : series_) {
            series.series = name;
            if (series.sold_lately > 0)
                series.days_of_supply = series.in_stock * lately_days / series.sold_lately;
            if (with_cost) series.cost = series_cost_[name];
            board_.series.push_back(series);
        }
        return std::move(board_);
    }

  private:
    const Context& context_;
    Date today_;
    const FloorPlan& plan_ = floor_plan();
    StockBoard board_;
    std::map<std::string, SeriesStock> series_;
    std::map<std::string, Money> series_cost_;
    std::vector<Costs> band_costs_;
    Costs all_;
    std::int64_t days_ = 0;
    std::int64_t standing_ = 0;
};

Result<StockBoard> run_stock_board(Context& context, const Nothing&) {
    auto& db = context.db();
    const auto store = context.store_id();
    BoardSums sums(context);
    for (const auto& car : db::all<BoardCar>(db, statements::stock_cars, {{"store_id", store}}))
        sums.add(car);
    const Instant since = local_instant(local_date(context.now()) + -lately_days);
    for (const auto& sold :
         db::all<SeriesCount>(db, statements::sold_by_series, {{"store_id", store}, {"since", since}})) {
        sums.series(sold.series).sold_lately = sold.cars;
    }
    for (const auto& waiting :
         db::all<SeriesCount>(db, statements::waiting_by_series, {{"store_id", store}})) {
        sums.series(waiting.series).ordered = waiting.cars;
        sums.ordered() += waiting.cars;
    }
    return sums.finished();
}

struct StoredOther {
    Id<Car> id;
    Id<Store> from_store_id;
    std::string model_code;
    std::string model_name;
    std::string series;
    std::string colour;
    std::string vin_tail;
    Instant stock_since;
    Money list_price;
};
FORECOURT_STRUCT(StoredOther, id, from_store_id, model_code, model_name, series, colour, vin_tail,
                 stock_since, list_price)

Result<OtherStoresStock> run_other_stores_stock(Context& context, const OtherStoresIn& in) {
    std::map<Id<Store>, std::string> names;
    for (const auto& store : access::every_store(context.db())) names[store.id] = store.name;
    OtherStoresStock stock;
    for (const auto& car : db::all<StoredOther>(context.db(), statements::other_stores_stock,
                                                db::Params::of(in, {{"store_id", context.store_id()}}))) {
        stock.rows.push_back({.id = car.id,
                              .from_store_id = car.from_store_id,
                              .store_name = names[car.from_store_id],
                              .model_code = car.model_code,
                              .model_name = car.model_name,
                              .series = car.series,
                              .colour = car.colour,
                              .vin_tail = car.vin_tail,
                              .stock_since = car.stock_since,
                              .age_days = days_standing(car.stock_since, context.now()),
                              .list_price = car.list_price});
    }
    return stock;
}

}  // namespace

const View<StockListIn, Page<StockListRow>> stock_list{{.name = "vehicles.stock_list",
                                                        .needs = stock_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_stock_list}};

const View<Nothing, StockBoard> stock_board{
    {.name = "vehicles.stock_board", .needs = stock_read, .refuses = {}, .run = run_stock_board}};

const View<OtherStoresIn, OtherStoresStock> other_stores_stock{{.name = "vehicles.other_stores_stock",
                                                                .needs = stock_read,
                                                                .refuses = {},
                                                                .run = run_other_stores_stock}};

}  // namespace forecourt::vehicles
