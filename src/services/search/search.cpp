#include <db/send.h>
#include <services/search/search.h>
#include <services/search/search.sql.h>

#include <secrets/digest.h>
#include <secrets/keys.h>
#include <text/search_terms.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace forecourt::search {
namespace {

// The names of the parameters of the statements, which take so many terms at a time.
constexpr std::array<std::string_view, 16> term_names{
    "term_1", "term_2",  "term_3",  "term_4",  "term_5",  "term_6",  "term_7",  "term_8",
    "term_9", "term_10", "term_11", "term_12", "term_13", "term_14", "term_15", "term_16"};
constexpr std::size_t most_query_terms = 8;

struct ObjectRow {
    std::int64_t id{};
    std::string title;
    std::string subtitle;
    std::string link;
    std::string terms;
};
FORECOURT_STRUCT(ObjectRow, id, title, subtitle, link, terms)

using Terms = std::set<std::string, std::less<>>;

std::string joined(const Terms& terms) {
    std::string text;
    for (const auto& term : terms) {
        if (!text.empty()) text += '\n';
        text += term;
    }
    return text;
}

Terms split(std::string_view text) {
    Terms terms;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        terms.emplace(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return terms;
}

void insert_terms(Tx& tx, std::int64_t object_key, const std::vector<std::string_view>& terms) {
    for (std::size_t from = 0; from < terms.size(); from += term_names.size()) {
        const auto count = std::min(term_names.size(), terms.size() - from);
        db::Params params{{"store_id", tx.store_id()}, {"object_key", object_key}};
        for (std::size_t i = 0; i < count; ++i) params.add({term_names[i], terms[from + i]});
        db::send(tx.db(), sql::search::insert_terms, params);
    }
}

ObjectRow row_of(const Indexed& indexed, std::int64_t id, const Terms& terms) {
    return {.id = id,
            .title = indexed.title,
            .subtitle = indexed.subtitle,
            .link = indexed.link,
            .terms = joined(terms)};
}

std::optional<ObjectRow> find_object(Tx& tx, std::string_view object_type, std::int64_t object_id) {
    return db::first<ObjectRow>(
        tx.db(), sql::search::find_object,
        {{"store_id", tx.store_id()}, {"object_type", object_type}, {"object_id", object_id}});
}

void delete_term(Tx& tx, std::int64_t object_key, const std::string& term) {
    db::send(tx.db(), sql::search::delete_term,
             {{"store_id", tx.store_id()}, {"term", term}, {"object_key", object_key}});
}

std::optional<secrets::Key>& phone_key() {
    static std::optional<secrets::Key> key;
    return key;
}

// While the master key is changed what is not written anew yet stands under the old one.
std::optional<secrets::Key>& old_phone_key() {
    static std::optional<secrets::Key> key;
    return key;
}

// The last four digits have so few possibilities that a full hash would say them; a short one meets others
// too.
std::string hashed_phone_term(const std::optional<secrets::Key>& key, std::string_view digits) {
    ensure(key);
    return "phone:" + (digits.size() <= 4 ? secrets::short_blind_index(*key, digits)
                                          : secrets::blind_index(*key, digits));
}

}  // namespace

void configure(const secrets::KeyRing& keys) {
    phone_key() = keys.key(secrets::Purpose::blind_index);
    old_phone_key().reset();
    if (const auto old = keys.old()) old_phone_key() = keys.key(secrets::Purpose::blind_index, *old);
}

std::vector<std::string> phone_terms(const Phone& phone) {
    auto terms = text::terms_of(text::FieldKind::phone, phone.text);
    for (auto& term : terms) term = hashed_phone_term(phone_key(), term);
    return terms;
}

void index_new_object(Tx& tx, const Indexed& indexed) {
    const Terms terms(indexed.terms.begin(), indexed.terms.end());
    ensure(!terms.contains(""));
    const auto row = row_of(indexed, tx.new_number(), terms);
    db::send(tx.db(), sql::search::insert_object,
             db::Params::of(row, {{"store_id", tx.store_id()},
                                  {"object_type", indexed.object_type},
                                  {"object_id", indexed.object_id}}));
    insert_terms(tx, row.id, {terms.begin(), terms.end()});
}

void index_object(Tx& tx, const Indexed& indexed) {
    const auto known = find_object(tx, indexed.object_type, indexed.object_id);
    if (!known) return index_new_object(tx, indexed);
    const Terms terms(indexed.terms.begin(), indexed.terms.end());
    ensure(!terms.contains(""));
    const auto row = row_of(indexed, known->id, terms);
    db::send(tx.db(), sql::search::update_object, db::Params::of(row, {{"store_id", tx.store_id()}}));
    if (known->terms == row.terms) return;
    const auto before = split(known->terms);
    for (const auto& term : before) {
        if (!terms.contains(term)) delete_term(tx, row.id, term);
    }
    std::vector<std::string_view> added;
    std::set_difference(terms.begin(), terms.end(), before.begin(), before.end(), std::back_inserter(added));
    insert_terms(tx, row.id, added);
}

std::string title_of(db::Connection& db, Id<Store> store, std::string_view object_type,
                     std::int64_t object_id) {
    const auto row =
        db::first<ObjectRow>(db, sql::search::find_object,
                             {{"store_id", store}, {"object_type", object_type}, {"object_id", object_id}});
    return row ? row->title : "";
}

void remove_object(Tx& tx, std::string_view object_type, std::int64_t object_id) {
    const auto known = find_object(tx, object_type, object_id);
    if (!known) return;
    for (const auto& term : split(known->terms)) delete_term(tx, known->id, term);
    db::send(tx.db(), sql::search::delete_object, {{"id", known->id}, {"store_id", tx.store_id()}});
}

namespace {

/// A term of the question in all the ways it may stand in the index.
struct Wanted {
    std::vector<std::string> ways;
    std::int64_t count{};  // about how many objects have it
};

std::vector<Wanted> wanted_terms(db::Connection& db, Id<Store> store, std::string_view question) {
    std::vector<Wanted> wanted;
    for (auto& term : text::query_terms(question)) {
        Wanted one{.ways = {term.term}};
        if (term.could_be_phone) {
            one.ways.push_back(hashed_phone_term(phone_key(), term.term));
            if (old_phone_key()) one.ways.push_back(hashed_phone_term(old_phone_key(), term.term));
        }
        for (const auto& way : one.ways) {
            one.count +=
                db::number(db, sql::search::count_some, {{"store_id", store}, {"term", way}}).value_or(0);
        }
        wanted.push_back(std::move(one));
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.count < b.count; });
    if (wanted.size() > most_query_terms) wanted.resize(most_query_terms);
    return wanted;
}

}  // namespace

