#include <program/ship_place.h>

#include <backup/bucket_depot.h>
#include <backup/folder_depot.h>
#include <program/file_place.h>

#include <filesystem>
#include <stdexcept>

namespace forecourt::program {
namespace {

constexpr std::string_view bucket_mark = "s3:";
// What can not be sent is told soon, and tried again soon.
constexpr std::chrono::milliseconds patience{10'000};
// A piece of a base, over a slow line.
constexpr std::chrono::milliseconds longest_try{600'000};

}  // namespace

bool is_ship_place(const std::string& text) {
    return text.starts_with(bucket_mark) || std::filesystem::is_directory(text);
}

std::unique_ptr<backup::Depot> open_depot(const std::string& text) {
    if (!text.starts_with(bucket_mark)) return std::make_unique<backup::FolderDepot>(text);
    const auto file = text.substr(bucket_mark.size());
    auto bucket = bucket_of_file(file);
    if (!bucket) {
        throw std::runtime_error(file +
                                 (std::filesystem::exists(file) ? " names no bucket" : " is not there"));
    }
    bucket->patience = patience;
    bucket->longest_try = longest_try;
    return std::make_unique<backup::BucketDepot>(std::move(*bucket));
}

}  // namespace forecourt::program
