#include <program/file_place.h>
#include <reflect/json.h>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::program {
namespace {

struct S3Part {
    std::string url;
    std::string bucket;
    std::optional<std::string> prefix;
    std::optional<std::string> region;
    std::string access_key;
    std::string secret_key;
};
FORECOURT_STRUCT(S3Part, url, bucket, prefix, region, access_key, secret_key)

struct BucketFile {
    std::optional<S3Part> s3;
};
FORECOURT_STRUCT(BucketFile, s3)

constexpr std::string_view plain_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

bool is_plain(std::string_view text) {
    return !text.empty() && text.find_first_not_of(plain_letters) == std::string_view::npos;
}

/// Names with a slash between them; no name is "." or "..", which the way there would tidy up.
bool is_folder(std::string_view text) {
    for (;;) {
        const auto end = text.find('/');
        const auto name = text.substr(0, end);
        if (!is_plain(name) || name == "." || name == "..") return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

files::S3Settings checked(S3Part part, const std::string& file) {
    const auto refuse = [&](const char* field, const char* what) {
        throw std::runtime_error(file + ": /s3/" + field + ": " + what);
    };
    if (!part.url.starts_with("https://") && !part.url.starts_with("http://")) {
        refuse("url", "an address begins with https://");
    }
    while (part.url.ends_with('/')) part.url.pop_back();
    if (!is_plain(part.bucket)) refuse("bucket", "letters, digits and - . _");
    if (part.prefix && !is_folder(*part.prefix)) refuse("prefix", "a folder is written a/b");
    if (part.region && !is_plain(*part.region)) refuse("region", "letters, digits and - . _");
    if (part.access_key.empty()) refuse("access_key", "there is none");
    if (part.secret_key.empty()) refuse("secret_key", "there is none");
    files::S3Settings settings;
    settings.url = std::move(part.url);
    settings.bucket = std::move(part.bucket);
    settings.prefix = part.prefix.value_or("");
    if (part.region) settings.region = std::move(*part.region);
    settings.access_key = std::move(part.access_key);
    settings.secret_key = std::move(part.secret_key);
    return settings;
}

}  // namespace

std::optional<files::S3Settings> bucket_of_file(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
    if ((facts.st_mode & 077) != 0) {
        throw std::runtime_error(path + ": can be read by others; run chmod 0600 on it");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    const std::string json(std::istreambuf_iterator<char>(file), {});
    BucketFile read;
    if (const auto errors = reflect::from_json(read, json); !errors.empty()) {
        throw std::runtime_error(path + ": " + errors.front().path + ": " + errors.front().code);
    }
    if (!read.s3) return std::nullopt;
    return checked(std::move(*read.s3), path);
}

files::FilesSettings file_settings(const Place& place) {
    files::FilesSettings settings{.folder = place.data_folder + "/files"};
    const std::string path = place.data_folder + "/files.json";
    settings.s3 = bucket_of_file(path);
    if (settings.s3 && place.postgresql_url.empty()) {
        throw std::runtime_error(path + ": a bucket is for a store on PostgreSQL");
    }
    return settings;
}

}  // namespace forecourt::program
