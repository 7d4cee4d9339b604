#include <bench/marks.h>
#include <bench/measure.h>
#include <bench/recording.h>
#include <bench/streams.h>

#include <ctime>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <thread>

namespace forecourt::bench {
namespace {

void print(const std::vector<BesideFloor>& lines) {
    std::printf(
        "| what | callers | over HTTP, 1/s | p50 ms | p99 ms | floor, 1/s | floor p50 | floor p99 "
        "| of the floor | an empty answer, 1/s | of floor and empty answer |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (const auto& line : lines) {
        std::printf("| %s | %d | %.0f | %.2f | %.2f | %.0f | %.2f | %.2f | **%.0f %%** |", line.title.c_str(),
                    line.callers, line.served.per_second, line.served.p50_ms, line.served.p99_ms,
                    line.floor.per_second, line.floor.p50_ms, line.floor.p99_ms, line.ratio * 100);
        if (line.empty) {
            std::printf(" %.0f | **%.0f %%** |\n", line.empty->per_second, line.ratio_with_socket * 100);
        } else {
            std::printf(" | |\n");
        }
    }
    std::printf("\n");
    std::fflush(stdout);
}

void print(const std::vector<BesideSize>& lines, const char* many) {
    std::printf(
        "| what | callers | 10,000 orders, 1/s | %s orders, 1/s | times slower |\n"
        "| --- | ---: | ---: | ---: | ---: |\n",
        many);
    for (const auto& line : lines) {
        std::printf("| %s | %d | %.0f | %.0f | **%.2f** |\n", line.title.c_str(), line.callers,
                    line.few_per_second, line.many_per_second, line.times);
    }
    std::printf("\n");
    std::fflush(stdout);
}

void print(const std::vector<Start>& lines) {
    std::printf(
        "| repair orders | database | start until ready | memory then | memory after 4,000 records |\n"
        "| ---: | ---: | ---: | ---: | ---: |\n");
    for (const auto& line : lines) {
        std::printf("| %lld | %.0f MB | **%.2f s** | **%.0f MB** | %.0f MB |\n",
                    static_cast<long long>(line.orders), static_cast<double>(line.database_bytes) / 1e6,
                    line.seconds, static_cast<double>(line.memory_at_start) / 1e6,
                    static_cast<double>(line.memory_after_work) / 1e6);
    }
    std::printf("\n");
    std::fflush(stdout);
}

void print(const std::vector<Mark>& marks) {
    std::printf(
        "| what | callers | over HTTP, 1/s | p50 ms | p99 ms | to be reached | |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for (const auto& mark : marks) {
        std::printf("| %s | %d | %.0f | %.2f | %.2f | ", mark.title.c_str(), mark.callers,
                    mark.served.per_second, mark.served.p50_ms, mark.served.p99_ms);
        if (mark.least_per_second > 0) std::printf("%.0f/s", mark.least_per_second);
        if (mark.longest_p50_ms > 0) std::printf("p50 of %.0f ms", mark.longest_p50_ms);
        std::printf(" | %s |\n", mark.is_reached() ? "reached" : "**missed**");
    }
    std::printf("\n");
    std::fflush(stdout);
}

void print(const Streams& streams) {
    std::printf(
        "| live streams | memory without | memory with | of each | one event, answered | all told |\n"
        "| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| %d | %.0f MB | %.0f MB | **%.1f KB** | %.1f ms | **%.1f ms** |\n\n",
        streams.streams, static_cast<double>(streams.memory_before) / 1e6,
        static_cast<double>(streams.memory_with) / 1e6,
        static_cast<double>(streams.memory_with - streams.memory_before) / 1e3 / streams.streams,
        streams.answered_ms, streams.all_told_ms);
    std::fflush(stdout);
}

}  // namespace
}  // namespace forecourt::bench

// forecourt_bench [quick] [actions|views|marks|sizes|start|streams ...]: without names, all six tables.
// "of TEXT" behind them: only the works whose title has it in it.
// forecourt_bench [quick] mix: a store with a million orders behind it at work.
// forecourt_bench [quick] huge: ten thousand orders beside ten million, which take an hour to make and 43 GB.
// forecourt_bench [quick] statements: what each statement costs by itself.
int main(int argc, char** argv) {
    using namespace forecourt::bench;
    std::vector<std::string> parts(argv + 1, argv + argc);
    Extent extent;
    extent.quick = std::erase(parts, "quick") > 0;
    if (const auto of = std::ranges::find(parts, "of"); of != parts.end() && of + 1 != parts.end()) {
        extent.only = *(of + 1);
        parts.erase(of, of + 2);
    }
    const auto wanted = [&](const char* part) {
        return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    listen_to_sqlite();
    try {
        if (!parts.empty() && parts.front() == "statements") return tell_statements(extent), 0;
        const std::time_t now = std::time(nullptr);
        char date[16];
        std::strftime(date, sizeof date, "%Y-%m-%d", std::gmtime(&now));
        std::printf("%s, %u cores, %d rounds, medians\n\n", date, std::thread::hardware_concurrency(),
                    extent.rounds());
        if (!parts.empty() && parts.front() == "mix") return play_mix(extent), 0;
        if (!parts.empty() && parts.front() == "huge")
            return print(measure_sizes(huge_orders, extent), "10,000,000"), 0;
        if (wanted("actions")) print(measure_actions(extent, Engine::sqlite));
        if (wanted("views")) print(measure_views(extent, Engine::sqlite));
        if (wanted("marks")) print(measure_marks(extent, Engine::sqlite));
        if (has_postgresql()) {
            std::printf("On PostgreSQL, on the same machine:\n\n");
            if (wanted("actions")) print(measure_actions(extent, Engine::postgresql));
            if (wanted("views")) print(measure_views(extent, Engine::postgresql));
            if (wanted("marks")) print(measure_marks(extent, Engine::postgresql));
        }
        if (wanted("sizes") && !extent.quick) print(measure_sizes(many_orders, extent), "1,000,000");
        if (wanted("start")) print(measure_starts(extent));
        if (wanted("streams")) print(measure_streams(extent));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
