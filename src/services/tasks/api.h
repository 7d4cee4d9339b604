#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <string_view>

/// What waits for somebody (tasks), and what somebody should see at once (alerts).
namespace forecourt::tasks {

struct Task;
struct RaisedAlert;

struct NewTask {
    std::string_view title_key;       // a key of the words
    std::string params_json = "{}";   // the values its sentence needs
    std::optional<Id<User>> user_id;  // this person, or
    std::optional<Role> role;         // whoever has this role
    Instant due_at;
    ObjectRef about;
    std::int64_t customer_id = 0;
    std::string link;     // the page where it is done: "/visits/17"
    std::string process;  // set by the standards: which milestone is waited for
    std::string milestone;
};

/// A task for a person or, without one, for everybody with the role.
Id<Task> add_task(Tx& tx, const NewTask& task);

/// What the tasks asked for has happened: closes the open tasks about this record with this title.
void close_tasks(Tx& tx, const ObjectRef& about, std::string_view title_key);
/// Closes every open task about this record, because it has ended.
void close_every_task(Tx& tx, const ObjectRef& about);

enum class AlertLevel { info, warning, urgent };
FORECOURT_ENUM(AlertLevel, info, warning, urgent)

struct Alert {
    std::string_view title_key;
    std::string params_json = "{}";
    std::optional<Id<User>> user_id;
    std::optional<Role> role;
    std::string link;
    ObjectRef about;
    AlertLevel level = AlertLevel::info;
};

/// Shows on the person's page at once, through the event tasks.alert_raised, and stays until it is read.
void alert(Tx& tx, const Alert& alert);

/// What an alert's event carries.
struct AlertRaised {
    std::optional<Id<User>> user_id;
    std::optional<Role> role;
    std::string title_key;
    JsonText params;
    std::string link;
    AlertLevel level{};
};
FORECOURT_STRUCT(AlertRaised, user_id, role, title_key, params, link, level)

}  // namespace forecourt::tasks
