#include <db/send.h>
#include <services/tasks/actions.h>
#include <services/tasks/tasks.sql.h>

namespace forecourt::tasks {
namespace {

struct AlertRow {
    Id<RaisedAlert> id;
    std::optional<Id<User>> user_id;
    std::optional<Role> role;
};
FORECOURT_STRUCT(AlertRow, id, user_id, role)

Result<Nothing> run_complete(Tx& tx, const CompleteTask& in) {
    const auto task =
        db::first<TaskRow>(tx.db(), sql::tasks::find_task, {{"id", in.task_id}, {"store_id", tx.store_id()}});
    if (!task) return task_not_found;
    if (const auto no = may_complete(*task, tx.actor())) return *no;
    db::execute_one(tx.db(), sql::tasks::close_task,
                    {{"id", task->id},
                     {"store_id", tx.store_id()},
                     {"version", task->version},
                     {"closed_at", tx.now()},
                     {"closed_by", tx.actor().user_id},
                     {"closed_by_name", tx.actor().name}});
    tx.emit("tasks.task_completed",
            {{"task", task->id}, {task->object_type, task->object_id}, {"customer", task->customer_id}},
            TaskCompleted{.title_key = task->title_key, .params = task->title_params});
    return Nothing{};
}

Result<Nothing> run_mark_alerts_read(Tx& tx, const MarkAlertsRead& in) {
    for (const auto& id : in.alert_ids) {
        const auto alert =
            db::first<AlertRow>(tx.db(), sql::tasks::find_alert, {{"id", id}, {"store_id", tx.store_id()}});
        if (!alert || !concerns(tx.actor(), alert->user_id, alert->role)) return alert_not_found;
        db::send(tx.db(), sql::tasks::insert_alert_read,
                 {{"store_id", tx.store_id()},
                  {"alert_id", id},
                  {"user_id", tx.actor().user_id},
                  {"read_at", tx.now()}});
    }
    return Nothing{};
}

}  // namespace

const Action<CompleteTask, Nothing> complete{{.name = "tasks.complete",
                                              .needs = own_tasks,
                                              .refuses = {task_not_found, task_is_closed, task_is_not_yours},
                                              .run = run_complete}};
const Action<MarkAlertsRead, Nothing> mark_alerts_read{{.name = "tasks.mark_alerts_read",
                                                        .needs = own_tasks,
                                                        .refuses = {alert_not_found},
                                                        .run = run_mark_alerts_read}};

}  // namespace forecourt::tasks
