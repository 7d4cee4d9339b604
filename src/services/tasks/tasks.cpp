#include <db/send.h>
#include <services/tasks/api.h>
#include <services/tasks/tasks.sql.h>

namespace forecourt::tasks {
namespace {

void close_open(Tx& tx, const ObjectRef& about, std::optional<std::string_view> title_key) {
    db::Params params{{"store_id", tx.store_id()},       {"object_type", about.type},
                      {"object_id", about.id},           {"closed_at", tx.now()},
                      {"closed_by", tx.actor().user_id}, {"closed_by_name", tx.actor().name}};
    if (title_key) params.add({"title_key", *title_key});
    db::send(tx.db(), sql::tasks::close_tasks_of_object, params);
}

}  // namespace

Id<Task> add_task(Tx& tx, const NewTask& task) {
    ensure(task.user_id || task.role);
    const auto id = tx.new_id<Task>();
    db::send(tx.db(), sql::tasks::insert_task,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"title_key", task.title_key},
              {"title_params", task.params_json},
              {"user_id", task.user_id},
              {"role", task.role},
              {"due_at", task.due_at},
              {"object_type", task.about.type},
              {"object_id", task.about.id},
              {"customer_id", task.customer_id},
              {"link", task.link},
              {"process", task.process},
              {"milestone", task.milestone},
              {"created_at", tx.now()}});
    return id;
}

void close_tasks(Tx& tx, const ObjectRef& about, std::string_view title_key) {
    close_open(tx, about, title_key);
}

void close_every_task(Tx& tx, const ObjectRef& about) { close_open(tx, about, std::nullopt); }

void alert(Tx& tx, const Alert& alert) {
    ensure(alert.user_id || alert.role);
    const auto id = tx.new_id<RaisedAlert>();
    db::send(tx.db(), sql::tasks::insert_alert,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"title_key", alert.title_key},
              {"title_params", alert.params_json},
              {"user_id", alert.user_id},
              {"role", alert.role},
              {"level", alert.level},
              {"link", alert.link},
              {"object_type", alert.about.type},
              {"object_id", alert.about.id},
              {"raised_at", tx.now()}});
    tx.emit("tasks.alert_raised", {{"alert", id}, alert.about},
            AlertRaised{.user_id = alert.user_id,
                        .role = alert.role,
                        .title_key = std::string(alert.title_key),
                        .params = {alert.params_json},
                        .link = alert.link,
                        .level = alert.level});
}

}  // namespace forecourt::tasks
