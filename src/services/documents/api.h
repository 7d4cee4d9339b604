#pragma once
#include <action/context.h>
#include <action/paper.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::secrets {
class KeyRing;
}

/// The archive: finished papers that nobody can change any more.
namespace forecourt::documents {

/// The tag of keys of archived papers (`documents::Document` is what draws a PDF, <documents/pdf.h>).
struct ArchivedDocument;

/// What the archive says of a paper beside the paper itself.
struct PaperHead {
    ObjectRef about;
    std::int64_t customer_id = 0;
    std::string number;  // its own number, or that of the record
    std::string title;
    /// Of a paper that is not for everybody: the right that opens it, and the person who may see it without.
    std::string_view needs_right = {};
    Id<User> person_id = {};
};

/// Freezes what stands on a paper, in the action's transaction, and gives the paper its key. It is drawn,
/// sealed and archived under that key soon after the commit (PaperDrawer), because drawing takes longer than
/// most actions and nobody else's action should wait for it. Whatever is changed meanwhile does not show on
/// it.
Id<ArchivedDocument> order_paper(Tx& tx, const PaperBase& paper, const PaperHead& head,
                                 std::string_view facts_json);
template <class Facts>
Id<ArchivedDocument> order(Tx& tx, const Paper<Facts>& paper, const PaperHead& head, const Facts& facts) {
    return order_paper(tx, paper, head, reflect::to_json(facts));
}

/// A paper as a record's page lists it. `ready` is false while it is ordered and not drawn yet.
struct ArchivedFacts {
    Id<ArchivedDocument> id;
    std::string kind;
    std::string number;
    std::string title;
    std::int64_t customer_id{};
    bool sealed{};
    bool ready{};
    Instant created_at;
};
FORECOURT_STRUCT(ArchivedFacts, id, kind, number, title, customer_id, sealed, ready, created_at)

/// The documents about a record, the newest first.
std::vector<ArchivedFacts> documents_of(db::Connection& db, Id<Store> store, const ObjectRef& about);
/// The newest document of this kind about a record.
std::optional<ArchivedFacts> find_document(db::Connection& db, Id<Store> store, std::string_view kind,
                                           const ObjectRef& about);

/// For `forecourt verify`: the file of every document is there and has the bytes it had, and every paper that
/// was ordered a while ago is there. A sentence for each fault.
std::vector<std::string> check_documents(db::Connection& db, Id<Store> store, Instant now);

/// The keys that seal the facts of a paper until it is drawn: they hold names and numbers of people in clear.
void configure(const secrets::KeyRing& keys);

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
