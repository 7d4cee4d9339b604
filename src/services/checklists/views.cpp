#include <services/checklists/checklist.h>
#include <services/checklists/checklists.sql.h>
#include <services/checklists/views.h>
#include <services/versions/api.h>

#include <algorithm>

namespace forecourt::checklists {
namespace {

struct AnswerRow {
    std::string item;
    Verdict verdict{};
    std::string note;
    std::optional<Quantity> measured;
};
FORECOURT_STRUCT(AnswerRow, item, verdict, note, measured)

struct PhotoRow {
    std::string item;
    FileHash file_hash;
};
FORECOURT_STRUCT(PhotoRow, item, file_hash)

Result<Definition> run_definition(Context& context, const DefinitionInput& in) {
    const auto version =
        list_at(context.db(), context.store_id(), in.name, in.began_at.value_or(context.now()));
    if (!version) return with(checklist_unknown, "checklist", in.name);
    return version->list;
}

// The list as it was gone through; what has no version any more shows the names of its items.
Definition list_of(Context& context, const FilledHead& head) {
    if (const auto version = versions::numbered(context.db(), context.store_id(),
                                                {kind_of_text, head.checklist}, head.version_number)) {
        return definition_of(version->body);
    }
    if (const auto* shipped = find_definition(head.checklist)) return *shipped;
    return {.name = head.checklist,
            .title = {.zh = head.checklist, .en = head.checklist},
            .items = {},
            .copied_from = {}};
}

FilledItem item_of(const Definition& list, const AnswerRow& answer) {
    FilledItem filled{.item = answer.item,
                      .text = {.zh = answer.item, .en = answer.item},
                      .verdict = answer.verdict,
                      .note = answer.note,
                      .photos = {},
                      .measured = answer.measured,
                      .measure = {}};
    for (const auto& known : list.items) {
        if (known.name != answer.item) continue;
        filled.text = known.text;
        filled.measure = known.measure;
    }
    return filled;
}

Result<FilledChecklist> run_filled(Context& context, const FilledInput& in) {
    const auto head = db::first<FilledHead>(context.db(), sql::checklists::find_filled,
                                            {{"id", in.checklist_id}, {"store_id", context.store_id()}});
    if (!head) return filled_checklist_not_found;
    const auto list = list_of(context, *head);
    FilledChecklist filled{.head = *head, .title = list.title, .items = {}};
    const db::Params params{{"store_id", context.store_id()}, {"filled_id", head->id}};
    for (const auto& answer : db::all<AnswerRow>(context.db(), sql::checklists::answers_of_filled, params)) {
        filled.items.push_back(item_of(list, answer));
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
