#pragma once
#include <backup/depot.h>

#include <memory>
#include <string>

namespace forecourt::program {

/// Whether `restore --from` names a place that a store was shipped to, not a sealed file.
bool is_ship_place(const std::string& text);

/// What `serve --ship` and `restore --from` name: a folder, or "s3:" and the file of a bucket
/// (bucket_of_file). Throws std::runtime_error with what is wrong.
std::unique_ptr<backup::Depot> open_depot(const std::string& text);

}  // namespace forecourt::program
