#pragma once
#include <backup/depot.h>
#include <db/log_copy.h>
#include <secrets/bytes.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// What lies in a depot, one store in each:
//   owner                         whose depot it is
//   <generation>/base.sealed      the store at one moment, without its files; a passphrase opens it; it comes
//                                 last, so that a base that was cut short is none
//   <generation>/000000001        segments: what was committed after it, each proving the one before
//   <generation>/latest           up to which segment and moment the generation is shipped
//   files/ab/abcd...              the store's files, for all generations
//   anchors/log.anchors           a witness of the log's ends, for all to read
// All but the base is sealed with a key that follows from the master key inside the base.
namespace forecourt::backup {

/// Something in the depot is missing, was changed, or does not belong there.
struct ShipmentBroken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct BaseFacts {
    std::string generation;
    Instant at;
};

struct Latest {
    std::int64_t sequence{};
    std::string hash;
    Instant until;  // everything that was committed before it is there
};

struct Segment {
    std::int64_t sequence{};
    std::string before;  // SHA-256 of the file before it; of the base for the first
    std::int64_t page_size{};
    std::vector<db::CommittedPages> commits;
};

inline constexpr const char* owner_name = "owner";
inline constexpr const char* latest_name = "latest";
inline constexpr const char* base_name = "base.sealed";
inline constexpr const char* base_facts_name = "shipped.json";

/// "2026-11-27T03-45-00.123Z-1a2b3c4d": sorts by its time.
std::string new_generation_name(Instant at);
/// Throws ShipmentBroken when it is no such name.
Instant time_of_generation(const std::string& name);
struct Generations {
    std::vector<std::string> whole;  // their base is there; the oldest first
    std::vector<std::string> begun;  // their base never came to its end, or was taken away
};
Generations generations_in(const Depot& depot);
std::string segment_name(std::int64_t sequence);
/// Where the file of a hash lies, and the hashes of all that lie there.
std::string file_name(const std::string& hash);
std::vector<std::string> files_in(const Depot& depot);

std::string to_text(const BaseFacts& facts);
BaseFacts base_facts_of(std::string_view text);

std::string seal_segment(const secrets::Key& key, const std::string& generation, const Segment& segment);
Segment open_segment(const secrets::Key& key, const std::string& generation, std::int64_t sequence,
                     std::string_view sealed);
std::string seal_latest(const secrets::Key& key, const std::string& generation, const Latest& latest);
Latest open_latest(const secrets::Key& key, const std::string& generation, std::string_view sealed);
std::string seal_file(const secrets::Key& key, const std::string& hash, std::string_view bytes);
std::string open_file(const secrets::Key& key, const std::string& hash, std::string_view sealed);
/// What the depot's owner file must say.
std::string owner_mark(const secrets::Key& key);

std::string sha256_of_file(const std::string& path);
std::string bytes_of_file(const std::string& path);

}  // namespace forecourt::backup
