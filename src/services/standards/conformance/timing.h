#pragma once
#include <services/standards/standard.h>

#include <map>

namespace forecourt::standards {

/// When a case reached its milestones.
struct CasePath {
    std::int64_t case_id{};
    std::map<std::string, Instant> reached;
};

/// The value below which so many percent of the values lie (nearest rank); nothing without values.
std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, int percent);

/// How long each case took from one milestone to the other, in seconds; cases that lack one of them are left
/// out.
std::vector<std::int64_t> elapsed_s(const std::vector<CasePath>& paths, const std::string& from,
                                    const std::string& to);

/// A bar of the distribution: from `from_s` up to, but not including, `until_s`; the last one is open above.
struct TimeBucket {
    std::int64_t from_s{};
    std::optional<std::int64_t> until_s;
    std::int64_t cases{};
    bool early{};  // under the lower side
    bool late{};   // over the upper side
};
FORECOURT_STRUCT(TimeBucket, from_s, until_s, cases, early, late)

/// The sides of a target, in seconds.
struct TargetSides {
    std::optional<std::int64_t> not_before_s;
    std::optional<std::int64_t> within_s;
};

/// Bars of even width with edges on both sides of the target, so that no bar is half late.
std::vector<TimeBucket> distribution(const std::vector<std::int64_t>& values, const TargetSides& target);

}  // namespace forecourt::standards
