#include <services/versions/api.h>

namespace forecourt::versions {

Result<Instant> decide_start(const std::optional<Date>& wanted, Instant now, const LastVersion& last) {
    const Date today = local_date(now);
    if (wanted && *wanted < today) return start_date_past;
    const Instant start = !wanted || *wanted == today ? now : local_instant(*wanted);
    if (start < last.valid_from) {
        return with(starts_before_the_last_version, "valid_from", to_text(local_date(last.valid_from)));
    }
    return start;
}

MaybeRefused may_publish(int base_number, const LastVersion& last, std::size_t changes) {
    if (base_number != last.number) return draft_is_outdated;
    if (changes == 0) return draft_changes_nothing;
    return std::nullopt;
}

}  // namespace forecourt::versions
