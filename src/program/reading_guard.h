#pragma once
#include <http/http.h>
#include <modules/customers/reading/reading.h>
#include <program/runner.h>

#include <map>
#include <memory>
#include <mutex>

namespace forecourt::program {

/// Counts the customers that each person reads of. In memory, by each copy of the program for itself; hours
/// that are over are forgotten when another begins.
class ReadingGuard {
  public:
    explicit ReadingGuard(Runner& runner) : runner_(runner) {}

    /// Before an answer that names these customers leaves: nothing when it may, else what is answered instead
    /// of it. Who is noticed is told of in the log and to the store's manager.
    std::optional<http::Response> refuse(const Context& context, const std::vector<std::int64_t>& named);

  private:
    using Person = std::pair<Id<Store>, Id<User>>;
    struct Hours {
        std::mutex mutex;
        std::map<Person, customers::ReadingHour> of;
    };
    struct Counted {
        customers::Reading reading;
        std::int64_t so_far{};
        Instant since;
        Duration rest;
    };
    using MaybeLimits = std::optional<customers::ReadingLimits>;
    std::optional<Counted> add(const Context& context, const std::vector<std::int64_t>& named,
                               const MaybeLimits& limits);
    std::optional<Counted> count(const Context& context, const std::vector<std::int64_t>& named,
                                 const MaybeLimits& limits);
    void tell(const Context& context, const Counted& counted);

    Runner& runner_;
    // What is told may come to its end when this is gone.
    std::shared_ptr<Hours> hours_ = std::make_shared<Hours>();
};

}  // namespace forecourt::program
