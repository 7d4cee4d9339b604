#pragma once
#include <services/tasks/api.h>

namespace forecourt::tasks {

inline constexpr Refusal task_not_found{"task_not_found", RefusalKind::not_found};
inline constexpr Refusal task_is_closed{"task_is_closed"};
inline constexpr Refusal task_is_not_yours{"task_is_not_yours", RefusalKind::forbidden};
inline constexpr Refusal alert_not_found{"alert_not_found", RefusalKind::not_found};

/// As much of a stored task as its rules need.
struct TaskRow {
    Id<Task> id;
    std::optional<Id<User>> user_id;
    std::optional<Role> role;
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string title_key;
    JsonText title_params;
    std::optional<Instant> closed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(TaskRow, id, user_id, role, object_type, object_id, customer_id, title_key, title_params,
                 closed_at, version)

/// Whether something for this person or role is for the one who acts. A person named is meant alone.
bool concerns(const Actor& actor, const std::optional<Id<User>>& user, const std::optional<Role>& role);

/// A task is ticked off by the one it is for, or by the general manager.
MaybeRefused may_complete(const TaskRow& task, const Actor& actor);

}  // namespace forecourt::tasks
