#include <program/log_follower.h>

#include <algorithm>

namespace forecourt::program {
namespace {

constexpr std::size_t at_a_time = 500;

}  // namespace

LogFollower::LogFollower(db::Database& database, Take take, std::chrono::milliseconds every)
    : database_(database), take_(std::move(take)), every_(every) {
    database_.read([&](db::Connection& db) {
        for (const auto& head : log::every_head(db)) read_until_[head.store_id] = head.seq;
    });
    thread_ = std::thread([this] { loop(); });
}

LogFollower::~LogFollower() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void LogFollower::wake() {
    {
        const std::lock_guard guard(mutex_);
        awake_ = true;
    }
    wake_.notify_one();
}

void LogFollower::loop() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, every_, [&] { return stopping_ || awake_; });
            if (stopping_) return;
            awake_ = false;
        }
        try {
            look();
        } catch (const std::exception&) {
            // The database is away; what is missed is read when it is back.
        }
    }
}

// A log that is shorter than it was has lost its end with a server that nobody had waited for: what comes in
// its place is new.
void LogFollower::look() {
    std::vector<Event> events;
    auto read_until = read_until_;
    database_.read([&](db::Connection& db) {
        for (const auto& head : log::every_head(db)) {
            auto& until = read_until[head.store_id];
            until = std::min(until, head.seq);
            while (until < head.seq) {
                const auto entries = log::entries_since(db, head.store_id, until, at_a_time);
                ensure(!entries.empty());
                for (const auto& entry : entries) events.push_back(log::event_of(entry));
                until = entries.back().seq;
            }
        }
    });
    read_until_ = std::move(read_until);
    if (!events.empty()) take_(events);
}

}  // namespace forecourt::program
