#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/count/count_actions.h>
#include <modules/vehicles/count/vehicles_count.sql.h>
#include <services/numbering/api.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_count;

struct CountEvent {
    std::string number;
    std::int64_t expected{};
    std::int64_t missing{};
    std::int64_t unexpected{};
};
FORECOURT_STRUCT(CountEvent, number, expected, missing, unexpected)

std::optional<CountRow> load_count(db::Connection& db, Id<Store> store, Id<StockCount> id) {
    return db::first<CountRow>(db, statements::find_count, {{"store_id", store}, {"id", id}});
}

std::vector<CountLine> lines_of(db::Connection& db, Id<Store> store, Id<StockCount> id) {
    return db::all<CountLine>(db, statements::lines_of_count, {{"store_id", store}, {"count_id", id}});
}

std::int64_t lines_with(const std::vector<CountLine>& lines, StockCountResult result) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const CountLine& line) { return line.result == result; });
}

db::Params place_params(Tx& tx, const std::string& place) {
    db::Params params{{"store_id", tx.store_id()}};
    if (!place.empty()) {
        params.add({"place", place});
        params.add({"place_length", static_cast<std::int64_t>(character_count(place))});
    }
    return params;
}

Result<CountStarted> run_start_count(Tx& tx, const StartCount& in) {
    if (db::number(tx.db(), statements::count_open, {{"store_id", tx.store_id()}}) != 0)
        return count_is_running;
    const std::string place(trimmed(in.place.value_or("")));
    const auto expected =
        db::number(tx.db(), statements::count_expected, place_params(tx, place)).value_or(0);
    if (expected == 0) return count_has_nothing_to_count;
    const CountRow count{.id = tx.new_id<StockCount>(),
                         .number = numbering::next_number(tx, "SC"),
                         .place = place,
                         .state = StockCountState::open,
                         .expected = expected,
                         .started_at = tx.now(),
                         .started_by = tx.actor().name};
    db::send(tx.db(), statements::insert_count, db::Params::of(count, {{"store_id", tx.store_id()}}));
    auto params = place_params(tx, place);
    params.add({"count_id", count.id});
    db::send(tx.db(), statements::insert_expected, params);
    tx.emit("vehicles.count_started", {{"stock_count", count.id}},
            CountEvent{count.number, expected, expected, 0});
    return CountStarted{count.id, count.number, expected};
}

Result<CountRow> load_open(Tx& tx, Id<StockCount> id) {
    const auto count = load_count(tx.db(), tx.store_id(), id);
    if (!count) return count_not_found;
    if (auto no = may_scan(*count)) return *no;
    return *count;
}

void update_line(Tx& tx, Id<StockCount> count, const CountLine& line) {
    db::send(tx.db(), statements::update_line,
             db::Params::of(line, {{"store_id", tx.store_id()}, {"count_id", count}}));
}

// A VIN that should not be here: of a car of ours in another state, or of one nobody knows.
CountLine unexpected_line(Tx& tx, const Vin& vin) {
    CountLine line{.vin = vin, .vin_tail = vin_tail(vin), .result = StockCountResult::unexpected};
    if (const auto car = find_car_by_vin(tx.db(), tx.store_id(), vin)) {
        line.car_id = car->id;
        line.title = car->model_name + " " + car->colour;
        line.place = car->location;
    }
    return line;
}

Result<CarScanned> run_scan_car(Tx& tx, const ScanCar& in) {
    const auto count = load_open(tx, in.count_id);
    if (!count) return count.refused();
    const auto code = read_code(in.code.text);
    if (!code) return code.refused();
    db::Params params{{"store_id", tx.store_id()}, {"count_id", count->id}};
    params.add(code->whole.empty() ? db::Param("vin_tail", code->tail) : db::Param("vin", code->whole));
    auto lines = db::all<CountLine>(tx.db(), statements::lines_of_count, params);
    if (lines.size() > 1) return code_fits_two_cars;
    if (lines.empty() && code->whole.empty()) return code_is_no_vin;
    const bool is_new = lines.empty();
    auto line = is_new ? unexpected_line(tx, {code->whole}) : lines.front();
    const bool again = line.scanned_at.has_value();
    if (line.result == StockCountResult::missing) line.result = StockCountResult::found;
    line.scanned_at = tx.now();
    line.scanned_by = tx.actor().name;
    line.seen_at_place = trimmed(in.place.value_or(""));
    if (line.result == StockCountResult::found) line.reason.clear();
    if (is_new) {
        db::send(tx.db(), statements::insert_line,
                 db::Params::of(line, {{"store_id", tx.store_id()}, {"count_id", count->id}}));
    } else {
        update_line(tx, count->id, line);
    }
    return CarScanned{.result = line.result,
                      .title = line.title,
                      .vin_tail = line.vin_tail,
                      .again = again,
                      .in_another_place = line.result == StockCountResult::found &&
                                          !line.seen_at_place.empty() && line.seen_at_place != line.place};
}

