#pragma once
#include <cstddef>
#include <cstdint>

// SQLite's write-ahead log as the documentation of its file format describes it: a head of 32 bytes, then
// frames of 24 bytes and a page. A frame that ends a COMMIT carries the length of the database. Each frame's
// sums go on from the ones before it.

namespace forecourt::db::wal {

inline constexpr std::size_t head_size = 32;
inline constexpr std::size_t frame_head_size = 24;
inline constexpr std::uint32_t magic = 0x377f0682;  // the last bit: the sums are of big-endian words

std::uint32_t big_endian(const char* bytes);

struct Sums {
    std::uint32_t first{};
    std::uint32_t second{};
    bool operator==(const Sums&) const = default;

    /// `size` is a multiple of eight.
    void add(const char* bytes, std::size_t size, bool of_big_endian_words);
};
/// Two words as they stand in the file: sums, or the salts that tell one log from the next.
Sums sums_at(const char* bytes);

}  // namespace forecourt::db::wal
