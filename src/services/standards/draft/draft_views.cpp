#include <services/checklists/api.h>
#include <services/standards/draft/draft_views.h>
#include <services/standards/draft/standards_draft.sql.h>
#include <services/standards/engine.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

Result<VersionsOutput> run_versions(Context& context, const VersionsInput& in) {
    return VersionsOutput{
        db::all<VersionItem>(context.db(), sql::standards::versions_of_process,
                             {{"store_id", context.store_id()}, {"process", in.process.text}})};
}

struct OpenCount {
    std::string process;
    std::int64_t open{};
};
FORECOURT_STRUCT(OpenCount, process, open)
struct LateCount {
    std::string process;
    std::int64_t late{};
};
FORECOURT_STRUCT(LateCount, process, late)
struct VersionCount {
    int number{};
    std::int64_t cases{};
};
FORECOURT_STRUCT(VersionCount, number, cases)

std::optional<VersionRow> latest_of(Context& context, const std::string& process) {
    return db::first<VersionRow>(context.db(), sql::standards::latest_version,
                                 {{"store_id", context.store_id()}, {"process", process}});
}

/// Every process with its version in force and how its cases stand now.
Result<ProcessLines> run_processes(Context& context, const Nothing&) {
    std::map<std::string, std::int64_t> open, late;
    const db::Params params{{"store_id", context.store_id()}, {"now", context.now()}};
    for (const auto& row :
         db::all<OpenCount>(context.db(), sql::standards_draft::open_cases_by_process, params)) {
        open[row.process] = row.open;
    }
    for (const auto& row :
         db::all<LateCount>(context.db(), sql::standards_draft::late_cases_by_process, params)) {
        late[row.process] = row.late;
    }
    std::map<std::string, bool> drafted;
    for (const auto& row : db::all<DraftRow>(context.db(), sql::standards_draft::drafts, params)) {
        drafted[row.process] = true;
    }
    ProcessLines lines;
    for (const auto& version : *versions_in_force(context.db(), context.store_id(), context.now())) {
        const auto& standard = *version.standard;
        ProcessLine line{.process = standard.process,
                         .about = standard.about,
                         .title = standard.title,
                         .number = version.number,
                         .valid_from = version.valid_from,
                         .steps = static_cast<std::int64_t>(standard.milestones.size()),
                         .open_cases = open[standard.process],
                         .late_cases = late[standard.process],
                         .has_draft = drafted[standard.process],
                         .next_number = {},
                         .next_from = {}};
        const auto latest = latest_of(context, standard.process);
        if (latest && latest->number != version.number) {
            line.next_number = latest->number;
            line.next_from = latest->valid_from;
        }
        lines.rows.push_back(std::move(line));
    }
    return lines;
}

std::vector<VersionLine> history(Context& context, const std::string& process, int in_force) {
    std::map<int, std::int64_t> cases;
    const db::Params params{{"store_id", context.store_id()}, {"process", process}};
    for (const auto& row :
         db::all<VersionCount>(context.db(), sql::standards_draft::cases_by_version, params)) {
        cases[row.number] = row.cases;
    }
    std::vector<VersionLine> lines;
    for (const auto& item : db::all<VersionItem>(context.db(), sql::standards::versions_of_process, params)) {
        lines.push_back({.number = item.number,
                         .reason = item.reason,
                         .valid_from = item.valid_from,
                         .published_at = item.published_at,
                         .published_by = item.published_by,
                         .cases = cases[item.number],
                         .in_force = item.number == in_force});
    }
    return lines;
}

void offer_words(Context& context, ProcessRecord& record) {
    db::Params params{{"store_id", context.store_id()}, {"object_type", record.standard.about}};
    context.db().query(sql::standards_draft::events_of_records, params,
                       [&](const db::Row& row) { record.usual_events.emplace_back(row.text(0)); });
    for (const auto event : vocabulary_of(context).events) record.events.emplace_back(event);
    for (const auto& [number, list] : checklists::lists_at(context.db(), context.store_id(), context.now())) {
        record.checklists.push_back({.name = list.name, .title = {.zh = list.title.zh, .en = list.title.en}});
    }
}

Result<ProcessRecord> run_process_record(Context& context, const ProcessInput& in) {
    const auto current = db::first<VersionRow>(
        context.db(), sql::standards::version_in_force,
        {{"store_id", context.store_id()}, {"process", in.process.text}, {"now", context.now()}});
    if (!current) return standard_not_found;
    auto shown = current;
    if (in.number) {
        shown = db::first<VersionRow>(
            context.db(), sql::standards::version_by_number,
            {{"store_id", context.store_id()}, {"process", in.process.text}, {"number", *in.number}});
        if (!shown) return standard_not_found;
    }
    ProcessRecord record;
    record.standard = standard_of(shown->body);
    record.number = shown->number;
    record.valid_from = shown->valid_from;
    const auto draft = find_draft(context.db(), context.store_id(), in.process.text);
    if (draft) {
        DraftShown drafted{.version = draft->version,
                           .base_number = draft->base_number,
                           .changed_at = draft->changed_at,
                           .changed_by = draft->changed_by,
                           .standard = standard_of(draft->body),
                           .differences = {}};
        const auto base = latest_of(context, in.process.text);
        drafted.differences = differences(standard_of(base->body), drafted.standard);
        record.draft = std::move(drafted);
    }
    record.versions = history(context, in.process.text, current->number);
    offer_words(context, record);
    auto& list = record.allowed_actions;
    const MaybeRefused no_draft = draft ? MaybeRefused() : MaybeRefused(draft_not_found);
    allow(list, context, open_draft, draft ? MaybeRefused(draft_is_open) : MaybeRefused());
    allow(list, context, change_draft, no_draft);
    allow(list, context, publish,
          draft && record.draft->differences.empty() ? MaybeRefused(draft_changes_nothing) : no_draft);
    allow(list, context, discard_draft, no_draft);
    return record;
}

Result<Comparison> run_compare(Context& context, const CompareInput& in) {
    const auto version = [&](int number) {
        return db::first<VersionRow>(
            context.db(), sql::standards::version_by_number,
            {{"store_id", context.store_id()}, {"process", in.process.text}, {"number", number}});
    };
    const auto before = version(in.before), after = version(in.after);
    if (!before || !after) return standard_not_found;
    return Comparison{differences(standard_of(before->body), standard_of(after->body))};
}

}  // namespace

const View<VersionsInput, VersionsOutput> versions{
    {.name = "standards.versions", .needs = standard_read, .refuses = {}, .run = run_versions}};
const View<Nothing, ProcessLines> processes{
    {.name = "standards.processes", .needs = standard_read, .refuses = {}, .run = run_processes}};
const View<ProcessInput, ProcessRecord> process_record{{.name = "standards.process_record",
                                                        .needs = standard_read,
                                                        .refuses = {standard_not_found},
                                                        .run = run_process_record}};
const View<CompareInput, Comparison> compare_versions{{.name = "standards.compare_versions",
                                                       .needs = standard_read,
                                                       .refuses = {standard_not_found},
                                                       .run = run_compare}};

}  // namespace forecourt::standards
