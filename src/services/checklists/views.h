#pragma once
#include <action/view.h>
#include <services/checklists/api.h>

namespace forecourt::checklists {

inline constexpr Refusal filled_checklist_not_found{"filled_checklist_not_found", RefusalKind::not_found};
inline constexpr Right checklist_read{"checklists.read"};

struct DefinitionInput {
    std::string name;
    std::optional<Instant> began_at;  // of the record that keeps its list; now when not said
};
FORECOURT_STRUCT(DefinitionInput, name, began_at)

struct FilledInput {
    Id<Checklist> checklist_id;
};
FORECOURT_STRUCT(FilledInput, checklist_id)

struct FilledOfInput {
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(FilledOfInput, object_type, object_id)

struct FilledHead {
    Id<Checklist> id;
    std::string checklist;
    int version_number{};
    std::string object_type;
    std::int64_t object_id{};
    Instant filled_at;
    std::string filled_by_name;
    int faults{};
};
FORECOURT_STRUCT(FilledHead, id, checklist, version_number, object_type, object_id, filled_at, filled_by_name,
                 faults)

struct FilledItem {
    std::string item;
    BothLanguages text;
    Verdict verdict{};
    std::string note;
    std::vector<FileHash> photos;
    std::optional<Quantity> measured;
    std::optional<MeasureRule> measure;
};
FORECOURT_STRUCT(FilledItem, item, text, verdict, note, photos, measured, measure)

struct FilledChecklist {
    FilledHead head;
    BothLanguages title;
    std::vector<FilledItem> items;
};
FORECOURT_STRUCT(FilledChecklist, head, title, items)

struct FilledOf {
    std::vector<FilledHead> rows;
};
FORECOURT_STRUCT(FilledOf, rows)

extern const View<DefinitionInput, Definition> definition;
extern const View<FilledInput, FilledChecklist> filled;
extern const View<FilledOfInput, FilledOf> of_record;

}  // namespace forecourt::checklists
