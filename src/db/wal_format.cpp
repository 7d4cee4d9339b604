#include <db/wal_format.h>

#include <bit>
#include <cstring>

namespace forecourt::db::wal {
namespace {

// A page is summed each time that it is read out of the log, so the sums stay in registers.
template <bool swapped>
Sums sums_with(Sums sums, const char* bytes, std::size_t size) {
    for (const char* end = bytes + size; bytes != end; bytes += 8) {
        std::uint32_t words[2];
        std::memcpy(words, bytes, sizeof words);
        if (swapped) {
            words[0] = __builtin_bswap32(words[0]);
            words[1] = __builtin_bswap32(words[1]);
        }
        sums.first += words[0] + sums.second;
        sums.second += words[1] + sums.first;
    }
    return sums;
}

}  // namespace

std::uint32_t big_endian(const char* bytes) {
    const auto* byte = reinterpret_cast<const unsigned char*>(bytes);
    return std::uint32_t{byte[0]} << 24 | std::uint32_t{byte[1]} << 16 | std::uint32_t{byte[2]} << 8 |
           byte[3];
}

void Sums::add(const char* bytes, std::size_t size, bool of_big_endian_words) {
    const bool as_they_lie = of_big_endian_words == (std::endian::native == std::endian::big);
    *this = as_they_lie ? sums_with<false>(*this, bytes, size) : sums_with<true>(*this, bytes, size);
}

Sums sums_at(const char* bytes) { return {big_endian(bytes), big_endian(bytes + 4)}; }

}  // namespace forecourt::db::wal
