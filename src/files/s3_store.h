#pragma once
#include <files/file_store.h>
#include <files/s3_client.h>

namespace forecourt::files {

/// Files in a bucket, where several copies of the program on several machines find them. The names are those
/// of the folder, "ab/abcdef...", so that any tool can copy one into the other.
class S3Store final : public FileStore {
  public:
    explicit S3Store(S3Settings settings) : client_(std::move(settings)) {}

    std::string put(std::string_view bytes) const override;
    std::optional<std::string> get(std::string_view hash) const override;
    bool exists(std::string_view hash) const override;
    Verdict verify(std::string_view hash) const override;

  private:
    S3Client client_;
};

}  // namespace forecourt::files
