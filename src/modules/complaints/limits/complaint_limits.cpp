#include <modules/complaints/limits/complaint_limits.h>

#include <algorithm>

namespace forecourt::complaints {
namespace {

constexpr Severity every_severity[] = {Severity::minor, Severity::general, Severity::major};

Result<limits::LimitsSet> run_set(Tx& tx, const SetComplaintLimits& in) {
    const ComplaintLimits wanted{.severities = in.severities, .owner_may_promise = in.owner_may_promise};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, complaint_limits, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownComplaintLimits> run_shown(Context& context, const Nothing&) {
    const auto table = limits::last(context, complaint_limits);
    ShownComplaintLimits shown{.severities = table.severities,
                               .owner_may_promise = table.owner_may_promise,
                               .standing = limits::standing_of(context, complaint_limits.name)};
    allow(shown.allowed_actions, context, set_complaint_limits, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const ComplaintLimits& table) {
    for (const auto severity : every_severity) {
        const auto name = std::string(name_of(severity));
        const auto times = std::count_if(table.severities.begin(), table.severities.end(),
                                         [&](const SeverityLimit& one) { return one.severity == severity; });
        if (times == 0) return with(limits::limit_missing, "limit", name);
        if (times > 1) return with(limits::limit_twice, "limit", name);
    }
    for (const auto& one : table.severities) {
        if (one.answer_within_minutes <= 0 || one.plan_within_minutes <= 0) {
            return with(limits::limit_out_of_range, "limit", std::string(name_of(one.severity)));
        }
    }
    if (table.owner_may_promise < Money{0}) {
        return with(limits::limit_out_of_range, "limit", "owner_may_promise");
    }
    return std::nullopt;
}

const Action<SetComplaintLimits, limits::LimitsSet> set_complaint_limits{
    {.name = "complaints.set_complaint_limits",
     .needs = limits::limits_write,
     .refuses =
         limits::refusals_with({limits::limit_out_of_range, limits::limit_twice, limits::limit_missing}),
     .run = run_set}};
const View<Nothing, ShownComplaintLimits> complaint_limits_now{
    {.name = "complaints.complaint_limits", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::complaints
