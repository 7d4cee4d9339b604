#pragma once
#include <action/action.h>
#include <core/checked_text.h>
#include <services/checklists/api.h>
#include <services/versions/api.h>

namespace forecourt::checklists {

inline constexpr Right list_write{"checklists.list_write"};

struct OpenListDraft {
    FilledText checklist;
};
FORECOURT_STRUCT(OpenListDraft, checklist)

/// A list of the store's own, begun as a copy of one that is in force.
struct CopyList {
    FilledText checklist;
    BothLanguages title;
};
FORECOURT_STRUCT(CopyList, checklist, title)

struct ChangeListDraft {
    FilledText checklist;
    std::int64_t version{};
    BothLanguages title;
    std::vector<Item> items;
};
FORECOURT_STRUCT(ChangeListDraft, checklist, version, title, items)

struct ListDraftAtVersion {
    FilledText checklist;
    std::int64_t version{};
};
FORECOURT_STRUCT(ListDraftAtVersion, checklist, version)

struct ListDraftAnswer {
    std::string checklist;
    std::int64_t version{};
    int changes{};  // against the version it was begun from
};
FORECOURT_STRUCT(ListDraftAnswer, checklist, version, changes)

struct PublishList {
    FilledText checklist;
    std::int64_t version{};
    FilledText reason;
    std::optional<Date> valid_from;  // from now on when not said
};
FORECOURT_STRUCT(PublishList, checklist, version, reason, valid_from)

struct ListPublished {
    std::string checklist;
    BothLanguages title;
    int number{};
    std::string reason;
    Instant valid_from;
};
FORECOURT_STRUCT(ListPublished, checklist, title, number, reason, valid_from)

extern const Action<OpenListDraft, ListDraftAnswer> open_draft;
extern const Action<CopyList, ListDraftAnswer> copy_list;
extern const Action<ChangeListDraft, ListDraftAnswer> change_draft;
extern const Action<ListDraftAtVersion, Nothing> discard_draft;
extern const Action<PublishList, ListPublished> publish;

/// How many differences there are; all of a list that was never published is new.
std::size_t changes_of(db::Connection& db, Id<Store> store, const versions::Draft& draft);

}  // namespace forecourt::checklists
