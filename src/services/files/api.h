#pragma once
#include <action/context.h>
#include <files/s3_store.h>

#include <string>
#include <string_view>
#include <vector>

/// Photos, signatures and scans that people uploaded.
namespace forecourt::files {

/// Where the bytes lie: in a folder, or in a bucket. Set once at start, before anything is read or written.
struct FilesSettings {
    std::string folder;
    std::optional<S3Settings> s3 = std::nullopt;
};
void configure(const FilesSettings& settings);
/// The one store of the program's files, also for documents.
const FileStore& file_store();

inline constexpr Refusal file_not_found{"file_not_found", RefusalKind::not_found};
inline constexpr Refusal file_type_not_allowed{"file_type_not_allowed", RefusalKind::unprocessable};
inline constexpr Refusal file_too_large{"file_too_large", RefusalKind::unprocessable};

/// The right of the upload route.
inline constexpr Right file_upload{"files.upload"};

/// Bytes that were looked at and are on the disk, but belong to no store yet.
struct KeptUpload {
    FileHash hash;
    std::string content_type;  // what the bytes are, whatever the sender said
    std::int64_t bytes{};
    std::int64_t width_px{};  // 0 for a PDF
    std::int64_t height_px{};
};
FORECOURT_STRUCT(KeptUpload, hash, content_type, bytes, width_px, height_px)
/// Looks at the bytes and writes them to the disk. Needs no transaction, so the upload route does this before
/// it takes one. Refuses file_type_not_allowed, file_too_large.
Result<KeptUpload> keep_upload(std::string_view bytes);
/// Makes a kept file one of the store's.
FileHash register_upload(Tx& tx, const KeptUpload& kept);
/// Both at once. A content type that the bytes contradict is refused (file_type_not_allowed); empty means
/// any.
Result<FileHash> store_upload(Tx& tx, std::string_view content_type, std::string_view bytes);

/// Whether somebody of this store has uploaded the file.
bool file_exists(db::Connection& db, Id<Store> store, const FileHash& hash);
/// The bytes of a file that is known to exist; throws std::runtime_error when the disk has lost it.
std::string file_bytes(const FileHash& hash);

/// For `forecourt verify`: the bytes of every upload are there and are what they were. A sentence for each
/// fault.
std::vector<std::string> check_files(db::Connection& db, Id<Store> store);

}  // namespace forecourt::files
