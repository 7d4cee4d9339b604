#include <backup/folder_depot.h>
#include <backup/shipment.h>
#include <core/durable.h>
#include <core/ensure.h>

#include <algorithm>
#include <filesystem>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

void make_folder_durably(const disk::path& folder) {
    if (disk::is_directory(folder)) return;
    make_folder_durably(folder.parent_path());
    disk::create_directory(folder);
    sync_folder(folder.parent_path().string());
}

}  // namespace

std::string FolderDepot::path_of(const std::string& name) const {
    if (!disk::is_directory(folder_)) throw std::runtime_error(folder_ + " is not there");
    return folder_ + "/" + name;
}

std::string FolderDepot::path_to_write(const std::string& name) const {
    auto path = path_of(name);
    make_folder_durably(disk::path(path).parent_path());
    return path;
}

std::optional<std::string> FolderDepot::get(const std::string& name) const {
    const auto path = path_of(name);
    if (!disk::exists(path)) return std::nullopt;
    return bytes_of_file(path);
}

bool FolderDepot::exists(const std::string& name) const { return disk::exists(path_of(name)); }

std::vector<std::string> FolderDepot::names_in(const std::string& folder) const {
    std::vector<std::string> names;
    const auto path = path_of(folder);
    if (!disk::is_directory(path)) return names;
    for (const auto& entry : disk::directory_iterator(path))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void FolderDepot::put(const std::string& name, std::string_view bytes) {
    write_durably(path_to_write(name), bytes);
}

void FolderDepot::put_file(const std::string& name, const std::string& path) {
    copy_durably({.from = path, .to = path_to_write(name)});
}

void FolderDepot::lengthen(const std::string& name, std::string_view whole, std::size_t there) {
    const auto path = path_to_write(name);
    there == 0 ? write_durably(path, whole) : append_durably(path, whole.substr(there));
}

std::string FolderDepot::fetch(const std::string& name, const std::string&) const { return path_of(name); }

void FolderDepot::remove(const std::string& name) {
    ensure(!name.empty());
    disk::remove_all(path_of(name));
}

}  // namespace forecourt::backup
