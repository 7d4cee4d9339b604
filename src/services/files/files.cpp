#include <db/send.h>
#include <services/files/api.h>
#include <services/files/upload.h>
#include <services/files/uploads.sql.h>

#include <files/blob_store.h>
#include <files/image_facts.h>
#include <files/picture_privacy.h>
#include <tables/table.h>

#include <memory>
#include <stdexcept>

namespace forecourt::files {
namespace {

std::unique_ptr<FileStore>& configured() {
    static std::unique_ptr<FileStore> store;
    return store;
}

// Lists of customers and parts come as tables. A list has two columns at least, and a page of HTML is none.
const char* table_type(std::string_view bytes) {
    const bool zipped = bytes.starts_with("PK\x03\x04");
    if (!zipped && bytes.find('<') < 16) return nullptr;
    const auto table = tables::load_table(bytes, zipped ? "upload.xlsx" : "upload.csv", 1);
    if (table.read.problem || table.read.info.header.size() < 2) return nullptr;
    return table.read.info.format == "xlsx"
               ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
               : "text/csv";
}

}  // namespace

void configure(const FilesSettings& settings) {
    if (settings.s3) {
        configured() = std::make_unique<S3Store>(*settings.s3);
    } else {
        configured() = std::make_unique<BlobStore>(settings.folder);
    }
}

const FileStore& file_store() {
    ensure(configured());
    return *configured();
}

Result<KeptUpload> keep_upload(std::string_view bytes) {
    const auto check = check_upload(bytes);
    if (check.problem) {
        switch (*check.problem) {
            case UploadProblem::empty:
                return file_type_not_allowed;
            case UploadProblem::unknown_kind:
                if (const char* type = table_type(bytes)) {
                    return KeptUpload{.hash = {file_store().put(bytes)},
                                      .content_type = type,
                                      .bytes = static_cast<std::int64_t>(bytes.size())};
                }
                return file_type_not_allowed;
            case UploadProblem::too_many_bytes:
            case UploadProblem::too_many_pixels:
                return file_too_large;
        }
    }
    const std::string kept = without_camera_data(bytes);
    return KeptUpload{.hash = {file_store().put(kept)},
                      .content_type = media_type(check.facts->kind),
                      .bytes = static_cast<std::int64_t>(kept.size()),
                      .width_px = check.facts->width_px,
                      .height_px = check.facts->height_px};
}

FileHash register_upload(Tx& tx, const KeptUpload& kept) {
    db::send(tx.db(), sql::uploads::insert_upload,
             db::Params::of(kept, {{"store_id", tx.store_id()},
                                   {"uploaded_at", tx.now()},
                                   {"uploaded_by", tx.actor().user_id},
                                   {"uploaded_by_name", tx.actor().name}}));
    return kept.hash;
}

Result<FileHash> store_upload(Tx& tx, std::string_view content_type, std::string_view bytes) {
    const auto kept = keep_upload(bytes);
    if (!kept) return kept.refused();
    if (!content_type.empty() && content_type != kept->content_type) return file_type_not_allowed;
    return register_upload(tx, *kept);
}

std::optional<UploadRow> find_upload(db::Connection& db, Id<Store> store, const FileHash& hash) {
    return db::first<UploadRow>(db, sql::uploads::find_upload, {{"store_id", store}, {"hash", hash}});
}

bool file_exists(db::Connection& db, Id<Store> store, const FileHash& hash) {
    return find_upload(db, store, hash).has_value();
}

std::string file_bytes(const FileHash& hash) {
    auto bytes = file_store().get(hash.text);
    if (!bytes) throw std::runtime_error("file " + hash.text + " is not on the disk");
    return std::move(*bytes);
}

std::vector<std::string> check_files(db::Connection& db, Id<Store> store) {
    std::vector<std::string> faults;
    for (const auto& row : db::all<UploadRow>(db, sql::uploads::all_uploads, {{"store_id", store}})) {
        const std::string what = "upload " + row.hash.text + " of store " + std::to_string(store.value);
        switch (file_store().verify(row.hash.text)) {
            case FileStore::Verdict::intact:
                break;
            case FileStore::Verdict::missing:
                faults.push_back(what + ": the file is missing");
                break;
            case FileStore::Verdict::damaged:
                faults.push_back(what + ": the file was changed");
                break;
        }
    }
    return faults;
}

}  // namespace forecourt::files
