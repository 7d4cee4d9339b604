#pragma once
#include <action/view.h>
#include <services/tasks/task.h>

namespace forecourt::tasks {

struct MineInput {
    std::optional<int> limit;
};
FORECOURT_STRUCT(MineInput, limit)

struct OpenTask {
    Id<Task> id;
    std::string title_key;
    JsonText title_params;
    Instant due_at;
    bool late{};
    std::string object_type;
    std::int64_t object_id{};
    std::string link;
    std::string process;
    std::string milestone;
    std::optional<Role> role;
};
FORECOURT_STRUCT(OpenTask, id, title_key, title_params, due_at, late, object_type, object_id, link, process,
                 milestone, role)

struct MyTasks {
    std::vector<OpenTask> rows;
    int late{};  // how many of the rows
};
FORECOURT_STRUCT(MyTasks, rows, late)

struct UnreadAlert {
    Id<RaisedAlert> id;
    std::string title_key;
    JsonText title_params;
    AlertLevel level{};
    std::string link;
    std::string object_type;
    std::int64_t object_id{};
    Instant raised_at;
};
FORECOURT_STRUCT(UnreadAlert, id, title_key, title_params, level, link, object_type, object_id, raised_at)

struct MyAlerts {
    std::vector<UnreadAlert> rows;
};
FORECOURT_STRUCT(MyAlerts, rows)

extern const View<MineInput, MyTasks> mine;
extern const View<MineInput, MyAlerts> my_alerts;

}  // namespace forecourt::tasks
