#pragma once
#include <action/context.h>

#include <string>
#include <string_view>
#include <vector>

namespace forecourt::secrets {
class KeyRing;
}

/// One box finds everything: an index of terms, the same table on both engines.
namespace forecourt::search {

struct Indexed {
    std::string_view object_type;
    std::int64_t object_id{};
    std::string title;     // "王建国 女士"
    std::string subtitle;  // "138****8000 · 京A12345"
    std::string link;      // "/customers/17"
    std::vector<std::string>
        terms;  // by terms_of(kind, text) of <text/search_terms.h>; repetitions do no harm
};

/// Makes a new record findable.
void index_new_object(Tx& tx, const Indexed& indexed);
/// Makes a record findable, or replaces how it is found.
void index_object(Tx& tx, const Indexed& indexed);
void remove_object(Tx& tx, std::string_view object_type, std::int64_t object_id);

/// What a record is called where it is found: a customer's name. Empty when it is in no index.
std::string title_of(db::Connection& db, Id<Store> store, std::string_view object_type,
                     std::int64_t object_id);

/// The terms of a telephone number as they may stand in the index: under a keyed hash, because the number
/// itself is encrypted everywhere. What people type is hashed in the same way when it could be a number.
std::vector<std::string> phone_terms(const Phone& phone);

/// The records of one type that meet every word of what was typed, the newest first: for lists with a search
/// box. Empty when the text holds nothing to look for.
std::vector<std::int64_t> find_objects(db::Connection& db, Id<Store> store, std::string_view object_type,
                                       std::string_view text, std::size_t limit);

/// The store's keys, once at start, before any action runs.
void configure(const secrets::KeyRing& keys);

}  // namespace forecourt::search
