#include <http/live.h>

#include <algorithm>
#include <utility>

namespace forecourt::http {

namespace {

/// How long a browser waits before it connects again.
constexpr std::string_view stream_opening = "retry: 3000\n\n";
constexpr std::string_view heartbeat_comment = ":\n\n";

/// A field of one line: what would end the line early is left out.
void append_field(std::string& text, std::string_view name, std::string_view value) {
    constexpr std::string_view line_ends("\r\n\0", 3);
    text.append(name).append(": ");
    while (true) {
        const auto end = value.find_first_of(line_ends);
        text += value.substr(0, end);
        if (end == std::string_view::npos) break;
        value.remove_prefix(end + 1);
    }
    text += '\n';
}

}  // namespace

std::string to_stream_text(const LiveEvent& event) {
    std::string text;
    if (!event.id.empty()) append_field(text, "id", event.id);
    if (!event.event.empty()) append_field(text, "event", event.event);
    std::string_view rest = event.data;
    while (true) {
        const auto end = rest.find_first_of("\r\n");
        append_field(text, "data", rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest = rest.substr(end + (rest.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return text += '\n';
}

Subscription::Subscription(const StreamOptions& options, std::function<void()> wake,
                           std::shared_ptr<std::atomic<std::size_t>> count)
    : filter_(options.filter), owner_(options.owner), wake_(std::move(wake)), count_(std::move(count)) {
    count_->fetch_add(1);
}

Subscription::~Subscription() { count_->fetch_sub(1); }

std::string Subscription::take() {
    const std::lock_guard lock(mutex_);
    wake_needed_ = false;
    return std::exchange(waiting_, {});
}

bool Subscription::ended() const {
    const std::lock_guard lock(mutex_);
    return ended_;
}

void Subscription::begin(const std::vector<LiveEvent>& backlog) {
    const std::lock_guard lock(mutex_);
    append(stream_opening);
    for (const auto& event : backlog) {
        append(to_stream_text(event));
        if (!event.id.empty()) backlog_ids_.insert(event.id);
    }
    for (const auto& event : early_) {
        if (!backlog_ids_.contains(event.id)) append(to_stream_text(event));
    }
    early_ = {};
    began_ = true;
}

void Subscription::offer(const LiveEvent& event, std::string_view text, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    if (ended_) return;
    constexpr std::size_t max_early_events = 10'000;
    if (waiting_.size() > limit || early_.size() > max_early_events) {
        ended_ = true;
        wake_needed_ = true;
    } else if (!began_) {
        early_.push_back(event);
    } else if (!backlog_ids_.contains(event.id)) {
        append(text);
    }
}

void Subscription::append(std::string_view text) {
    if (waiting_.empty()) wake_needed_ = true;
    waiting_ += text;
}

void Subscription::send_heartbeat() {
    const std::lock_guard lock(mutex_);
    if (began_ && !ended_ && waiting_.empty()) append(heartbeat_comment);
}

void Subscription::end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    wake_needed_ = true;
}

void Subscription::wake_if_needed() {
    {
        const std::lock_guard lock(mutex_);
        if (!std::exchange(wake_needed_, false)) return;
    }
    wake_();
}

Live::Live() : Live(Options()) {}

Live::Live(Options options)
    : options_(options), count_(std::make_shared<std::atomic<std::size_t>>(0)), thread_([this] { run(); }) {}

Live::~Live() {
    {
        const std::lock_guard lock(queue_mutex_);
        stopping_ = true;
    }
    queue_changed_.notify_one();
    thread_.join();
    end_all();
}

void Live::publish(LiveEvent event) {
    // Who subscribes later finds the event in its backlog.
    if (subscribers() == 0) return;
    {
        const std::lock_guard lock(queue_mutex_);
        if (queue_.size() >= options_.queued_events) {
            // Rather than grow without end, everyone is sent back to their backlog.
            events_were_lost_ = true;
            queue_.clear();
        }
        queue_.push_back(std::move(event));
        if (queue_.size() > 1) return;  // the thread was woken already
    }
    queue_changed_.notify_one();
}

void Live::end_streams_of(std::string_view owner) {
    const ResponseBatch one_wake_up;
    for (const auto& subscription : living_subscriptions()) {
        if (subscription->owner_ != owner) continue;
        subscription->end();
        subscription->wake_if_needed();
    }
}

std::shared_ptr<Subscription> Live::subscribe(const StreamOptions& options, std::function<void()> wake) {
    const std::shared_ptr<Subscription> subscription(new Subscription(options, std::move(wake), count_));
    {
        const std::lock_guard lock(subscriptions_mutex_);
        channels_[options.channel].push_back(subscription);
    }
    subscription->begin(options.backlog ? options.backlog() : std::vector<LiveEvent>());
    return subscription;
}

void Live::run() {
    using Clock = std::chrono::steady_clock;
    auto next_heartbeat = Clock::now() + options_.heartbeat;
    std::unique_lock lock(queue_mutex_);
    while (!stopping_) {
        queue_changed_.wait_until(lock, next_heartbeat, [this] { return stopping_ || !queue_.empty(); });
        const auto events = std::exchange(queue_, {});
        const bool events_were_lost = std::exchange(events_were_lost_, false);
        lock.unlock();
        // Each is sent back to its backlog.
        if (events_were_lost) end_all();
        hand_out(events);
        if (Clock::now() >= next_heartbeat) {
            next_heartbeat = Clock::now() + options_.heartbeat;
            const ResponseBatch one_wake_up;
            for (const auto& subscription : living_subscriptions()) {
                subscription->send_heartbeat();
                subscription->wake_if_needed();
            }
        }
        lock.lock();
    }
}

void Live::hand_out(const std::vector<LiveEvent>& events) {
    const ResponseBatch one_wake_up;
    std::map<std::string_view, std::vector<const LiveEvent*>> by_channel;
    for (const auto& event : events) by_channel[event.channel].push_back(&event);
    for (const auto& [channel, own] : by_channel) hand_out_in(channel, own);
}

void Live::hand_out_in(std::string_view channel, const std::vector<const LiveEvent*>& events) {
    const auto listening = living_subscriptions_in(channel);
    if (listening.empty()) return;
    std::vector<std::string> texts;
    texts.reserve(events.size());
    for (const auto* event : events) texts.push_back(to_stream_text(*event));
    for (const auto& subscription : listening) {
        try {
            for (std::size_t i = 0; i < events.size(); ++i) {
                if (subscription->filter_ && !subscription->filter_(*events[i])) continue;
                subscription->offer(*events[i], texts[i], options_.queue_bytes);
            }
        } catch (...) {
            // A filter that throws can not say what may be seen, so its stream ends.
            subscription->end();
        }
        subscription->wake_if_needed();
    }
}

void Live::end_all() {
    const ResponseBatch one_wake_up;
    for (const auto& subscription : living_subscriptions()) {
        subscription->end();
        subscription->wake_if_needed();
    }
}

void Live::add_living(Channel& channel, Subscriptions& living) {
    std::erase_if(channel, [&](const auto& listed) {
        auto subscription = listed.lock();
        if (!subscription) return true;
        living.push_back(std::move(subscription));
        return false;
    });
}

Live::Subscriptions Live::living_subscriptions() {
    Subscriptions living;
    const std::lock_guard lock(subscriptions_mutex_);
    for (auto& [_, channel] : channels_) add_living(channel, living);
    std::erase_if(channels_, [](const auto& named) { return named.second.empty(); });
    return living;
}

Live::Subscriptions Live::living_subscriptions_in(std::string_view channel) {
    Subscriptions living;
    const std::lock_guard lock(subscriptions_mutex_);
    if (const auto found = channels_.find(channel); found != channels_.end()) {
        add_living(found->second, living);
    }
    return living;
}

}  // namespace forecourt::http
