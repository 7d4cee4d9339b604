#include <db/page_checksum.h>
#include <db/wal_format.h>

#include <bit>
#include <string>

namespace forecourt::db {
namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t where_reserved_is_told = 20;

// The sums of SQLite's own log. A change within eight bytes that begin at a multiple of eight never leaves
// them as they were, and of all pages of zeros none fits: the number comes first, and each step can be
// undone.
wal::Sums sums_of(std::string_view page, std::int64_t number) {
    wal::Sums sums{.first = static_cast<std::uint32_t>(number), .second = 0};
    sums.add(page.data(), page.size() - page_checksum_size, false);
    return sums;
}

}  // namespace

PageForm page_form_of(std::string_view head) {
    if (head.size() < database_head_size || !head.starts_with(magic)) return {};
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(head[at]); };
    // 1 stands for 65536, which has no room there.
    const auto told = static_cast<std::size_t>(byte(16) << 8 | byte(17));
    const std::size_t size = told == 1 ? 65536 : told;
    if (size < 512 || !std::has_single_bit(size)) return {};
    return {.size = size, .has_checksums = byte(where_reserved_is_told) == page_checksum_size};
}

void put_page_checksum(std::span<char> page, std::int64_t number) {
    const auto sums = sums_of({page.data(), page.size()}, number);
    const auto word = std::uint64_t{sums.first} << 32 | sums.second;
    for (std::size_t i = 1; i <= page_checksum_size; ++i) {
        page[page.size() - i] = static_cast<char>(word >> (8 * (i - 1)));
    }
}

bool page_checksum_fits(std::string_view page, std::int64_t number) {
    return wal::sums_at(page.data() + page.size() - page_checksum_size) == sums_of(page, number);
}

bool hides_its_checksum(std::string_view first_page) {
    std::string as_it_was(first_page);
    as_it_was[where_reserved_is_told] = page_checksum_size;
    return page_checksum_fits(as_it_was, 1);
}

}  // namespace forecourt::db