Result<Nothing> run_explain_differences(Tx& tx, const ExplainDifferences& in) {
    const auto count = load_open(tx, in.count_id);
    if (!count) return count.refused();
    if (in.vins.empty()) return count_line_not_found;
    for (const auto& vin : in.vins) {
        auto line =
            db::first<CountLine>(tx.db(), statements::lines_of_count,
                                 {{"store_id", tx.store_id()}, {"count_id", count->id}, {"vin", vin}});
        if (!line) return count_line_not_found;
        if (auto no = may_explain(*line)) return *no;
        line->reason = in.reason.text;
        update_line(tx, count->id, *line);
    }
    return Nothing{};
}

Result<Nothing> run_close_count(Tx& tx, const CloseCount& in) {
    auto count = load_count(tx.db(), tx.store_id(), in.count_id);
    if (!count) return count_not_found;
    const auto lines = lines_of(tx.db(), tx.store_id(), count->id);
    if (auto no = may_close_count(*count, lines)) return *no;
    count->state = StockCountState::closed;
    count->closed_at = tx.now();
    count->closed_by = tx.actor().name;
    count->version = in.version;
    db::execute_one(tx.db(), statements::update_count, db::Params::of(*count, {{"store_id", tx.store_id()}}));
    tx.emit("vehicles.count_closed", {{"stock_count", count->id}},
            CountEvent{count->number, count->expected, lines_with(lines, StockCountResult::missing),
                       lines_with(lines, StockCountResult::unexpected)});
    return Nothing{};
}

Result<Page<CountListRow>> run_count_list(Context& context, const CountListIn& in) {
    return list_page<CountListRow>(context, statements::list_counts, in, "-started_at");
}

Result<CountRecord> run_count_record(Context& context, const CountIn& in) {
    const auto count = load_count(context.db(), context.store_id(), in.count_id);
    if (!count) return count_not_found;
    CountRecord record{.count = *count, .lines = lines_of(context.db(), context.store_id(), count->id)};
    record.found = lines_with(record.lines, StockCountResult::found);
    record.missing = lines_with(record.lines, StockCountResult::missing);
    record.unexpected = lines_with(record.lines, StockCountResult::unexpected);
    record.unexplained = unexplained(record.lines);
    allow(record.allowed_actions, context, scan_car, may_scan(*count));
    allow(record.allowed_actions, context, close_count, may_close_count(*count, record.lines));
    return record;
}

}  // namespace

const Action<StartCount, CountStarted> start_count{{.name = "vehicles.start_count",
                                                    .needs = stock_write,
                                                    .refuses = {count_is_running, count_has_nothing_to_count},
                                                    .run = run_start_count}};
const Action<ScanCar, CarScanned> scan_car{
    {.name = "vehicles.scan_car",
     .needs = stock_write,
     .refuses = {count_not_found, count_is_closed, code_is_no_vin, code_fits_two_cars},
     .run = run_scan_car}};
const Action<ExplainDifferences, Nothing> explain_differences{
    {.name = "vehicles.explain_differences",
     .needs = stock_write,
     .refuses = {count_not_found, count_is_closed, count_line_not_found, count_line_is_no_difference},
     .run = run_explain_differences}};
const Action<CloseCount, Nothing> close_count{
    {.name = "vehicles.close_count",
     .needs = stock_write,
     .refuses = {count_not_found, count_is_closed, count_has_differences},
     .run = run_close_count}};

const View<CountListIn, Page<CountListRow>> count_list{{.name = "vehicles.count_list",
                                                        .needs = stock_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_count_list}};
const View<CountIn, CountRecord> count_record{{.name = "vehicles.count_record",
                                               .needs = stock_read,
                                               .refuses = {count_not_found},
                                               .run = run_count_record}};

}  // namespace forecourt::vehicles
