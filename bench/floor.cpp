#include <bench/floor.h>
#include <bench/sqlite_player.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace forecourt::bench {
namespace {

using Clock = std::chrono::steady_clock;

double ns_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::nano>(to - from).count();
}

/// Where the caller and the writer meet.
struct Meeting {
    std::mutex mutex;
    std::condition_variable asked, answered;
    std::vector<Clock::time_point> waiting, done;
    bool over = false;
};

void write_groups(Player& player, Meeting& meeting, std::vector<double>& latencies) {
    std::size_t next = 0;
    int groups = 0;
    for (;;) {
        std::vector<Clock::time_point> group;
        {
            std::unique_lock lock(meeting.mutex);
            meeting.asked.wait(lock, [&] { return meeting.over || !meeting.waiting.empty(); });
            if (meeting.waiting.empty()) return;
            group.swap(meeting.waiting);
        }
        player.begin();
        for (std::size_t i = 0; i < group.size(); ++i) player.play(next++, nullptr);
        player.commit();
        const auto now = Clock::now();
        for (const auto since : group) latencies.push_back(ns_between(since, now));
        {
            const std::lock_guard guard(meeting.mutex);
            meeting.done.insert(meeting.done.end(), group.begin(), group.end());
        }
        meeting.answered.notify_one();
        if (++groups % 200 == 0) player.checkpoint();
    }
}

std::unique_ptr<Player> player_on(const Place& place, const Recording& recording, PlainDb::Use use) {
    if (place.postgresql_url.empty())
        return sqlite_player(place.folder + "/forecourt.sqlite", recording, use);
    return postgresql_player(place.postgresql_url, recording);
}

}  // namespace

Figures write_floor(const Place& place, const Recording& recording, int callers, std::size_t count) {
    const auto player = player_on(place, recording, PlainDb::Use::write);
    Meeting meeting;
    std::vector<double> latencies;
    const std::size_t all = std::min(count, recording.groups());
    const auto began = Clock::now();
    std::thread writer([&] { write_groups(*player, meeting, latencies); });
    std::size_t asked = 0, answered = 0, free = static_cast<std::size_t>(callers);
    while (answered < all) {
        std::unique_lock lock(meeting.mutex);
        for (; free > 0 && asked < all; --free, ++asked) meeting.waiting.push_back(Clock::now());
        if (!meeting.waiting.empty()) meeting.asked.notify_one();
        meeting.answered.wait(lock, [&] { return !meeting.done.empty(); });
        answered += meeting.done.size();
        free += meeting.done.size();
        meeting.done.clear();
    }
    const double seconds = ns_between(began, Clock::now()) / 1e9;
    {
        const std::lock_guard guard(meeting.mutex);
        meeting.over = true;
    }
    meeting.asked.notify_one();
    writer.join();
    return figures_of(latencies, seconds);
}

Figures read_floor(const Place& place, const Recording& recording, int threads, double seconds) {
    std::vector<std::vector<double>> latencies(static_cast<std::size_t>(threads));
    std::vector<std::thread> readers;
    const auto began = Clock::now();
    for (int t = 0; t < threads; ++t) {
        readers.emplace_back([&, t] {
            const auto player = player_on(place, recording, PlainDb::Use::read);
            std::string json;
            for (std::size_t i = static_cast<std::size_t>(t); ns_between(began, Clock::now()) < seconds * 1e9;
                 ++i) {
                const auto from = Clock::now();
                json.clear();
                player->begin();
                player->play(i % recording.groups(), &json);
                player->commit();
                latencies[static_cast<std::size_t>(t)].push_back(ns_between(from, Clock::now()));
            }
        });
    }
    for (auto& reader : readers) reader.join();
    std::vector<double> all;
    for (auto& own : latencies) all.insert(all.end(), own.begin(), own.end());
    return figures_of(all, seconds);
}

std::vector<StatementCost> statement_costs(const std::string& file, const Recording& recording, bool writes) {
    SqlitePlayer player(file, recording, writes ? PlainDb::Use::write : PlainDb::Use::read);
    std::vector<StatementCost> costs(recording.statements.size());
    const auto groups = static_cast<double>(recording.groups());
    std::string json;
    for (std::size_t group = 0; group < recording.groups(); ++group) {
        if (group % 64 == 0) player.db().exec(writes ? "begin immediate" : "begin");
        for (auto i = recording.begin_of(group); i < recording.group_ends[group]; ++i) {
            const auto from = Clock::now();
            json.clear();
            player.step(recording.steps[i], writes ? nullptr : &json);
            auto& cost = costs[recording.steps[i].statement];
            cost.us_per_group += ns_between(from, Clock::now()) / 1e3 / groups;
            cost.times_per_group += 1 / groups;
        }
        if (group % 64 == 63 || group + 1 == recording.groups()) player.db().exec("commit");
    }
    for (std::size_t i = 0; i < costs.size(); ++i) {
        costs[i].text = recording.statements[i].text;
        auto* plan = player.db().prepare("explain query plan " + costs[i].text);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const std::string detail = reinterpret_cast<const char*>(sqlite3_column_text(plan, 3));
            if (detail.starts_with("SCAN ") && !detail.starts_with("SCAN CONSTANT")) costs[i].scan = detail;
        }
        sqlite3_finalize(plan);
    }
    std::sort(costs.begin(), costs.end(),
              [](const auto& a, const auto& b) { return a.us_per_group > b.us_per_group; });
    return costs;
}

}  // namespace forecourt::bench
