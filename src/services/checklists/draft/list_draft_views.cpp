#include <services/checklists/checklist.h>
#include <services/checklists/checklists.sql.h>
#include <services/checklists/draft/list_draft_views.h>
#include <services/checklists/views.h>

#include <map>

namespace forecourt::checklists {
namespace {

struct FilledCount {
    std::string checklist;
    std::int64_t times{};
    std::int64_t faulty{};
};
FORECOURT_STRUCT(FilledCount, checklist, times, faulty)

ListLine line_of(const Definition& list) {
    ListLine line;
    line.checklist = list.name;
    line.title = list.title;
    line.items_count = static_cast<std::int64_t>(list.items.size());
    line.copied_from = list.copied_from;
    return line;
}

// Every list in force, and those of the store's own that are not published yet.
std::map<std::string, ListLine> lines(Context& context) {
    std::map<std::string, ListLine> all;
    for (const auto& version : lists_at(context.db(), context.store_id(), context.now())) {
        auto line = line_of(version.list);
        line.number = version.number;
        all[line.checklist] = std::move(line);
    }
    for (const auto& draft : versions::drafts(context.db(), context.store_id(), kind_of_text)) {
        auto line = line_of(definition_of(draft.body));
        if (!all.contains(draft.name)) all[draft.name] = std::move(line);
        all[draft.name].has_draft = true;
    }
    return all;
}

Result<ListLines> run_list_lines(Context& context, const Nothing&) {
    auto all = lines(context);
    for (const auto& version : versions::all_latest(context.db(), context.store_id(), kind_of_text)) {
        if (version.valid_from <= context.now()) {
            all[version.name].valid_from = version.valid_from;
            continue;
        }
        auto& line = all[version.name];
        if (line.checklist.empty()) line = line_of(definition_of(version.body));
        line.next_number = version.number;
        line.next_from = version.valid_from;
    }
    for (const auto& count :
         db::all<FilledCount>(context.db(), sql::checklists::filled_by_list,
                              {{"store_id", context.store_id()}, {"since", context.now() + days(-30)}})) {
        const auto at = all.find(count.checklist);
        if (at == all.end()) continue;
        at->second.times_filled = count.times;
        at->second.times_faulty = count.faulty;
    }
    ListLines out;
    for (auto& [name, line] : all) out.rows.push_back(std::move(line));
    allow(out.allowed_actions, context, copy_list, std::nullopt);
    return out;
}

ListDraftShown shown(Context& context, const versions::Draft& draft) {
    ListDraftShown out{.version = draft.version,
                       .base_number = draft.base_number,
                       .changed_at = draft.changed_at,
                       .changed_by = draft.changed_by,
                       .list = definition_of(draft.body),
                       .differences = {}};
    const auto base = versions::latest(context.db(), context.store_id(), {kind_of_text, draft.name});
    if (base) out.differences = list_differences(definition_of(base->body), out.list);
    return out;
}

void allow_all(ListRecord& record, Context& context) {
    auto& list = record.allowed_actions;
    const bool drafted = record.draft.has_value();
    const MaybeRefused no_draft = drafted ? MaybeRefused() : MaybeRefused(versions::draft_not_found);
    allow(list, context, open_draft, drafted ? MaybeRefused(versions::draft_is_open) : MaybeRefused());
    allow(list, context, change_draft, no_draft);
    const bool says_nothing = drafted && record.draft->base_number > 0 && record.draft->differences.empty();
    allow(list, context, publish, says_nothing ? MaybeRefused(versions::draft_changes_nothing) : no_draft);
    allow(list, context, discard_draft, no_draft);
    allow(
        list, context, copy_list,
        record.list ? MaybeRefused() : MaybeRefused(with(checklist_unknown, "checklist", record.checklist)));
}

Result<ListRecord> run_list_record(Context& context, const ListInput& in) {
    const versions::Key key{kind_of_text, in.checklist.text};
    const auto draft = versions::draft_of(context.db(), context.store_id(), key);
    const auto current = list_at(context.db(), context.store_id(), in.checklist.text, context.now());
    ListRecord record{.checklist = in.checklist.text,
                      .list = {},
                      .number = 0,
                      .valid_from = {},
                      .draft = {},
                      .history = versions::history(context.db(), context.store_id(), key, context.now()),
                      .allowed_actions = {}};
    if (!draft && !current && record.history.empty())
        return with(checklist_unknown, "checklist", in.checklist.text);
    if (current) {
        record.list = current->list;
        record.number = current->number;
    }
    for (const auto& past : record.history) {
        if (past.in_force) record.valid_from = past.valid_from;
    }
    if (draft) record.draft = shown(context, *draft);
    allow_all(record, context);
    return record;
}

Result<ListComparison> run_compare_lists(Context& context, const CompareListInput& in) {
    const versions::Key key{kind_of_text, in.checklist.text};
    const auto before = versions::numbered(context.db(), context.store_id(), key, in.before);
    const auto after = versions::numbered(context.db(), context.store_id(), key, in.after);
    if (!before || !after) return with(checklist_unknown, "checklist", in.checklist.text);
    return ListComparison{list_differences(definition_of(before->body), definition_of(after->body))};
}

}  // namespace

const View<Nothing, ListLines> list_lines{
    {.name = "checklists.list_lines", .needs = checklist_read, .refuses = {}, .run = run_list_lines}};
const View<ListInput, ListRecord> list_record{{.name = "checklists.list_record",
                                               .needs = checklist_read,
                                               .refuses = {checklist_unknown},
                                               .run = run_list_record}};
const View<CompareListInput, ListComparison> compare_lists{{.name = "checklists.compare_lists",
                                                            .needs = checklist_read,
                                                            .refuses = {checklist_unknown},
                                                            .run = run_compare_lists}};

}  // namespace forecourt::checklists
