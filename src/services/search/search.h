#pragma once
#include <action/view.h>
#include <services/search/api.h>

namespace forecourt::search {

inline constexpr Right search_find{"search.find"};

struct FindInput {
    std::string q;
    std::optional<std::string> object_type;
    std::optional<int> limit;
};
FORECOURT_STRUCT(FindInput, q, object_type, limit)

struct Hit {
    std::string object_type;
    std::int64_t object_id{};
    std::string title;
    std::string subtitle;
    std::string link;
};
FORECOURT_STRUCT(Hit, object_type, object_id, title, subtitle, link)

struct Hits {
    std::vector<Hit> hits;
};
FORECOURT_STRUCT(Hits, hits)

struct Question {
    std::string_view text;
    std::optional<std::string> object_type;
    std::size_t limit = 20;
};

/// The objects that have all terms of what was typed, the newest first.
std::vector<Hit> find(db::Connection& db, Id<Store> store, const Question& question);

extern const View<FindInput, Hits> find_view;

}  // namespace forecourt::search
