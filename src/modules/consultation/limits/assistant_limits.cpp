#include <modules/consultation/limits/assistant_limits.h>

namespace forecourt::consultation {
namespace {

// Shorter ones could not even ask who the customer is; longer ones nobody reads.
constexpr std::int64_t shortest_chat = 10;
constexpr std::int64_t longest_chat_ever = 1000;

Result<limits::LimitsSet> run_set(Tx& tx, const SetAssistantLimits& in) {
    const AssistantLimits wanted{.answer_from_score = in.answer_from_score, .longest_chat = in.longest_chat};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, assistant_limits, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownAssistantLimits> run_shown(Context& context, const Nothing&) {
    const auto table = limits::last(context, assistant_limits);
    ShownAssistantLimits shown{.answer_from_score = table.answer_from_score,
                               .longest_chat = table.longest_chat,
                               .standing = limits::standing_of(context, assistant_limits.name)};
    allow(shown.allowed_actions, context, set_assistant_limits, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const AssistantLimits& table) {
    if (table.answer_from_score < 1 || table.answer_from_score > 100) {
        return with(limits::limit_out_of_range, "limit", "answer_from_score");
    }
    if (table.longest_chat < shortest_chat || table.longest_chat > longest_chat_ever) {
        return with(limits::limit_out_of_range, "limit", "longest_chat");
    }
    return std::nullopt;
}

const Action<SetAssistantLimits, limits::LimitsSet> set_assistant_limits{
    {.name = "consultation.set_assistant_limits",
     .needs = limits::limits_write,
     .refuses = limits::refusals_with({limits::limit_out_of_range}),
     .run = run_set}};
const View<Nothing, ShownAssistantLimits> assistant_limits_now{
    {.name = "consultation.assistant_limits", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::consultation
