#pragma once
#include <action/action.h>
#include <services/standards/api.h>
#include <services/versions/api.h>

#include <map>

namespace forecourt::standards {

inline constexpr Right standard_read{"standards.standard_read"};
inline constexpr Right standard_write{"standards.standard_write"};

struct Draft;

/// A version in the making, of one process.
struct DraftRow {
    std::int64_t id{};
    std::string process;
    int base_number{};  // the version it was begun from
    std::string body;
    Instant begun_at;
    std::string begun_by;
    Instant changed_at;
    std::string changed_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(DraftRow, id, process, base_number, body, begun_at, begun_by, changed_at, changed_by,
                 version)

struct OpenDraft {
    FilledText process;
};
FORECOURT_STRUCT(OpenDraft, process)

struct ChangeDraft {
    FilledText process;
    std::int64_t version{};
    TwoWords title;
    std::vector<std::string> ended_by;
    std::vector<Milestone> milestones;
};
FORECOURT_STRUCT(ChangeDraft, process, version, title, ended_by, milestones)

struct DraftAtVersion {
    FilledText process;
    std::int64_t version{};
};
FORECOURT_STRUCT(DraftAtVersion, process, version)

struct DraftAnswer {
    std::string process;
    std::int64_t version{};
    int changes{};  // against the version it was begun from
};
FORECOURT_STRUCT(DraftAnswer, process, version, changes)

struct PublishDraft {
    FilledText process;
    std::int64_t version{};
    FilledText reason;
    std::optional<Date> valid_from;  // from now on when not said
};
FORECOURT_STRUCT(PublishDraft, process, version, reason, valid_from)

struct Published {
    std::string process;
    TwoWords title;
    int number{};
    std::string reason;
    Instant valid_from;
};
FORECOURT_STRUCT(Published, process, title, number, reason, valid_from)

/// What the events of a draft tell.
struct DraftEvent {
    std::string process;
    TwoWords title;
    int base_number{};
};
FORECOURT_STRUCT(DraftEvent, process, title, base_number)

using versions::draft_changes_nothing;
using versions::draft_is_open;
using versions::draft_is_outdated;
using versions::draft_not_found;
using versions::start_date_past;
using versions::starts_before_the_last_version;

extern const Action<OpenDraft, DraftAnswer> open_draft;
extern const Action<ChangeDraft, DraftAnswer> change_draft;
extern const Action<DraftAtVersion, Nothing> discard_draft;
extern const Action<PublishDraft, Published> publish;

std::optional<DraftRow> find_draft(db::Connection& db, Id<Store> store, std::string_view process);

}  // namespace forecourt::standards
