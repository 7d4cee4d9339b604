#include <services/documents/archive.sql.h>
#include <services/documents/views.h>
#include <services/files/api.h>

namespace forecourt::documents {
namespace {

struct PdfRow {
    std::string number;
    std::string title;
    std::int64_t customer_id{};
    std::optional<FileHash> file_hash;  // none while it is being drawn
};
FORECOURT_STRUCT(PdfRow, number, title, customer_id, file_hash)

struct Privacy {
    std::string needs_right;
    Id<User> person_id;
};
FORECOURT_STRUCT(Privacy, needs_right, person_id)

// Whether a paper is for this person: most are for everybody in the house, some are about one of them.
bool may_open(const Context& context, Id<ArchivedDocument> id) {
    const auto privacy = db::first<Privacy>(context.db(), sql::archive::find_privacy,
                                            {{"id", id}, {"store_id", context.store_id()}});
    if (!privacy || privacy->needs_right.empty()) return true;
    const bool is_person = privacy->person_id && privacy->person_id == context.actor().user_id;
    return is_person || context.actor().may({privacy->needs_right});
}

Result<Download> run_pdf(Context& context, const GetDocument& in) {
    const auto document = db::first<PdfRow>(context.db(), sql::archive::find_document_by_id,
                                            {{"id", in.document_id}, {"store_id", context.store_id()}});
    if (!document) return document_not_found;
    const auto& actor = context.actor();
    if (actor.is_customer() && document->customer_id != actor.customer_id) return document_not_found;
    if (!may_open(context, in.document_id)) return document_not_found;
    if (!document->file_hash) return document_is_being_drawn;
    const auto name = document->number.empty() ? document->title : document->title + " " + document->number;
    return Download{.content_type = "application/pdf",
                    .file_name = name + ".pdf",
                    .body = files::file_bytes(*document->file_hash)};
}

Result<DocumentsOf> run_of_record(Context& context, const DocumentsOfInput& in) {
    db::Params params{
        {"store_id", context.store_id()}, {"object_type", in.object_type}, {"object_id", in.object_id}};
    if (context.actor().is_customer()) params.add({"customer_id", context.actor().customer_id});
    auto rows = db::all<ArchivedFacts>(context.db(), sql::archive::documents_of_object, params);
    std::erase_if(rows, [&](const ArchivedFacts& row) { return !may_open(context, row.id); });
    return DocumentsOf{std::move(rows)};
}

Result<Page<ArchiveRow>> run_archive_list(Context& context, const ArchiveListInput& in) {
    return list_page<ArchiveRow>(context, sql::archive::list_documents, in, "-created_at");
}

}  // namespace

const View<GetDocument, Download> pdf{{.name = "documents.pdf",
                                       .needs = document_read,
                                       .refuses = {document_not_found, document_is_being_drawn},
                                       .run = run_pdf}};
const View<DocumentsOfInput, DocumentsOf> of_record{
    {.name = "documents.of", .needs = document_read, .refuses = {}, .run = run_of_record}};
const View<ArchiveListInput, Page<ArchiveRow>> archive_list{
    {.name = "documents.archive_list",
     .needs = archive_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_archive_list}};

}  // namespace forecourt::documents
