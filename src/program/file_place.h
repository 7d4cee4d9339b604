#pragma once
#include <program/application.h>
#include <services/files/api.h>

#include <string_view>

namespace forecourt::program {

/// Where the files of a store on PostgreSQL lie: `<data>/files.json`, readable by the owner alone because it
/// holds the secret. Without it they lie in `<data>/files`.
///
///     {"s3": {"url": "https://s3.example.com", "bucket": "forecourt", "region": "cn-east-1",
///             "access_key": "...", "secret_key": "..."}}
struct S3Part {
    std::string url;
    std::string bucket;
    std::optional<std::string> region;
    std::string access_key;
    std::string secret_key;
};
FORECOURT_STRUCT(S3Part, url, bucket, region, access_key, secret_key)

struct FilePlace {
    std::optional<S3Part> s3;
};
FORECOURT_STRUCT(FilePlace, s3)

/// Throws std::runtime_error with what is wrong and where.
FilePlace read_file_place(std::string_view json);

/// What files.json says. Throws std::runtime_error for a bucket of a store on SQLite: its backups would be
/// without the files.
files::FilesSettings file_settings(const Place& place);

}  // namespace forecourt::program
