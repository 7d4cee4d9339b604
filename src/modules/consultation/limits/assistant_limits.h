#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/limits/api.h>

namespace forecourt::consultation {

/// When the assistant answers by itself, and how long a conversation may get.
struct AssistantLimits {
    std::int64_t answer_from_score{};  // 1 to 100; below it the assistant says that it does not know
    std::int64_t longest_chat{};       // lines
};
FORECOURT_STRUCT(AssistantLimits, answer_from_score, longest_chat)
inline constexpr limits::Table<AssistantLimits> assistant_limits{"assistant_limits"};

MaybeRefused may_hold(const AssistantLimits& table);

struct SetAssistantLimits {
    std::int64_t answer_from_score{};
    std::int64_t longest_chat{};
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetAssistantLimits, answer_from_score, longest_chat, number, reason, valid_from)
struct ShownAssistantLimits {
    std::int64_t answer_from_score{};
    std::int64_t longest_chat{};
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownAssistantLimits, answer_from_score, longest_chat, standing, allowed_actions)

extern const Action<SetAssistantLimits, limits::LimitsSet> set_assistant_limits;
extern const View<Nothing, ShownAssistantLimits> assistant_limits_now;

}  // namespace forecourt::consultation
