#pragma once
#include <services/standards/draft/draft.h>

namespace forecourt::standards {

/// The last version that was published.
struct LastVersion {
    int number{};
    Instant valid_from;
};

/// When a version begins: now when today is meant, at the beginning of the day when a later one is.
Result<Instant> decide_start(const std::optional<Date>& wanted, Instant now, const LastVersion& last);

/// Whether a draft can become a version: it says something new, and nobody has published meanwhile.
MaybeRefused may_publish(const DraftRow& draft, const LastVersion& last, std::size_t changes);

}  // namespace forecourt::standards
