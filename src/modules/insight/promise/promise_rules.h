#pragma once
#include <modules/insight/promise/promise.h>

namespace forecourt::insight {

/// What a promise has become: compared with what was agreed last, and with what was said first. A promised
/// extra is kept when it was handed over with the rest.
PromiseOutcome judge(const PromiseRow& promise);

/// How far it lies beside the first promise: fen, or minutes; nothing for extras and while it is open.
std::optional<std::int64_t> difference_of(const PromiseRow& promise);

/// A bar of the distribution: from `from_value` up to, but not including, `until_value`.
struct SpreadBar {
    std::optional<std::int64_t> from_value;
    std::optional<std::int64_t> until_value;
    std::int64_t cases{};
    bool worse{};  // more money or later than promised
};
FORECOURT_STRUCT(SpreadBar, from_value, until_value, cases, worse)

/// The differences of one kind in bars that people can read; on the promise itself is a bar of its own.
std::vector<SpreadBar> spread(PromiseKind kind, const std::vector<std::int64_t>& differences);

}  // namespace forecourt::insight
