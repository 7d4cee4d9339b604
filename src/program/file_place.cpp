#include <program/file_place.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::program {

FilePlace read_file_place(std::string_view json) {
    FilePlace place;
    if (const auto errors = reflect::from_json(place, json); !errors.empty()) {
        throw std::runtime_error("files.json: " + errors.front().path + ": " + errors.front().code);
    }
    const bool is_address =
        !place.s3 || place.s3->url.starts_with("https://") || place.s3->url.starts_with("http://");
    if (!is_address) throw std::runtime_error("files.json: /s3/url: an address begins with https://");
    return place;
}

files::FilesSettings file_settings(const Place& place) {
    files::FilesSettings settings{.folder = place.data_folder + "/files"};
    std::ifstream file(place.data_folder + "/files.json", std::ios::binary);
    if (!file) return settings;
    const auto read = read_file_place(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!read.s3) return settings;
    if (place.postgresql_url.empty()) {
        throw std::runtime_error("files.json: a bucket is for a store on PostgreSQL");
    }
    settings.s3 = files::S3Settings{.url = read.s3->url,
                                    .bucket = read.s3->bucket,
                                    .region = read.s3->region.value_or("us-east-1"),
                                    .access_key = read.s3->access_key,
                                    .secret_key = read.s3->secret_key};
    return settings;
}

}  // namespace forecourt::program
