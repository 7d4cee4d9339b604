#include <program/reading_guard.h>

#include <program/problem.h>
#include <program/running_log.h>

namespace forecourt::program {

// Nobody waits for the database but who begins an hour, or is about to be stopped: so a limit that was raised
// holds at once, and one that was lowered from the next hour on.
std::optional<http::Response> ReadingGuard::refuse(const Context& context,
                                                   const std::vector<std::int64_t>& named) {
    if (named.empty() || context.actor().user_id.value == 0) return std::nullopt;
    auto counted = count(context, named, std::nullopt);
    if (!counted || counted->reading.is_stopped) {
        counted = count(context, named, limits::in_force(context, customers::reading_limits));
    }
    if (!counted->reading.is_stopped) return std::nullopt;
    return wait_response(customers::too_many_customers_read, context.actor().language, counted->rest);
}

std::optional<ReadingGuard::Counted> ReadingGuard::count(const Context& context,
                                                         const std::vector<std::int64_t>& named,
                                                         const MaybeLimits& limits) {
    const auto counted = add(context, named, limits);
    if (counted && counted->reading.is_noticed) tell(context, *counted);
    return counted;
}

// Nothing when an hour begins and nobody has said by which limits.
std::optional<ReadingGuard::Counted> ReadingGuard::add(const Context& context,
                                                       const std::vector<std::int64_t>& named,
                                                       const MaybeLimits& limits) {
    const Actor& reader = context.actor();
    const Person person{reader.store_id, reader.user_id};
    const std::lock_guard guard(hours_->mutex);
    auto found = hours_->of.find(person);
    if (found == hours_->of.end() || !rest_of(found->second, context.now())) {
        if (!limits) return std::nullopt;
        std::erase_if(hours_->of, [&](const auto& one) { return !rest_of(one.second, context.now()); });
        found =
            hours_->of.insert({person, {.began = context.now(), .limits = *limits, .customers = {}}}).first;
    }
    auto& hour = found->second;
    if (limits) hour.limits = *limits;
    const auto reading = customers::read(hour, named, reader.may(customers::read_in_bulk));
    return Counted{.reading = reading,
                   .so_far = static_cast<std::int64_t>(hour.customers.size()),
                   .since = hour.began,
                   .rest = *rest_of(hour, context.now())};
}

void ReadingGuard::tell(const Context& context, const Counted& counted) {
    const Actor& reader = context.actor();
    log_bulk_reading(
        {.store_id = reader.store_id.value, .user_id = reader.user_id.value, .customers = counted.so_far});
    runner_.run_work(
        reader, context.now(),
        [counted](Tx& tx) -> MaybeRefused {
            customers::tell_of_bulk_reading(
                tx, {.name = tx.actor().name, .customers = counted.so_far, .since = counted.since});
            return std::nullopt;
        },
        [hours = hours_, person = Person{reader.store_id, reader.user_id}](const Answer& answer) {
            if (answer.ending == Ending::done) return;
            // It is not written down: the next answer tells it again.
            const std::lock_guard guard(hours->mutex);
            if (const auto found = hours->of.find(person); found != hours->of.end()) {
                found->second.noticed = false;
            }
        });
}

}  // namespace forecourt::program
