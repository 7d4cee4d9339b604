#include <services/checklists/checklists.sql.h>
#include <services/checklists/views.h>

#include <algorithm>

namespace forecourt::checklists {
namespace {

struct AnswerRow {
    std::string item;
    Verdict verdict{};
    std::string note;
};
FORECOURT_STRUCT(AnswerRow, item, verdict, note)

struct PhotoRow {
    std::string item;
    FileHash file_hash;
};
FORECOURT_STRUCT(PhotoRow, item, file_hash)

Result<Definition> run_definition(Context&, const DefinitionInput& in) {
    const auto* definition = find_definition(in.name);
    if (definition == nullptr) return with(checklist_unknown, "checklist", in.name);
    return *definition;
}

// The wording as it is now; an item that has since gone from the list shows its name.
BothLanguages text_of(const Definition* definition, const std::string& item) {
    if (definition != nullptr) {
        for (const auto& known : definition->items) {
            if (known.name == item) return known.text;
        }
    }
    return {.zh = item, .en = item};
}

Result<FilledChecklist> run_filled(Context& context, const FilledInput& in) {
    const auto head = db::first<FilledHead>(context.db(), sql::checklists::find_filled,
                                            {{"id", in.checklist_id}, {"store_id", context.store_id()}});
    if (!head) return filled_checklist_not_found;
    const auto* definition = find_definition(head->checklist);
    FilledChecklist filled{
        .head = *head,
        .title = definition ? definition->title : BothLanguages{.zh = head->checklist, .en = head->checklist},
        .items = {}};
    const db::Params params{{"store_id", context.store_id()}, {"filled_id", head->id}};
    for (auto& answer : db::all<AnswerRow>(context.db(), sql::checklists::answers_of_filled, params)) {
        filled.items.push_back({.item = answer.item,
                                .text = text_of(definition, answer.item),
                                .verdict = answer.verdict,
                                .note = answer.note,
                                .photos = {}});
    }
    for (auto& photo : db::all<PhotoRow>(context.db(), sql::checklists::photos_of_filled, params)) {
        const auto item = std::find_if(filled.items.begin(), filled.items.end(),
                                       [&](const FilledItem& one) { return one.item == photo.item; });
        ensure(item != filled.items.end());
        item->photos.push_back(std::move(photo.file_hash));
    }
    return filled;
}

Result<FilledOf> run_of_record(Context& context, const FilledOfInput& in) {
    return FilledOf{db::all<FilledHead>(
        context.db(), sql::checklists::filled_of_object,
        {{"store_id", context.store_id()}, {"object_type", in.object_type}, {"object_id", in.object_id}})};
}

}  // namespace

const View<DefinitionInput, Definition> definition{{.name = "checklists.definition",
                                                    .needs = checklist_read,
                                                    .refuses = {checklist_unknown},
                                                    .run = run_definition}};
const View<FilledInput, FilledChecklist> filled{{.name = "checklists.filled",
                                                 .needs = checklist_read,
                                                 .refuses = {filled_checklist_not_found},
                                                 .run = run_filled}};
const View<FilledOfInput, FilledOf> of_record{
    {.name = "checklists.of", .needs = checklist_read, .refuses = {}, .run = run_of_record}};

}  // namespace forecourt::checklists
