#include <services/log/api.h>
#include <services/log/event_log.sql.h>
#include <services/log/module.h>

namespace forecourt::log {
namespace {

inline constexpr Right timeline_read{"log.timeline_read"};
inline constexpr Right log_read{"log.log_read"};

struct TimelineInput {
    std::string object_type;
    std::int64_t object_id{};
    std::optional<std::int64_t> after;
    std::optional<int> limit;
};
FORECOURT_STRUCT(TimelineInput, object_type, object_id, after, limit)

struct TimelineRow {
    std::int64_t id{};
    Instant at;
    std::string name;
    std::string actor_name;
    JsonText objects;
    JsonText data;
};
FORECOURT_STRUCT(TimelineRow, id, at, name, actor_name, objects, data)

/// What happened to one record, newest first.
Result<Page<TimelineRow>> run_timeline(Context& context, const TimelineInput& in) {
    const std::int64_t limit = in.limit && *in.limit > 0 ? std::min(*in.limit, 500) : 50;
    db::Params params{{"store_id", context.store_id()},
                      {"object_type", in.object_type},
                      {"object_id", in.object_id},
                      {"limit", limit + 1}};
    params.add({"after_id", in.after});
    Page<TimelineRow> page{.rows = db::all<TimelineRow>(context.db(), sql::event_log::timeline, params),
                           .next = {}};
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.resize(static_cast<std::size_t>(limit));
        page.next = std::to_string(page.rows.back().id);
    }
    return page;
}

struct EventsInput {
    std::optional<std::int64_t> since;
    std::optional<int> limit;
};
FORECOURT_STRUCT(EventsInput, since, limit)

/// The log in its own order, for programs that follow it: `next` is the `since` of the following call.
Result<Page<Entry>> run_events(Context& context, const EventsInput& in) {
    const std::size_t limit =
        in.limit && *in.limit > 0 ? static_cast<std::size_t>(std::min(*in.limit, 1000)) : 200;
    Page<Entry> page{.rows = entries_since(context.db(), context.store_id(), in.since.value_or(0), limit),
                     .next = {}};
    if (!page.rows.empty()) page.next = std::to_string(page.rows.back().seq);
    return page;
}

const View<TimelineInput, Page<TimelineRow>> timeline{
    {.name = "log.timeline", .needs = timeline_read, .refuses = {}, .run = run_timeline}};
const View<EventsInput, Page<Entry>> events{
    {.name = "log.events", .needs = log_read, .refuses = {}, .run = run_events}};

}  // namespace

const Module log_module{
    .name = "log",
    .needs = {},
    .actions = {},
    .views = {&timeline, &events},
    .grants = {{timeline_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::host, Role::cashier, Role::finance,
                 Role::delivery, Role::advisor, Role::foreman, Role::technician, Role::inspector, Role::parts,
                 Role::care, Role::admin}},
               {log_read, {Role::gm, Role::admin}}},
    .events = {},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::log
