#include <services/documents/api.h>
#include <services/documents/archive.sql.h>
#include <services/documents/seal_key.h>
#include <services/files/api.h>

namespace forecourt::documents {
namespace {

/// What documents.archived tells.
struct Archived {
    std::string kind;
    std::string number;
    std::string title;
    bool sealed{};
};
FORECOURT_STRUCT(Archived, kind, number, title, sealed)

struct FileRow {
    Id<ArchivedDocument> id;
    FileHash file_hash;
    std::int64_t bytes{};
    bool sealed{};
};
FORECOURT_STRUCT(FileRow, id, file_hash, bytes, sealed)

}  // namespace

Id<ArchivedDocument> archive(Tx& tx, const NewDocument& document) {
    ensure(!document.pdf.empty());
    const auto bytes = document.seal ? sealed(document.pdf, document.title, tx.now()) : document.pdf;
    const auto id = tx.new_id<ArchivedDocument>();
    tx.db().execute(sql::archive::insert_document, {{"id", id},
                                                    {"store_id", tx.store_id()},
                                                    {"kind", document.kind},
                                                    {"object_type", document.about.type},
                                                    {"object_id", document.about.id},
                                                    {"customer_id", document.customer_id},
                                                    {"number", document.number},
                                                    {"title", document.title},
                                                    {"file_hash", files::blob_store().put(bytes)},
                                                    {"bytes", static_cast<std::int64_t>(bytes.size())},
                                                    {"sealed", document.seal},
                                                    {"created_at", tx.now()},
                                                    {"created_by", tx.actor().user_id},
                                                    {"created_by_name", tx.actor().name},
                                                    {"needs_right", document.needs_right},
                                                    {"person_id", document.person_id}});
    tx.emit("documents.archived", {{"document", id}, document.about, {"customer", document.customer_id}},
            Archived{.kind = std::string(document.kind),
                     .number = document.number,
                     .title = document.title,
                     .sealed = document.seal});
    return id;
}

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

std::vector<std::string> check_documents(db::Connection& db, Id<Store> store) {
    std::vector<std::string> faults;
    const auto& blobs = files::blob_store();
    for (const auto& row : db::all<FileRow>(db, sql::archive::files_of_documents, {{"store_id", store}})) {
        const std::string what =
            "document " + std::to_string(row.id.value) + " of store " + std::to_string(store.value);
        const auto bytes = blobs.get(row.file_hash.text);
        if (!bytes) {
            faults.push_back(what + ": the file is missing");
        } else if (blobs.verify(row.file_hash.text) != files::BlobStore::Verdict::intact) {
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
