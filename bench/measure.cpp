#include <bench/client.h>
#include <bench/floor.h>
#include <bench/measure.h>
#include <bench/served.h>
#include <bench/work.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace forecourt::bench {
namespace {

constexpr int callers_of_points[] = {1, 8, 64, 256};
constexpr std::size_t warm_up = 64;

// So that a round takes about a second, and no more than there are cars ready to be settled.
std::size_t count_of(int callers, const Extent& extent) {
    const std::size_t full = callers == 1 ? 800 : callers == 8 ? 3'000 : 8'000;
    return extent.quick ? full / 2 : full;
}

/// The same data on one of the engines.
struct Base {
    DataSet data;
    Engine engine;
    Place copy(const std::string& name) const { return working_place(data, name, engine); }
};

Figures serve_actions(const Work& work, const Base& base, int callers, std::size_t count) {
    const Served served(base.copy("served"));
    const auto& data = base.data;
    const auto token = served.sign_in(work.login);
    const auto request = [&](std::size_t first) {
        return [&, first](std::size_t number) { return work.request(data, token, first + number); };
    };
    call({.port = served.port(), .callers = 8, .count = warm_up, .seconds = 0, .request = request(0)});
    return call({.port = served.port(),
                 .callers = callers,
                 .count = count,
                 .seconds = 0,
                 .request = request(warm_up)});
}

Figures floor_of_actions(const Recording& recording, const Base& base, int callers, std::size_t count) {
    return write_floor(base.copy("floor"), recording, callers, count);
}

// What takes minutes shows where it is.
void tell(const Work& work, int callers, const Figures& served, const Figures& floor) {
    std::fprintf(stderr, "bench: %s, %d callers: %.0f/s, floor %.0f/s\n", work.title.c_str(), callers,
                 served.per_second, floor.per_second);
}

void measure_action(const Work& work, const Base& base, const Extent& extent,
                    std::vector<BesideFloor>& lines) {
    if (!extent.wants(work.title)) return;
    const auto recording = record(work, base.data, count_of(64, extent));
    if (!recording) return;
    for (const int callers : callers_of_points) {
        const auto count = count_of(callers, extent);
        std::vector<Figures> served, floor;
        std::vector<double> ratios;
        for (int round = 0; round < extent.rounds(); ++round) {
            served.push_back(serve_actions(work, base, callers, count));
            floor.push_back(floor_of_actions(*recording, base, callers, count));
            ratios.push_back(served.back().per_second / floor.back().per_second);
            tell(work, callers, served.back(), floor.back());
        }
        lines.push_back({.title = work.title,
                         .callers = callers,
                         .served = median_of(served),
                         .floor = median_of(floor),
                         .ratio = median_of(ratios)});
    }
}

void measure_view(const Work& work, const Base& base, const Extent& extent, std::vector<BesideFloor>& lines) {
    if (!extent.wants(work.title)) return;
    const auto& data = base.data;
    const auto recording = record(work, data, 2'000);
    if (!recording) return;
    const auto place = base.copy("served");
    const Served served(place);
    const auto token = served.sign_in(work.login);
    const auto request = [&](std::size_t number) { return work.request(data, token, number); };
    call({.port = served.port(), .callers = 8, .count = 500, .seconds = 0, .request = request});
    for (const int callers : callers_of_points) {
        // The program reads on two threads, so its floor does too.
        const int threads = callers == 1 ? 1 : 2;
        const auto ask = [&](const std::function<std::string(std::size_t)>& one) {
            return call({.port = served.port(),
                         .callers = callers,
                         .count = 0,
                         .seconds = extent.seconds() / 2,
                         .request = one});
        };
        std::vector<Figures> over_http, floor, empty;
        std::vector<double> ratios, with_socket;
        for (int round = 0; round < extent.rounds(); ++round) {
            over_http.push_back(ask(request));
            floor.push_back(read_floor(place, *recording, threads, extent.seconds() / 2));
            empty.push_back(ask([&](std::size_t) { return get_request("/healthz", token); }));
            ratios.push_back(over_http.back().per_second / floor.back().per_second);
            with_socket.push_back(over_http.back().per_second *
                                  (1 / floor.back().per_second + 1 / empty.back().per_second));
            tell(work, callers, over_http.back(), floor.back());
        }
        lines.push_back({.title = work.title,
                         .callers = callers,
                         .served = median_of(over_http),
                         .floor = median_of(floor),
                         .ratio = median_of(ratios),
                         .empty = median_of(empty),
                         .ratio_with_socket = median_of(with_socket)});
    }
}

/// A served data set and how far its actions have come.
struct Side {
    DataSet data;
    Served served;
    std::size_t next = 0;

    Side(const DataSet& data, const Place& place) : data(data), served(place) {}
    Figures run(const Work& work, int callers, const Extent& extent) {
        const auto token = served.sign_in(work.login);
        const std::size_t first = next;
        const std::size_t count = work.is_action ? 1'500 : 0;
        next += count;
        return call(
            {.port = served.port(),
             .callers = callers,
             .count = count,
             .seconds = extent.seconds() / 2,
             .request = [&](std::size_t number) { return work.request(data, token, first + number); }});
    }
};

void measure_sizes_of(const Work& work, Side& few, Side& many, const Extent& extent,
                      std::vector<BesideSize>& lines) {
    const std::vector<int> points = work.is_action ? std::vector{64} : std::vector{1, 64};
    few.next = many.next = 0;
    for (const int callers : points) {
        std::vector<double> of_few, of_many, times;
        // The first round warms both.
        for (int round = 0; round <= extent.rounds(); ++round) {
            const double with_few = few.run(work, callers, extent).per_second;
            const double with_many = many.run(work, callers, extent).per_second;
            if (round == 0) continue;
            of_few.push_back(with_few);
            of_many.push_back(with_many);
            times.push_back(with_few / with_many);
        }
        lines.push_back({.title = work.title,
                         .callers = callers,
                         .few_per_second = median_of(of_few),
                         .many_per_second = median_of(of_many),
                         .times = median_of(times)});
    }
}

bool is_there(const Work& work, const Side& side) {
    const auto description =
        call_once(side.served.port(), get_request("/api/openapi.json", side.served.sign_in(work.login)));
    return description.find("\"" + work.path() + "\"") != std::string::npos;
}

}  // namespace

void tell_statements(const Extent& extent) {
    const auto data = prepared_data(extent.quick ? few_orders : many_orders);
    for (const auto& work : {register_arrival(), settle_order(), order_list(), order_record()}) {
        const auto recording = record(work, data, 2'000);
        if (!recording) continue;
        std::printf("## %s\n", work.title.c_str());
        const auto folder = working_copy(data, "floor");
        for (const auto& cost : statement_costs(folder + "/forecourt.sqlite", *recording, work.is_action)) {
            std::printf("%8.1f us %6.2f times %s %s\n", cost.us_per_group, cost.times_per_group,
                        cost.scan.c_str(), cost.text.substr(0, 150).c_str());
        }
    }
}

std::vector<BesideFloor> measure_actions(const Extent& extent, Engine engine) {
    const Base base{.data = prepared_data(few_orders), .engine = engine};
    std::vector<BesideFloor> lines;
    measure_action(register_arrival(), base, extent, lines);
    measure_action(settle_order(), base, extent, lines);
    for (const auto& work : sales_works()) {
        if (work.is_action) measure_action(work, base, extent, lines);
    }
    return lines;
}

std::vector<BesideFloor> measure_views(const Extent& extent, Engine engine) {
    const Base base{.data = prepared_data(few_orders), .engine = engine};
    std::vector<BesideFloor> lines;
    measure_view(order_list(), base, extent, lines);
    measure_view(order_record(), base, extent, lines);
    for (const auto& work : sales_works()) {
        if (!work.is_action) measure_view(work, base, extent, lines);
    }
    return lines;
}

std::vector<BesideSize> measure_sizes(std::int64_t orders, const Extent& extent) {
    std::vector<BesideSize> lines;
    const auto some = prepared_data(few_orders), more = prepared_data(orders);
    Side few(some, working_place(some, "few", Engine::sqlite));
    Side many(more, orders == huge_orders ? the_data_itself(more, "many")
                                          : working_place(more, "many", Engine::sqlite));
    std::vector<Work> works{order_list(), order_record(), register_arrival(), settle_order()};
    for (auto& work : sales_works()) works.push_back(std::move(work));
    // Views first: those who are registered as arrivals all stand in the showroom afterwards.
    std::stable_partition(works.begin(), works.end(), [](const Work& work) { return !work.is_action; });
    // Of ten million orders a single day has ten times the cases that the funnel counts in the others.
    if (orders > many_orders)
        std::erase_if(works, [](const Work& work) { return work.name == "leads.funnel"; });
    for (const auto& work : works) {
        if (extent.wants(work.title) && is_there(work, few)) measure_sizes_of(work, few, many, extent, lines);
    }
    return lines;
}

std::vector<Start> measure_starts(const Extent& extent) {
    std::vector<Start> starts;
    std::vector<std::int64_t> sizes{few_orders};
    if (!extent.quick) sizes.push_back(many_orders);
    for (const auto orders : sizes) {
        const auto data = prepared_data(orders);
        const auto folder = working_copy(data, "served");
        std::vector<double> seconds;
        Start start{.orders = orders};
        for (int round = 0; round < std::max(3, extent.rounds()); ++round) {
            const Served served(Place{.folder = folder, .postgresql_url = {}});
            seconds.push_back(served.start_seconds());
            start.memory_at_start = served.memory();
            const auto work = order_record();
            const auto token = served.sign_in(work.login);
            call({.port = served.port(),
                  .callers = 64,
                  .count = 4'000,
                  .seconds = 0,
                  .request = [&](auto number) { return work.request(data, token, number); }});
            start.memory_after_work = served.memory();
        }
        start.seconds = median_of(seconds);
        start.database_bytes =
            static_cast<std::int64_t>(std::filesystem::file_size(folder + "/forecourt.sqlite"));
        starts.push_back(start);
    }
    return starts;
}

}  // namespace forecourt::bench
