#pragma once
#include <files/file_store.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::files {

/// Files in a folder: `<folder>/ab/abcdef...`.
class BlobStore final : public FileStore {
  public:
    /// Makes the folder when it is missing.
    explicit BlobStore(std::string folder);

    std::string put(std::string_view bytes) const override;
    std::optional<std::string> get(std::string_view hash) const override;
    bool exists(std::string_view hash) const override;
    Verdict verify(std::string_view hash) const override;

    /// Size in bytes without reading the file.
    std::optional<std::size_t> size_of(std::string_view hash) const;
    /// All hashes, sorted (for verification and backup).
    std::vector<std::string> all() const;

    /// Where a file lies (for backup programs); empty for something that is not a hash.
    std::string path_of(std::string_view hash) const;

  private:
    std::string folder_;
};

/// Whether a text is 64 lower-case hex digits. Everything else never reaches the file system.
bool is_hash(std::string_view text);

}  // namespace forecourt::files
