#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Texts of a store as versions: drafted, compared, published with a reason and a day, and never changed
/// again. What stands in a body is the owner's business.
namespace forecourt::versions {

/// A text by its kind and its name: "checklist", "walk_round".
struct Key {
    std::string_view kind;
    std::string_view name;
};

struct Version {
    std::int64_t id{};
    std::string name;
    int number{};
    std::string body;
    std::string reason;
    Instant valid_from;
    Instant published_at;
    std::string published_by;
};
FORECOURT_STRUCT(Version, id, name, number, body, reason, valid_from, published_at, published_by)

struct Draft {
    std::int64_t id{};
    std::string name;
    int base_number{};  // the version it was begun from, 0 for something new
    std::string body;
    Instant begun_at;
    std::string begun_by;
    Instant changed_at;
    std::string changed_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(Draft, id, name, base_number, body, begun_at, begun_by, changed_at, changed_by, version)

/// A version as it stands in the history a screen shows.
struct PastVersion {
    int number{};
    std::string reason;
    Instant valid_from;
    Instant published_at;
    std::string published_by;
    bool in_force{};
};
FORECOURT_STRUCT(PastVersion, number, reason, valid_from, published_at, published_by, in_force)

inline constexpr Refusal draft_is_open{"draft_is_open"};
inline constexpr Refusal draft_not_found{"draft_not_found", RefusalKind::not_found};
inline constexpr Refusal draft_changes_nothing{"draft_changes_nothing"};
/// Another version was published since the draft was begun: what it changed would be lost.
inline constexpr Refusal draft_is_outdated{"draft_is_outdated"};
inline constexpr Refusal start_date_past{"start_date_past", RefusalKind::unprocessable};
/// A version may not begin before the one published before it, or that one would never be in force.
inline constexpr Refusal starts_before_the_last_version{"starts_before_the_last_version",
                                                        RefusalKind::unprocessable};

/// The last version that was published.
struct LastVersion {
    int number{};
    Instant valid_from;
};

/// When a version begins: now when today is meant, at the beginning of the day when a later one is.
Result<Instant> decide_start(const std::optional<Date>& wanted, Instant now, const LastVersion& last);

/// Whether a draft begun from this number can become a version: it says something new, and nobody has
/// published meanwhile.
MaybeRefused may_publish(int base_number, const LastVersion& last, std::size_t changes);

std::optional<Version> in_force(db::Connection& db, Id<Store> store, Key key, Instant at);
std::optional<Version> numbered(db::Connection& db, Id<Store> store, Key key, int number);
/// The last one published, whether it has begun or not.
std::optional<Version> latest(db::Connection& db, Id<Store> store, Key key);
/// Every version, the newest first.
std::vector<PastVersion> history(db::Connection& db, Id<Store> store, Key key, Instant now);
/// The versions in force of all texts of a kind, by name.
std::vector<Version> all_in_force(db::Connection& db, Id<Store> store, std::string_view kind, Instant at);
/// The last published versions of all texts of a kind, by name.
std::vector<Version> all_latest(db::Connection& db, Id<Store> store, std::string_view kind);

std::optional<Draft> draft_of(db::Connection& db, Id<Store> store, Key key);
std::vector<Draft> drafts(db::Connection& db, Id<Store> store, std::string_view kind);

/// The text the program ships with as version 1, unless the store has one already.
void install(Tx& tx, Key key, const std::string& body);

/// A draft out of the last version; refused with draft_is_open when there is one. The text must exist.
Result<Draft> open_draft(Tx& tx, Key key);
/// The first draft of something new; its name must be free.
Draft begin(Tx& tx, Key key, const std::string& body);
/// Writes a draft's text where its version is still the one in the row.
void change_draft(Tx& tx, Key key, std::int64_t version, const std::string& body);
void discard_draft(Tx& tx, Key key, std::int64_t version);

struct Publication {
    std::int64_t version{};  // of the draft
    std::string reason;
    std::optional<Date> valid_from;  // from now on when not said
    std::size_t changes{};           // against the last version, as the owner counts them
};
/// The next version of a text that exists, without a draft; the publication's own version is not looked at.
/// Refuses draft_changes_nothing, start_date_past, starts_before_the_last_version.
Result<Version> publish_text(Tx& tx, Key key, const std::string& body, const Publication& publication);
/// The draft becomes the next version.
Result<Version> publish(Tx& tx, Key key, const Publication& publication);

}  // namespace forecourt::versions
