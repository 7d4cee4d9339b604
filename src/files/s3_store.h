#pragma once
#include <files/file_store.h>

#include <chrono>

namespace forecourt::files {

/// A bucket of a server that speaks S3 (AWS, MinIO, Ceph, Aliyun OSS, Tencent COS).
struct S3Settings {
    std::string url;  // "https://s3.example.com", without the bucket
    std::string bucket;
    std::string region = "us-east-1";
    std::string access_key;
    std::string secret_key;
    std::chrono::milliseconds patience{30'000};  // for one file, with all tries
};

/// Files in a bucket, where several copies of the program on several machines find them. The names are those
/// of the folder, "ab/abcdef...", so that any tool can copy one into the other.
class S3Store final : public FileStore {
  public:
    explicit S3Store(S3Settings settings) : settings_(std::move(settings)) {}

    std::string put(std::string_view bytes) const override;
    std::optional<std::string> get(std::string_view hash) const override;
    bool exists(std::string_view hash) const override;
    Verdict verify(std::string_view hash) const override;

  private:
    struct Reply {
        long status{};
        std::string body;
        std::string problem;  // when nobody answered
    };
    enum class Method { get, head, put };
    Reply ask_once(Method method, std::string_view hash, std::string_view bytes) const;
    /// Asks until somebody answers 200 or 404; throws std::runtime_error when that takes too long.
    Reply ask(Method method, std::string_view hash, std::string_view bytes = {}) const;

    S3Settings settings_;
};

}  // namespace forecourt::files
