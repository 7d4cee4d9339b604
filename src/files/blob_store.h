#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::files {

/// Files by content: the name of a file is the SHA-256 of its bytes, so equal files are kept once, nothing is
/// ever overwritten, and damage can be proved. `<folder>/ab/abcdef...`. Safe to use from several threads and
/// programs.
class BlobStore {
  public:
    /// Makes the folder when it is missing.
    explicit BlobStore(std::string folder);

    /// Stores the bytes and answers their hash (64 lower-case hex digits). When it returns, the file survives
    /// a power cut. Throws std::runtime_error when the disk fails or is full.
    std::string put(std::string_view bytes) const;

    /// The bytes, or nothing when there is no such file or the hash is not one.
    std::optional<std::string> get(std::string_view hash) const;
    bool exists(std::string_view hash) const;
    /// Size in bytes without reading the file.
    std::optional<std::size_t> size_of(std::string_view hash) const;

    enum class Verdict { intact, missing, damaged };
    /// Reads the file and compares its bytes with its name.
    Verdict verify(std::string_view hash) const;

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
