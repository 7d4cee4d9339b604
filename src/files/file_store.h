#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::files {

/// Files by content, wherever they lie: the name of a file is the SHA-256 of its bytes (64 lower-case hex
/// digits), so equal files are kept once, nothing is ever overwritten, and damage can be proved. Safe to use
/// from several threads and programs. Throws std::runtime_error when the disk or the server fails.
class FileStore {
  public:
    virtual ~FileStore() = default;

    /// Stores the bytes and answers their hash. When it returns, the file survives a power cut.
    virtual std::string put(std::string_view bytes) const = 0;
    /// The bytes, or nothing when there is no such file or the hash is not one.
    virtual std::optional<std::string> get(std::string_view hash) const = 0;
    virtual bool exists(std::string_view hash) const = 0;

    enum class Verdict { intact, missing, damaged };
    /// Reads the file and compares its bytes with its name.
    virtual Verdict verify(std::string_view hash) const = 0;
};

}  // namespace forecourt::files