std::vector<Hit> find(db::Connection& db, Id<Store> store, const Question& question) {
    std::vector<Hit> hits;
    const auto wanted = wanted_terms(db, store, question.text);
    if (wanted.empty() || wanted.front().count == 0) return hits;
    std::size_t combinations = 1;
    for (const auto& one : wanted) combinations *= one.ways.size();
    for (std::size_t combination = 0; combination < combinations; ++combination) {
        db::Params params{{"store_id", store},
                          {"limit", static_cast<std::int64_t>(question.limit)},
                          {"object_type", question.object_type}};
        std::size_t rest = combination;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto& ways = wanted[i].ways;
            params.add({term_names[i], ways[rest % ways.size()]});
            rest /= ways.size();
        }
        for (auto& hit : db::all<Hit>(db, sql::search::find_hits, params)) {
            const bool known = std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
                return other.object_type == hit.object_type && other.object_id == hit.object_id;
            });
            if (!known && hits.size() < question.limit) hits.push_back(std::move(hit));
        }
    }
    return hits;
}

std::vector<std::int64_t> find_objects(db::Connection& db, Id<Store> store, std::string_view object_type,
                                       std::string_view text, std::size_t limit) {
    std::vector<std::int64_t> ids;
    for (const auto& hit :
         find(db, store, {.text = text, .object_type = std::string(object_type), .limit = limit})) {
        ids.push_back(hit.object_id);
    }
    return ids;
}

}  // namespace forecourt::search
