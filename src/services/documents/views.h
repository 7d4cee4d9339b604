#pragma once
#include <action/view.h>
#include <services/documents/api.h>

namespace forecourt::documents {

inline constexpr Refusal document_not_found{"document_not_found", RefusalKind::not_found};
/// It was ordered a moment ago and comes by itself.
inline constexpr Refusal document_is_being_drawn{"document_is_being_drawn"};
inline constexpr Right document_read{"documents.read"};
inline constexpr Right archive_read{"documents.archive_read"};

struct GetDocument {
    Id<ArchivedDocument> document_id;
};
FORECOURT_STRUCT(GetDocument, document_id)

struct DocumentsOfInput {
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(DocumentsOfInput, object_type, object_id)

struct DocumentsOf {
    std::vector<ArchivedFacts> rows;
};
FORECOURT_STRUCT(DocumentsOf, rows)

struct ArchiveListInput {
    std::optional<std::string> kind;
    std::optional<std::int64_t> customer_id;
    std::optional<std::string> number;
    std::optional<Instant> from_at;
    std::optional<Instant> until_at;
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(ArchiveListInput, kind, customer_id, number, from_at, until_at, limit, after, sort)

struct ArchiveRow {
    Id<ArchivedDocument> id;
    std::string kind;
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string number;
    std::string title;
    std::int64_t bytes{};
    bool sealed{};
    Instant created_at;
    std::string created_by_name;
};
FORECOURT_STRUCT(ArchiveRow, id, kind, object_type, object_id, customer_id, number, title, bytes, sealed,
                 created_at, created_by_name)

extern const View<GetDocument, Download> pdf;
extern const View<DocumentsOfInput, DocumentsOf> of_record;
extern const View<ArchiveListInput, Page<ArchiveRow>> archive_list;

}  // namespace forecourt::documents
