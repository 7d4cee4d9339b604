#include <services/tasks/actions.h>
#include <services/tasks/module.h>
#include <services/tasks/views.h>

namespace forecourt::tasks {

const Module tasks_module{
    .name = "tasks",
    .needs = {},
    .actions = {&complete, &mark_alerts_read},
    .views = {&mine, &my_alerts},
    .grants = {{own_tasks, every_staff_role()}},
    .events = {"tasks.alert_raised", "tasks.task_completed"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::tasks
