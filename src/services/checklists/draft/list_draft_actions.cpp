#include <services/checklists/checklist.h>
#include <services/checklists/draft/list_differences.h>
#include <services/checklists/draft/list_draft.h>

namespace forecourt::checklists {
namespace {

/// What the events of a draft tell.
struct ListDraftEvent {
    std::string checklist;
    BothLanguages title;
    int base_number{};
};
FORECOURT_STRUCT(ListDraftEvent, checklist, title, base_number)

versions::Key key_of(std::string_view name) { return {kind_of_text, name}; }

void emit_draft(Tx& tx, std::string_view event, const versions::Draft& draft, const Definition& list) {
    tx.emit(event, {{"checklist_draft", draft.id}},
            ListDraftEvent{.checklist = draft.name, .title = list.title, .base_number = draft.base_number});
}

/// A draft begins as the last version that was published, whether it is in force yet or not.
Result<ListDraftAnswer> run_open_draft(Tx& tx, const OpenListDraft& in) {
    const auto key = key_of(in.checklist.text);
    if (!versions::latest(tx.db(), tx.store_id(), key)) {
        const auto* shipped = find_definition(in.checklist.text);
        if (shipped == nullptr) return with(checklist_unknown, "checklist", in.checklist.text);
        versions::install(tx, key, reflect::to_json(*shipped));
    }
    const auto draft = versions::open_draft(tx, key);
    if (!draft) return draft.refused();
    emit_draft(tx, "checklists.draft_opened", *draft, definition_of(draft->body));
    return ListDraftAnswer{.checklist = draft->name, .version = draft->version, .changes = 0};
}

Result<ListDraftAnswer> run_copy_list(Tx& tx, const CopyList& in) {
    const auto from = list_at(tx.db(), tx.store_id(), in.checklist.text, tx.now());
    if (!from) return with(checklist_unknown, "checklist", in.checklist.text);
    Definition list = from->list;
    list.copied_from = list.copied_from.value_or(list.name);
    list.name = "list_" + std::to_string(tx.new_number());
    list.title = in.title;
    if (const auto no = may_hold(list)) return *no;
    const auto draft = versions::begin(tx, key_of(list.name), reflect::to_json(list));
    emit_draft(tx, "checklists.draft_opened", draft, list);
    return ListDraftAnswer{.checklist = draft.name,
                           .version = draft.version,
                           .changes = static_cast<int>(changes_of(tx.db(), tx.store_id(), draft))};
}

Result<ListDraftAnswer> run_change_draft(Tx& tx, const ChangeListDraft& in) {
    auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.checklist.text));
    if (!draft) return versions::draft_not_found;
    Definition list = definition_of(draft->body);
    list.title = in.title;
    list.items = in.items;
    if (const auto no = may_hold(list)) return *no;
    draft->body = reflect::to_json(list);
    versions::change_draft(tx, key_of(draft->name), in.version, draft->body);
    emit_draft(tx, "checklists.draft_changed", *draft, list);
    return ListDraftAnswer{.checklist = draft->name,
                           .version = in.version + 1,
                           .changes = static_cast<int>(changes_of(tx.db(), tx.store_id(), *draft))};
}

Result<Nothing> run_discard_draft(Tx& tx, const ListDraftAtVersion& in) {
    const auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.checklist.text));
    if (!draft) return versions::draft_not_found;
    versions::discard_draft(tx, key_of(draft->name), in.version);
    emit_draft(tx, "checklists.draft_discarded", *draft, definition_of(draft->body));
    return Nothing{};
}

/// A new version of a list. What runs already goes on by the one it began with.
Result<ListPublished> run_publish(Tx& tx, const PublishList& in) {
    const auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.checklist.text));
    if (!draft) return versions::draft_not_found;
    const auto version = versions::publish(tx, key_of(draft->name),
                                           {.version = in.version,
                                            .reason = in.reason.text,
                                            .valid_from = in.valid_from,
                                            .changes = changes_of(tx.db(), tx.store_id(), *draft)});
    if (!version) return version.refused();
    const ListPublished published{.checklist = version->name,
                                  .title = definition_of(version->body).title,
                                  .number = version->number,
                                  .reason = version->reason,
                                  .valid_from = version->valid_from};
    tx.emit("checklists.version_published", {{"checklist_draft", draft->id}}, published);
    return published;
}

}  // namespace

std::size_t changes_of(db::Connection& db, Id<Store> store, const versions::Draft& draft) {
    const Definition list = definition_of(draft.body);
    const auto base = versions::latest(db, store, key_of(draft.name));
    return list_differences(base ? definition_of(base->body) : Definition{}, list).size();
}

const Action<OpenListDraft, ListDraftAnswer> open_draft{
    {.name = "checklists.open_draft",
     .needs = list_write,
     .refuses = {checklist_unknown, versions::draft_is_open},
     .run = run_open_draft}};
const Action<CopyList, ListDraftAnswer> copy_list{{.name = "checklists.copy_list",
                                                   .needs = list_write,
                                                   .refuses = {checklist_unknown, list_needs_title},
                                                   .run = run_copy_list}};
const Action<ChangeListDraft, ListDraftAnswer> change_draft{
    {.name = "checklists.change_draft",
     .needs = list_write,
     .refuses = {versions::draft_not_found, list_needs_title, list_needs_items, list_item_needs_text,
                 list_item_twice, list_measure_needs_unit, list_limits_crossed},
     .run = run_change_draft}};
const Action<ListDraftAtVersion, Nothing> discard_draft{{.name = "checklists.discard_draft",
                                                         .needs = list_write,
                                                         .refuses = {versions::draft_not_found},
                                                         .run = run_discard_draft}};
const Action<PublishList, ListPublished> publish{
    {.name = "checklists.publish",
     .needs = list_write,
     .refuses = {versions::draft_not_found, versions::draft_changes_nothing, versions::draft_is_outdated,
                 versions::start_date_past, versions::starts_before_the_last_version},
     .run = run_publish}};

}  // namespace forecourt::checklists
