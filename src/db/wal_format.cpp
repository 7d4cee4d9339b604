#include <db/wal_format.h>

namespace forecourt::db::wal {

std::uint32_t big_endian(const char* bytes) {
    const auto* byte = reinterpret_cast<const unsigned char*>(bytes);
    return std::uint32_t{byte[0]} << 24 | std::uint32_t{byte[1]} << 16 | std::uint32_t{byte[2]} << 8 |
           byte[3];
}

void Sums::add(const char* bytes, std::size_t size, bool of_big_endian_words) {
    const auto word = [&](std::size_t at) {
        const auto value = big_endian(bytes + at);
        return of_big_endian_words ? value : __builtin_bswap32(value);
    };
    for (std::size_t i = 0; i < size; i += 8) {
        first += word(i) + second;
        second += word(i + 4) + first;
    }
}

Sums sums_at(const char* bytes) { return {big_endian(bytes), big_endian(bytes + 4)}; }

}  // namespace forecourt::db::wal
