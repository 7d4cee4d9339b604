#pragma once
#include <action/view.h>
#include <services/checklists/draft/list_differences.h>
#include <services/checklists/draft/list_draft.h>

namespace forecourt::checklists {

struct ListLine {
    std::string checklist;
    BothLanguages title;
    int number{};  // 0 while the first version is a draft
    Instant valid_from;
    std::int64_t items_count{};
    std::int64_t times_filled{};  // in the last thirty days
    std::int64_t times_faulty{};  // of those, with a fault
    std::optional<std::string> copied_from;
    bool has_draft{};
    std::optional<int> next_number;  // published and not begun yet
    std::optional<Instant> next_from;
};
FORECOURT_STRUCT(ListLine, checklist, title, number, valid_from, items_count, times_filled, times_faulty,
                 copied_from, has_draft, next_number, next_from)
struct ListLines {
    std::vector<ListLine> rows;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ListLines, rows, allowed_actions)

struct ListInput {
    FilledText checklist;
};
FORECOURT_STRUCT(ListInput, checklist)

struct ListDraftShown {
    std::int64_t version{};
    int base_number{};
    Instant changed_at;
    std::string changed_by;
    Definition list;
    std::vector<ListDifference> differences;
};
FORECOURT_STRUCT(ListDraftShown, version, base_number, changed_at, changed_by, list, differences)

struct ListRecord {
    std::string checklist;
    std::optional<Definition> list;  // in force; missing while the first version is a draft
    int number{};
    Instant valid_from;
    std::optional<ListDraftShown> draft;
    std::vector<versions::PastVersion> history;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ListRecord, checklist, list, number, valid_from, draft, history, allowed_actions)

struct CompareListInput {
    FilledText checklist;
    int before{};
    int after{};
};
FORECOURT_STRUCT(CompareListInput, checklist, before, after)
struct ListComparison {
    std::vector<ListDifference> differences;
};
FORECOURT_STRUCT(ListComparison, differences)

extern const View<Nothing, ListLines> list_lines;
extern const View<ListInput, ListRecord> list_record;
extern const View<CompareListInput, ListComparison> compare_lists;

}  // namespace forecourt::checklists
