#include <modules/customers/reading/reading.h>
#include <services/tasks/api.h>

#include <algorithm>
#include <iterator>

namespace forecourt::customers {
namespace {

// Sorted, each once.
std::vector<std::int64_t> unread_of(const ReadingHour& hour, const std::vector<std::int64_t>& customers) {
    std::vector<std::int64_t> unread;
    std::copy_if(customers.begin(), customers.end(), std::back_inserter(unread), [&](std::int64_t id) {
        return !std::binary_search(hour.customers.begin(), hour.customers.end(), id);
    });
    std::sort(unread.begin(), unread.end());
    unread.erase(std::unique(unread.begin(), unread.end()), unread.end());
    return unread;
}

}  // namespace

Reading read(ReadingHour& hour, const std::vector<std::int64_t>& customers, bool may_read_in_bulk) {
    const auto unread = unread_of(hour, customers);
    if (unread.empty()) return {};
    const auto count = [&] { return static_cast<std::int64_t>(hour.customers.size()); };
    Reading reading;
    if (count() < hour.limits.stop_at) {
        const auto middle = hour.customers.insert(hour.customers.end(), unread.begin(), unread.end());
        std::inplace_merge(hour.customers.begin(), middle, hour.customers.end());
    } else {
        reading.is_stopped = !may_read_in_bulk;
    }
    reading.is_noticed = !hour.noticed && count() >= hour.limits.notice_at;
    hour.noticed = hour.noticed || reading.is_noticed;
    return reading;
}

// A clock that was set back begins the hour anew.
std::optional<Duration> rest_of(const ReadingHour& hour, Instant now) {
    const auto passed = now - hour.began;
    if (passed < Duration{} || passed >= reading_hour) return std::nullopt;
    return Duration{reading_hour.ms - passed.ms};
}

void tell_of_bulk_reading(Tx& tx, const ReadInBulk& reading) {
    const ObjectRef reader{"user", tx.actor().user_id};
    tx.emit("customers.read_in_bulk", {reader}, reading);
    tasks::alert(tx, {.title_key = "alert.customers.read_in_bulk",
                      .params_json = reflect::to_json(reading),
                      .user_id = {},
                      .role = Role::gm,
                      .link = "/staff",
                      .about = reader,
                      .level = tasks::AlertLevel::warning});
}

}  // namespace forecourt::customers
