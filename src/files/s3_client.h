#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::files {

/// A bucket of a server that speaks S3 (AWS, MinIO, Ceph, Aliyun OSS, Tencent COS).
struct S3Settings {
    std::string url;  // "https://s3.example.com", without the bucket
    std::string bucket;
    std::string prefix;  // the folder in the bucket that all keys lie in: "stores/north", or empty
    std::string region = "us-east-1";
    std::string access_key;
    std::string secret_key;
    std::chrono::milliseconds patience{30'000};     // for asking again; nothing stands still for longer
    std::chrono::milliseconds longest_try{30'000};  // one that moves on
    int page = 1000;  // names in one answer to a list; a server's own most is 1000
};

struct S3Object {
    std::string key;
    std::string_view bytes;
    std::string sha256;  // of the bytes: the server refuses what changed on the way
};

/// The calls to one bucket: signed (SigV4), asked again while the server is away, one connection a thread.
/// Safe to use from several threads. All throw std::runtime_error when the server says no, when nobody
/// answers for too long, and, where it shows, when there is no such bucket.
class S3Client {
  public:
    explicit S3Client(S3Settings settings);

    /// "bucket B at URL", for people.
    const std::string& where() const { return where_; }

    /// When it returns, the server has all of the object. One of that key is replaced.
    void put(const S3Object& object) const;
    std::optional<std::string> get(const std::string& key) const;
    bool exists(const std::string& key) const;
    /// It is no fault that there is none.
    void remove(const std::string& key) const;
    /// What lies directly in a folder ("" is the whole bucket, or its prefix), objects and folders, sorted.
    std::vector<std::string> names_in(const std::string& folder) const;

  private:
    struct Call {
        const char* method;
        std::string path;                  // below the bucket, encoded; empty: the bucket itself
        std::string query;                 // sorted and encoded: the library signs it as it stands
        const S3Object* object = nullptr;  // to put
    };
    struct Reply {
        long status{};
        std::string body;
        std::string problem;  // when nobody answered
    };
    Reply ask_once(const Call& call) const;
    Reply ask(const Call& call) const;
    std::string path_of(const std::string& key) const;
    [[noreturn]] void no_bucket() const;

    S3Settings settings_;
    std::string where_;
};

}  // namespace forecourt::files
