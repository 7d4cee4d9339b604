#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// A file that only a passphrase opens, written and read from front to back. Its key is derived from the
/// passphrase (Argon2id, moderate: 256 MB and most of a second); what is written goes out in pieces of
/// libsodium's secretstream (XChaCha20-Poly1305), so that a changed, missing, moved or cut off piece is
/// noticed.
class SealedFileWriter {
  public:
    /// Makes the file, readable by the owner alone; throws std::runtime_error when it exists or cannot be
    /// made.
    SealedFileWriter(const std::string& path, std::string_view passphrase);
    ~SealedFileWriter();
    void write(std::string_view bytes);
    /// Writes the end and returns when the file survives a power cut. Without it the file does not open.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What a reader throws: the file was damaged, or the passphrase is another one.
struct SealedFileBroken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class SealedFileReader {
  public:
    /// Throws SealedFileBroken when it is no such file, std::runtime_error when there is none.
    SealedFileReader(const std::string& path, std::string_view passphrase);
    ~SealedFileReader();
    /// The next piece, empty at the end. Throws SealedFileBroken.
    std::string_view next();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace forecourt::secrets
