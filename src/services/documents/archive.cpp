#include <documents/seal.h>
#include <services/documents/api.h>
#include <services/documents/archive.sql.h>
#include <services/documents/paper_order.sql.h>
#include <services/files/api.h>

namespace forecourt::documents {
namespace {

struct FileRow {
    Id<ArchivedDocument> id;
    FileHash file_hash;
    std::int64_t bytes{};
    bool sealed{};
};
FORECOURT_STRUCT(FileRow, id, file_hash, bytes, sealed)

/// A paper that is drawn within seconds; when it is not there after this time, something is wrong.
constexpr Duration longest_wait = minutes(10);

struct LateRow {
    Id<ArchivedDocument> id;
    std::string title;
    std::string number;
    std::string last_error;
};
FORECOURT_STRUCT(LateRow, id, title, number, last_error)

std::string name_of_document(std::int64_t id, Id<Store> store) {
    return "document " + std::to_string(id) + " of store " + std::to_string(store.value);
}

void check_orders(db::Connection& db, Id<Store> store, Instant now, std::vector<std::string>& faults) {
    for (const auto& row : db::all<LateRow>(db, sql::paper_order::late_orders,
                                            {{"store_id", store}, {"ordered_before", now - longest_wait}})) {
        faults.push_back(name_of_document(row.id.value, store) + ": " + row.title +
                         " was ordered and is not drawn" +
                         (row.last_error.empty() ? "" : ": " + row.last_error));
    }
    db.query(sql::paper_order::lost_orders, {{"store_id", store}}, [&](const db::Row& row) {
        faults.push_back(name_of_document(row.number(0), store) +
                         ": it was ordered, and neither it nor the order is there");
    });
}

}  // namespace

std::vector<ArchivedFacts> documents_of(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    return db::all<ArchivedFacts>(
        db, sql::archive::documents_of_object,
        {{"store_id", store}, {"object_type", about.type}, {"object_id", about.id}});
}

std::optional<ArchivedFacts> find_document(db::Connection& db, Id<Store> store, std::string_view kind,
                                           const ObjectRef& about) {
    return db::first<ArchivedFacts>(
        db, sql::archive::documents_of_object,
        {{"store_id", store}, {"object_type", about.type}, {"object_id", about.id}, {"kind", kind}});
}

std::vector<std::string> check_documents(db::Connection& db, Id<Store> store, Instant now) {
    std::vector<std::string> faults;
    check_orders(db, store, now, faults);
    const auto& kept = files::file_store();
    for (const auto& row : db::all<FileRow>(db, sql::archive::files_of_documents, {{"store_id", store}})) {
        const std::string what = name_of_document(row.id.value, store);
        const auto bytes = kept.get(row.file_hash.text);
        if (!bytes) {
            faults.push_back(what + ": the file is missing");
        } else if (kept.verify(row.file_hash.text) != files::FileStore::Verdict::intact) {
            faults.push_back(what + ": the file was changed");
        } else if (static_cast<std::int64_t>(bytes->size()) != row.bytes) {
            faults.push_back(what + ": the row names another file");
        } else if (row.sealed && check_seal(*bytes).verdict != SealVerdict::intact) {
            faults.push_back(what + ": the seal is broken");
        }
    }
    return faults;
}

}  // namespace forecourt::documents
