#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The archive: finished papers that nobody can change any more.
namespace forecourt::documents {

/// The tag of keys of archived papers (`documents::Document` is what draws a PDF, <documents/pdf.h>).
struct ArchivedDocument;

struct NewDocument {
    std::string_view kind;  // "deals.contract"
    ObjectRef about;
    std::int64_t customer_id = 0;
    std::string number;  // its own number, or that of the record
    std::string title;
    std::string pdf;    // the bytes
    bool seal = false;  // sign the PDF with the store's key
    /// Of a paper that is not for everybody: the right that opens it, and the person who may see it without.
    std::string_view needs_right = {};
    Id<User> person_id = {};
};

/// Keeps the PDF under its hash and the row beside it. The file is written before the transaction ends; when
/// that is rolled back, it stays as an unused file and does no harm.
Id<ArchivedDocument> archive(Tx& tx, const NewDocument& document);

struct ArchivedFacts {
    Id<ArchivedDocument> id;
    std::string kind;
    std::string number;
    std::string title;
    std::int64_t customer_id{};
    FileHash file_hash;
    bool sealed{};
    Instant created_at;
};
FORECOURT_STRUCT(ArchivedFacts, id, kind, number, title, customer_id, file_hash, sealed, created_at)

/// The documents about a record, the newest first.
std::vector<ArchivedFacts> documents_of(db::Connection& db, Id<Store> store, const ObjectRef& about);
/// The newest document of this kind about a record.
std::optional<ArchivedFacts> find_document(db::Connection& db, Id<Store> store, std::string_view kind,
                                           const ObjectRef& about);

/// For `forecourt verify`: the file of every document is there and has the bytes it had. A sentence for each
/// fault.
std::vector<std::string> check_documents(db::Connection& db, Id<Store> store);

/// The key and certificate of the store's seal, once at start: reads <folder>/seal_certificate.pem and
/// seal_key.pem, or makes them. Throws std::runtime_error when they cannot be read or written. Without it a
/// document that asks for a seal is a mistake of the program.
struct SealSettings {
    std::string folder;  // where the key and its certificate lie or are made
    std::string name;    // in whose name it is made and documents are sealed
    Instant now;         // from when a certificate that is made now is good
};
void configure_seal(const SealSettings& settings);

}  // namespace forecourt::documents
