#include <action/action.h>
#include <services/tasks/actions.h>
#include <services/tasks/tasks.sql.h>
#include <services/tasks/views.h>

#include <algorithm>

namespace forecourt::tasks {
namespace {

// An alert that nobody has read in a week is no longer news.
constexpr Duration alert_lasts = days(7);

std::int64_t limit_of(const MineInput& in) { return std::clamp(in.limit.value_or(200), 1, 1000); }

template <class Row>
void append(std::vector<Row>& rows, std::vector<Row> more) {
    rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// One ordered query for the person and one for each role: each is a walk along an index, where a single query
// with `or` would have to sort.
Result<MyTasks> run_mine(Context& context, const MineInput& in) {
    const auto limit = limit_of(in);
    MyTasks mine;
    mine.rows = db::all<OpenTask>(context.db(), sql::tasks::open_tasks_of_user,
                                  {{"store_id", context.store_id()},
                                   {"user_id", context.actor().user_id},
                                   {"now", context.now()},
                                   {"limit", limit}});
    for (const auto role : context.actor().roles) {
        append(mine.rows, db::all<OpenTask>(context.db(), sql::tasks::open_tasks_of_role,
                                            {{"store_id", context.store_id()},
                                             {"role", role},
                                             {"now", context.now()},
                                             {"limit", limit}}));
    }
    std::sort(mine.rows.begin(), mine.rows.end(), [](const OpenTask& a, const OpenTask& b) {
        return std::pair(a.due_at, a.id) < std::pair(b.due_at, b.id);
    });
    if (mine.rows.size() > static_cast<std::size_t>(limit)) mine.rows.resize(static_cast<std::size_t>(limit));
    mine.late = static_cast<int>(
        std::count_if(mine.rows.begin(), mine.rows.end(), [](const OpenTask& task) { return task.late; }));
    return mine;
}

Result<MyAlerts> run_my_alerts(Context& context, const MineInput& in) {
    const auto limit = limit_of(in);
    const db::Params common{{"store_id", context.store_id()},
                            {"user_id", context.actor().user_id},
                            {"since", context.now() - alert_lasts},
                            {"limit", limit}};
    MyAlerts mine{db::all<UnreadAlert>(context.db(), sql::tasks::unread_alerts_of_user, common)};
    for (const auto role : context.actor().roles) {
        auto params = common;
        append(mine.rows, db::all<UnreadAlert>(context.db(), sql::tasks::unread_alerts_of_role,
                                               params.add({"role", role})));
    }
    std::sort(mine.rows.begin(), mine.rows.end(), [](const UnreadAlert& a, const UnreadAlert& b) {
        return std::pair(a.raised_at, a.id) > std::pair(b.raised_at, b.id);
    });
    if (mine.rows.size() > static_cast<std::size_t>(limit)) mine.rows.resize(static_cast<std::size_t>(limit));
    return mine;
}

}  // namespace

const View<MineInput, MyTasks> mine{
    {.name = "tasks.mine", .needs = own_tasks, .refuses = {}, .run = run_mine}};
const View<MineInput, MyAlerts> my_alerts{
    {.name = "tasks.my_alerts", .needs = own_tasks, .refuses = {}, .run = run_my_alerts}};

}  // namespace forecourt::tasks
