#include <files/blob_store.h>
#include <files/s3_store.h>
#include <secrets/digest.h>

namespace forecourt::files {
namespace {

std::string key_of(std::string_view hash) { return std::string(hash.substr(0, 2)) + "/" + std::string(hash); }

}  // namespace

std::string S3Store::put(std::string_view bytes) const {
    const std::string hash = secrets::sha256_hex(bytes);
    if (!exists(hash)) client_.put({.key = key_of(hash), .bytes = bytes, .sha256 = hash});
    return hash;
}

std::optional<std::string> S3Store::get(std::string_view hash) const {
    if (!is_hash(hash)) return std::nullopt;
    return client_.get(key_of(hash));
}

bool S3Store::exists(std::string_view hash) const { return is_hash(hash) && client_.exists(key_of(hash)); }

FileStore::Verdict S3Store::verify(std::string_view hash) const {
    const auto bytes = get(hash);
    if (!bytes) return Verdict::missing;
    return secrets::sha256_hex(*bytes) == hash ? Verdict::intact : Verdict::damaged;
}

}  // namespace forecourt::files
