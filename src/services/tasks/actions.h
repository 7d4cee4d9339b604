#pragma once
#include <action/action.h>
#include <services/tasks/task.h>

namespace forecourt::tasks {

inline constexpr Right own_tasks{"tasks.own"};

struct CompleteTask {
    Id<Task> task_id;
};
FORECOURT_STRUCT(CompleteTask, task_id)

struct MarkAlertRead {
    Id<RaisedAlert> alert_id;
};
FORECOURT_STRUCT(MarkAlertRead, alert_id)

/// What the event tasks.task_completed tells.
struct TaskCompleted {
    std::string title_key;
    JsonText params;
};
FORECOURT_STRUCT(TaskCompleted, title_key, params)

extern const Action<CompleteTask, Nothing> complete;
extern const Action<MarkAlertRead, Nothing> mark_alert_read;

}  // namespace forecourt::tasks
