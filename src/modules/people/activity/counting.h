#pragma once
#include <modules/people/activity/activity.h>

namespace forecourt::people {

/// What one event of the house counts for. Nothing is counted that the event and the facts of its records do
/// not say, so that the log alone gives the same figures again.
struct Count {
    Measure measure{};
    Id<User> user_id;
    std::int64_t model_id{};
    std::int64_t amount{};
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string number;
    bool settles{};  // the object counts so much in all, whatever was counted before; else it is added
};

/// The events that count.
const std::vector<std::string_view>& counted_events();
std::vector<Count> counts_of(db::Connection& db, Id<Store> store, const Event& event);

/// What has to be added so that an object's count is as wanted: the difference to what was counted before.
struct Counted {
    Id<User> user_id;
    std::int64_t model_id{};
    std::int64_t amount{};
};
FORECOURT_STRUCT(Counted, user_id, model_id, amount)
std::vector<Counted> difference_to(const Count& wanted, const std::vector<Counted>& before);

/// Handler of every counted event.
MaybeRefused count_event(Tx& tx, const Event& event);

/// Counts the whole log anew. What was counted before is dropped first, so it may be done at any time.
/// Answers how many events it saw.
std::int64_t count_log(Tx& tx);
/// The timed job: counts the log of a store whose days before this module were never counted.
void count_history(Tx& tx);

}  // namespace forecourt::people
