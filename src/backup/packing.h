#pragma once
#include <backup/backup.h>
#include <secrets/sealed_file.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace forecourt::backup {

inline constexpr const char* database_name = "forecourt.sqlite";

/// Removes what was begun unless it came to its end.
class Undo {
  public:
    explicit Undo(std::string path) : path_(std::move(path)) {}
    ~Undo() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    void keep() { path_.clear(); }

  private:
    std::string path_;
};

/// Puts files into a tar with zstd, inside a sealed file.
class Packer {
  public:
    explicit Packer(secrets::SealedFileWriter& file);
    ~Packer();
    /// With a size, only so much of the file's beginning.
    void add(const std::filesystem::path& path, const std::string& name, std::int64_t size = -1);
    Counted finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Every file of a data folder with its name below it, but for the database, which has a snapshot instead.
std::vector<std::pair<std::filesystem::path, std::string>> files_of(const std::filesystem::path& folder);

/// Unpacks everything and proves the file to its end; throws secrets::SealedFileBroken.
Counted unpack(secrets::SealedFileReader& file, const std::filesystem::path& folder);

/// The program asks for keys that nobody else can read.
void make_private(const std::filesystem::path& folder);

}  // namespace forecourt::backup
