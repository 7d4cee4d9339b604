#pragma once
#include <action/view.h>
#include <services/files/api.h>

namespace forecourt::files {

inline constexpr Right file_read{"files.read"};

struct UploadRow {
    FileHash hash;
    std::string content_type;
    std::int64_t bytes{};
};
FORECOURT_STRUCT(UploadRow, hash, content_type, bytes)

std::optional<UploadRow> find_upload(db::Connection& db, Id<Store> store, const FileHash& hash);

struct GetFile {
    FileHash hash;
};
FORECOURT_STRUCT(GetFile, hash)

extern const View<GetFile, Download> get;

}  // namespace forecourt::files
