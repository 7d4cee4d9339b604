#include <services/tasks/task.h>

namespace forecourt::tasks {

bool concerns(const Actor& actor, const std::optional<Id<User>>& user, const std::optional<Role>& role) {
    if (user) return *user == actor.user_id;
    return role && actor.is(*role);
}

MaybeRefused may_complete(const TaskRow& task, const Actor& actor) {
    if (task.closed_at) return task_is_closed;
    if (!concerns(actor, task.user_id, task.role) && !actor.is(Role::gm)) return task_is_not_yours;
    return std::nullopt;
}

}  // namespace forecourt::tasks
