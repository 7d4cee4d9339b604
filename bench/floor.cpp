#include <bench/floor.h>
#include <bench/plain_sqlite.h>
#include <reflect/json.h>

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

/// Recorded statements, prepared on one connection.
class Player {
  public:
    Player(const std::string& file, const Recording& recording, PlainDb::Use use)
        : db_(file, use), recording_(recording) {
        for (const auto& statement : recording.statements) prepared_.push_back(db_.prepare(statement.text));
    }
    ~Player() {
        for (auto* statement : prepared_) sqlite3_finalize(statement);
    }
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    void play(std::size_t group, std::string* json) {
        for (auto i = recording_.begin_of(group); i < recording_.group_ends[group]; ++i) {
            step(recording_.steps[i], json);
        }
    }
    PlainDb& db() { return db_; }
    void step(const Recording::Step& step, std::string* json) {
        auto* handle = prepared_[step.statement];
        bind(step, handle);
        int code = 0;
        while ((code = sqlite3_step(handle)) == SQLITE_ROW) {
            if (json != nullptr) write_row(handle, *json);
        }
        if (code != SQLITE_DONE) db_.fail(recording_.statements[step.statement].text);
        sqlite3_reset(handle);
    }

  private:
    void bind(const Recording::Step& step, sqlite3_stmt* handle) {
        const auto& slots = recording_.statements[step.statement].slots;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const auto& param = recording_.params[step.first_param + i];
            switch (param.kind) {
                case Recording::Param::Kind::null: sqlite3_bind_null(handle, slots[i]); break;
                case Recording::Param::Kind::number: sqlite3_bind_int64(handle, slots[i], param.number); break;
                case Recording::Param::Kind::text:
                    sqlite3_bind_text(handle, slots[i], recording_.texts.data() + param.number,
                                      static_cast<int>(param.length), SQLITE_STATIC);
            }
        }
    }

    static void write_row(sqlite3_stmt* handle, std::string& json) {
        const int columns = sqlite3_column_count(handle);
        char separator = '{';
        for (int i = 0; i < columns; ++i) {
            json += separator;
            json += '"';
            json += sqlite3_column_name(handle, i);
            json += "\":";
            separator = ',';
            switch (sqlite3_column_type(handle, i)) {
                case SQLITE_NULL: json += "null"; break;
                case SQLITE_INTEGER: json += std::to_string(sqlite3_column_int64(handle, i)); break;
                default:
                    reflect::append_json_string(
                        json, {reinterpret_cast<const char*>(sqlite3_column_text(handle, i)),
                               static_cast<std::size_t>(sqlite3_column_bytes(handle, i))});
            }
        }
        json += "},";
    }

    PlainDb db_;
    const Recording& recording_;
    std::vector<sqlite3_stmt*> prepared_;
};

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
        player.db().exec("begin immediate");
        for (std::size_t i = 0; i < group.size(); ++i) player.play(next++, nullptr);
        player.db().exec("commit");
        const auto now = Clock::now();
        for (const auto since : group) latencies.push_back(ns_between(since, now));
        {
            const std::lock_guard guard(meeting.mutex);
            meeting.done.insert(meeting.done.end(), group.begin(), group.end());
        }
        meeting.answered.notify_one();
        if (++groups % 200 == 0) {
            sqlite3_wal_checkpoint_v2(player.db().handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        }
    }
}

}  // namespace

Figures write_floor(const std::string& file, const Recording& recording, int callers, std::size_t count) {
    Player player(file, recording, PlainDb::Use::write);
    Meeting meeting;
    std::vector<double> latencies;
    const std::size_t all = std::min(count, recording.groups());
    const auto began = Clock::now();
    std::thread writer([&] { write_groups(player, meeting, latencies); });
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

Figures read_floor(const std::string& file, const Recording& recording, int threads, double seconds) {
    std::vector<std::vector<double>> latencies(static_cast<std::size_t>(threads));
    std::vector<std::thread> readers;
    const auto began = Clock::now();
    for (int t = 0; t < threads; ++t) {
        readers.emplace_back([&, t] {
            Player player(file, recording, PlainDb::Use::read);
            auto* begin = player.db().prepare("begin");
            auto* commit = player.db().prepare("commit");
            std::string json;
            for (std::size_t i = static_cast<std::size_t>(t); ns_between(began, Clock::now()) < seconds * 1e9; ++i) {
                const auto from = Clock::now();
                json.clear();
                sqlite3_step(begin);
                sqlite3_reset(begin);
                player.play(i % recording.groups(), &json);
                sqlite3_step(commit);
                sqlite3_reset(commit);
                latencies[static_cast<std::size_t>(t)].push_back(ns_between(from, Clock::now()));
            }
            sqlite3_finalize(begin);
            sqlite3_finalize(commit);
        });
    }
    for (auto& reader : readers) reader.join();
    std::vector<double> all;
    for (auto& own : latencies) all.insert(all.end(), own.begin(), own.end());
    return figures_of(all, seconds);
}

std::vector<StatementCost> statement_costs(const std::string& file, const Recording& recording, bool writes) {
    Player player(file, recording, writes ? PlainDb::Use::write : PlainDb::Use::read);
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
    std::sort(costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.us_per_group > b.us_per_group; });
    return costs;
}

}  // namespace forecourt::bench
