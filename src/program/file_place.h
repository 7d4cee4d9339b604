#pragma once
#include <program/application.h>
#include <services/files/api.h>

#include <string>

namespace forecourt::program {

/// The bucket that a file of settings names. Nothing when there is no such file, or it names none.
///
///     {"s3": {"url": "https://s3.example.com", "bucket": "forecourt", "prefix": "north", "region":
///     "cn-east-1",
///             "access_key": "...", "secret_key": "..."}}
///
/// `prefix` (a folder in the bucket) and `region` may be left out. The file holds a secret: one that others
/// can read is refused. Throws std::runtime_error with what is wrong and where.
std::optional<files::S3Settings> bucket_of_file(const std::string& path);

/// Where the files of a store on PostgreSQL lie: in the bucket that `<data>/files.json` names, without one in
/// `<data>/files`. Throws std::runtime_error for a bucket of a store on SQLite: its backups would be without
/// the files.
files::FilesSettings file_settings(const Place& place);

}  // namespace forecourt::program
