#include <http/connection.h>
#include <http/io_thread.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace forecourt::http {

namespace {

thread_local const IoThread* current_io_thread = nullptr;

/// Answers gathered by the ResponseBatch of this thread, by the io thread they go to.
struct Gathered {
    std::shared_ptr<IoThread> io_thread;
    std::vector<Completion> completions;
};
thread_local int open_batches = 0;
thread_local std::vector<Gathered> gathered;

void gather(std::shared_ptr<IoThread> io_thread, Completion&& completion) {
    auto place = std::find_if(gathered.begin(), gathered.end(),
                              [&](const Gathered& one) { return one.io_thread == io_thread; });
    if (place == gathered.end()) place = gathered.insert(gathered.end(), Gathered{std::move(io_thread), {}});
    place->completions.push_back(std::move(completion));
}

}  // namespace

ResponseBatch::ResponseBatch() { ++open_batches; }

ResponseBatch::~ResponseBatch() {
    if (--open_batches > 0) return;
    for (auto& one : std::exchange(gathered, {})) one.io_thread->enqueue(one.completions);
}

void IoThread::complete(Completion&& completion) {
    if (is_current()) {
        const auto connection = std::move(completion.connection);
        connection->deliver(std::move(completion));
    } else if (open_batches > 0) {
        gather(shared_from_this(), std::move(completion));
    } else {
        std::vector<Completion> one;
        one.push_back(std::move(completion));
        enqueue(one);
    }
}

void IoThread::enqueue(std::vector<Completion>& completions) {
    // Destroyed after the lock is released: the last reference to a connection may go with one.
    std::vector<Completion> undeliverable;
    const std::lock_guard lock(queue_mutex_);
    if (deliveries_ended_) {
        undeliverable.swap(completions);
        return;
    }
    if (queue_.empty()) {
        queue_.swap(completions);
    } else {
        std::move(completions.begin(), completions.end(), std::back_inserter(queue_));
        completions.clear();
    }
    if (!std::exchange(wake_pending_, true)) wake();
}

void IoThread::drain() {
    std::vector<Completion> completions;
    {
        const std::lock_guard lock(queue_mutex_);
        completions.swap(queue_);
        wake_pending_ = false;
    }
    for (auto& completion : completions) {
        const auto connection = std::move(completion.connection);
        connection->deliver(std::move(completion));
    }
}

void IoThread::end_deliveries() {
    std::vector<Completion> undeliverable;
    const std::lock_guard lock(queue_mutex_);
    deliveries_ended_ = true;
    undeliverable.swap(queue_);
}

bool IoThread::is_current() const { return current_io_thread == this; }

void IoThread::make_current() { current_io_thread = this; }

std::string_view IoThread::date() {
    const auto now = std::time(nullptr);
    if (now != date_second_) {
        date_second_ = now;
        date_ = http_date(now);
    }
    return date_;
}

void IoThread::add(const std::shared_ptr<Connection>& connection) {
    connection->place_ = connections_.size();
    connections_.push_back(connection);
    state_->open_connections.fetch_add(1, std::memory_order_relaxed);
}

void IoThread::remove(Connection& connection) {
    const auto place = connection.place_;
    const auto keep_alive = std::move(connections_[place]);
    if (place + 1 < connections_.size()) {
        connections_[place] = std::move(connections_.back());
        connections_[place]->place_ = place;
    }
    connections_.pop_back();
    state_->open_connections.fetch_sub(1, std::memory_order_relaxed);
}

namespace {

/// From the last to the first: a connection that closes is replaced by one already visited.
void for_each(const std::vector<std::shared_ptr<Connection>>& connections,
              const std::function<void(Connection&)>& visit) {
    for (std::size_t i = connections.size(); i-- > 0;) {
        const auto connection = connections[i];
        visit(*connection);
    }
}

}  // namespace

void IoThread::sweep() {
    const auto now = std::chrono::steady_clock::now();
    for_each(connections_, [now](Connection& connection) { connection.sweep(now); });
}

void IoThread::begin_stop() {
    for_each(connections_, [](Connection& connection) { connection.begin_stop(); });
}

void IoThread::close_all() {
    for_each(connections_, [](Connection& connection) { connection.close(); });
}

}  // namespace forecourt::http
