#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// A checksum in each page of a SQLite database's file, in the last eight bytes, which SQLite leaves alone
// where the database's head says so. It is of the page's bytes and its number: a page that stands where
// another belongs does not fit.

namespace forecourt::db {

inline constexpr std::size_t database_head_size = 100;
inline constexpr std::size_t page_checksum_size = 8;

/// What the head of a database says of its pages.
struct PageForm {
    std::size_t size{};  // 0: this is no head
    bool has_checksums{};
};
PageForm page_form_of(std::string_view head);

/// Pages are counted from 1.
void put_page_checksum(std::span<char> page, std::int64_t number);
bool page_checksum_fits(std::string_view page, std::int64_t number);

/// Whether it is a first page with a checksum, but for the byte that says that pages have one.
bool hides_its_checksum(std::string_view first_page);

}  // namespace forecourt::db
