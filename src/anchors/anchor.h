#pragma once
#include <core/time.h>
#include <secrets/signing.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Anchors: signed words outside the database about where the log of a store ended at a moment. docs/audit.md
/// describes their file, so that others can check it.
namespace forecourt::anchors {

inline constexpr const char* file_name = "log.anchors";
inline constexpr const char* key_name = "log.anchors.pem";

struct Anchor {
    Instant at;
    std::string before;     // SHA-256 of the line before, 64 zeros for the first
    std::string hash;       // of the store's last entry
    std::int64_t number{};  // of the anchor, from 1
    std::int64_t seq{};     // of the store's last entry
    std::int64_t store{};
};

/// Where the log of a store ends.
struct End {
    std::int64_t store{};
    std::int64_t seq{};
    std::string hash;
};

/// One line of the file, without its end: the anchor as JSON, a blank, the signature.
std::string signed_line(const Anchor& anchor, const secrets::Signer& signer);

struct ReadAnchors {
    std::vector<Anchor> anchors;
    std::vector<std::string> findings;  // a sentence for each line that does not fit
};
/// Proves each line by its signature and its place behind the one before.
ReadAnchors read_anchors(std::string_view file, std::string_view public_key_hex);

/// The beginning of a file: those lines that are not younger.
std::string_view lines_until(std::string_view file, Instant at);

/// The file of a store's program, which only grows.
class AnchorFile {
  public:
    /// Makes folder, file and the public key beside it where they are missing, and reads where it ended. What
    /// a power cut left of a line is cut off.
    AnchorFile(const std::string& folder, secrets::Signer signer);
    /// Writes an anchor for each end that is not anchored yet; returns when they are on the disk.
    void append(const std::vector<End>& ends, Instant at);
    const std::string& path() const { return path_; }

  private:
    secrets::Signer signer_;
    std::string path_;
    std::string before_;
    std::int64_t number_ = 0;
    std::vector<End> anchored_;
};

}  // namespace forecourt::anchors
