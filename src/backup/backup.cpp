#include <backup/packing.h>

#include <anchors/anchor.h>
#include <db/sqlite.h>

#include <unistd.h>

#include <stdexcept>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

}  // namespace

Counted make_backup(const std::string& data_folder, const std::string& file, std::string_view passphrase) {
    const std::string database = data_folder + "/" + database_name;
    if (!disk::exists(database)) throw std::runtime_error("there is no store in " + data_folder);
    if (disk::exists(file)) throw std::runtime_error(file + " is there already");
    // Later anchors may speak of entries that the snapshot does not hold.
    const std::string anchor_file = data_folder + "/anchors/" + anchors::file_name;
    const std::int64_t anchored = disk::exists(anchor_file) ? disk::file_size(anchor_file) : 0;
    const std::string snapshot = data_folder + "/" + database_name + ".snapshot";
    const Undo no_snapshot(snapshot);
    disk::remove(snapshot);
    const auto reader = db::open_sqlite(database, db::Access::read_only);
    db::keep_sqlite_copy(*reader, snapshot);
    secrets::SealedFileWriter sealed(file, passphrase);
    Undo no_file(file);
    Packer packer(sealed);
    packer.add(snapshot, database_name);
    for (const auto& [path, name] : files_of(data_folder)) {
        packer.add(path, name, path == anchor_file ? anchored : -1);
    }
    const auto counted = packer.finish();
    sealed.finish();
    no_file.keep();
    return counted;
}

Counted restore_backup(const std::string& file, const std::string& data_folder, std::string_view passphrase) {
    if (disk::exists(data_folder)) throw std::runtime_error(data_folder + " is there already");
    secrets::SealedFileReader sealed(file, passphrase);
    const std::string making = data_folder + ".part";
    disk::remove_all(making);
    disk::create_directories(making);
    Undo nothing_made(making);
    const auto counted = unpack(sealed, making);
    make_private(making);
    ::sync();
    disk::rename(making, data_folder);
    ::sync();
    nothing_made.keep();
    return counted;
}

}  // namespace forecourt::backup
