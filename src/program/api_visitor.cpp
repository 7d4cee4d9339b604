#include <program/api.h>

#include <services/access/api.h>

#include <charconv>

// Who comes without signing in: a visitor of the store's public pages, or a program that hands an enquiry on.
namespace forecourt::program {
namespace {

constexpr int actions_a_minute = 30;

// The store an address names with ?store=17, 0 without one.
std::int64_t store_in(const http::Request& request) {
    for (const auto& [name, value] : request.query_parameters()) {
        if (name != "store") continue;
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error == std::errc() && end == value.data() + value.size()) return number;
    }
    return 0;
}

}  // namespace

Actor Api::visitor(const http::Request& request) {
    const auto asked_for = store_in(request);
    const auto find = [&]() -> std::optional<Id<Store>> {
        for (const auto& store : stores_) {
            if (asked_for == 0 || store.value == asked_for) return store;
        }
        return std::nullopt;
    };
    const std::lock_guard guard(mutex_);
    auto store = find();
    if (!store && stores_.empty()) {
        // Stores are opened seldom: they are read when the first visitor comes.
        runner_.database().read([&](db::Connection& db) {
            for (const auto& one : access::every_store(db)) stores_.push_back(one.id);
        });
        store = find();
    }
    return visitor_of(store.value_or(Id<Store>{}));
}

// So that nobody fills the inbox by program. Who has a session is limited by what the session may do.
bool Api::too_many_from_outside(const std::string& address, Instant now) {
    const std::lock_guard guard(mutex_);
    if (visits_.size() > 10'000) visits_.clear();
    auto& [began, tries] = visits_[address];
    // Also where the clock was set back: the minute must not last until it is there again.
    if (now - began >= minutes(1) || now < began) {
        began = now;
        tries = 0;
    }
    return ++tries > actions_a_minute;
}

}  // namespace forecourt::program
