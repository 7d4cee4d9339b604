#include <modules/customers/reading/reading_limits.h>

namespace forecourt::customers {
namespace {

Result<limits::LimitsSet> run_set(Tx& tx, const SetReadingLimits& in) {
    const ReadingLimits wanted{.notice_at = in.notice_at, .stop_at = in.stop_at};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, reading_limits, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownReadingLimits> run_shown(Context& context, const Nothing&) {
    const auto table = limits::last(context, reading_limits);
    ShownReadingLimits shown{.notice_at = table.notice_at,
                             .stop_at = table.stop_at,
                             .standing = limits::standing_of(context, reading_limits.name)};
    allow(shown.allowed_actions, context, set_reading_limits, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const ReadingLimits& table) {
    if (table.notice_at <= 0) return with(limits::limit_out_of_range, "limit", "notice_at");
    if (table.stop_at > largest_stop) return with(limits::limit_out_of_range, "limit", "stop_at");
    if (table.stop_at <= table.notice_at) return with(limits::limits_not_rising, "limit", "stop_at");
    return std::nullopt;
}

const Action<SetReadingLimits, limits::LimitsSet> set_reading_limits{
    {.name = "customers.set_reading_limits",
     .needs = limits::limits_write,
     .refuses = limits::refusals_with({limits::limit_out_of_range, limits::limits_not_rising}),
     .run = run_set}};
const View<Nothing, ShownReadingLimits> reading_limits_now{
    {.name = "customers.reading_limits", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::customers
