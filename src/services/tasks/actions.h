#pragma once
#include <action/action.h>
#include <services/tasks/task.h>

namespace forecourt::tasks {

inline constexpr Right own_tasks{"tasks.own"};

struct CompleteTask {
    Id<Task> task_id;
};
FORECOURT_STRUCT(CompleteTask, task_id)

/// One alert, or all that a person sees in the list: what came in since is not read unseen.
struct MarkAlertsRead {
    std::vector<Id<RaisedAlert>> alert_ids;
};
FORECOURT_STRUCT(MarkAlertsRead, alert_ids)

/// What the event tasks.task_completed tells.
struct TaskCompleted {
    std::string title_key;
    JsonText params;
};
FORECOURT_STRUCT(TaskCompleted, title_key, params)

extern const Action<CompleteTask, Nothing> complete;
extern const Action<MarkAlertsRead, Nothing> mark_alerts_read;

}  // namespace forecourt::tasks
