#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace forecourt::backup {

struct Counted {
    std::int64_t files{};
    std::int64_t bytes{};  // before they were packed
};

/// Puts the SQLite database as it is at one moment, the keys, the seal and all files of a data folder into
/// one sealed file. Others may work in the store meanwhile: files are never changed, and those the snapshot
/// speaks of are written before its rows. Throws std::runtime_error; what was begun is removed.
Counted make_backup(const std::string& data_folder, const std::string& file, std::string_view passphrase);

/// Brings a backup back into a folder that does not exist yet. Everything is read and proved before the
/// folder has its name. Throws secrets::SealedFileBroken when the file is damaged or the passphrase another
/// one, std::runtime_error when the folder is there or the disk is full; nothing is left then.
Counted restore_backup(const std::string& file, const std::string& data_folder, std::string_view passphrase);

}  // namespace forecourt::backup
