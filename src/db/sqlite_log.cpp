#include <db/sqlite_log.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace forecourt::db {
namespace {

constexpr auto log_head = static_cast<sqlite3_int64>(wal::head_size);
constexpr auto frame_head = static_cast<int>(wal::frame_head_size);
constexpr int sums_size = 8;
constexpr std::size_t most_gathered = 0x1ffff;  // more at a time is not written by SQLite's own layer
thread_local std::array<char, wal::frame_head_size + 65536> frame;

bool is_page(int size, sqlite3_int64 at) {
    return size >= 512 && std::has_single_bit(static_cast<unsigned>(size)) &&
           (at - log_head - frame_head) % (frame_head + size) == 0;
}

bool sums_fit(const char* sums_before, int page_size) {
    const auto page = static_cast<std::size_t>(page_size);
    for (const bool of_big_endian_words : {false, true}) {
        auto sums = wal::sums_at(sums_before);
        sums.add(frame.data(), 8, of_big_endian_words);
        sums.add(frame.data() + frame_head, page, of_big_endian_words);
        if (sums == wal::sums_at(frame.data() + 16)) return true;
    }
    return false;
}

// A transaction that wrote over a page of its own leaves salts and sums out until it ends.
bool has_no_sums_yet() {
    return std::all_of(frame.data() + 8, frame.data() + frame_head, [](char byte) { return byte == 0; });
}

}  // namespace

int SqliteLog::read(void* to, int size, sqlite3_int64 at) {
    if (at + size > gathered_at_ && at < gathered_end()) {
        if (const int code = write_gathered(); code != SQLITE_OK) return code;
    }
    const auto read = [&](void* bytes, int count, sqlite3_int64 from) {
        return real_->pMethods->xRead(real_, bytes, count, from);
    };
    if (!is_page(size, at) || at >= written_over_from_) return read(to, size, at);
    const auto frame_at = at - frame_head;
    // The sums go on from those of the frame before, the first one's from the log's head.
    const auto sums_at = frame_at - sums_size - (frame_at == log_head ? 0 : size);
    std::array<char, sums_size> sums_before{};
    int code = read(sums_before.data(), sums_size, sums_at);
    if (code == SQLITE_OK) code = read(frame.data(), frame_head + size, frame_at);
    if (code != SQLITE_OK) return code;
    if (!sums_fit(sums_before.data(), size) && !has_no_sums_yet()) {
        damaged_page_ = wal::big_endian(frame.data());
        return SQLITE_IOERR_DATA;
    }
    std::memcpy(to, frame.data() + frame_head, static_cast<std::size_t>(size));
    return SQLITE_OK;
}

// A page that is written without its frame's head is written over one of the same transaction. Before that
// ends, the sums are made anew from the first such page on, head by head.
int SqliteLog::write(const void* bytes, int size, sqlite3_int64 at) {
    const bool is_head = size == frame_head;
    bool is_of_frame = false;
    if (is_head) {
        begin_frame(static_cast<const char*>(bytes), at);
    } else if (is_page(size, at)) {
        is_of_frame = std::exchange(frame_at_, nowhere) == at - frame_head;
        if (!is_of_frame) written_over_from_ = std::min(written_over_from_, at);
    }
    if ((is_head || is_of_frame) && !is_summed_anew_) {
        return gather(static_cast<const char*>(bytes), size, at);
    }
    if (is_head && frame_ends_) is_summed_anew_ = false;
    if (const int code = write_gathered(); code != SQLITE_OK) return code;
    return real_->pMethods->xWrite(real_, bytes, size, at);
}

void SqliteLog::begin_frame(const char* head, sqlite3_int64 at) {
    frame_at_ = at;
    frame_ends_ = wal::big_endian(head + 4) != 0;
    if (at < written_over_from_ && written_over_from_ != nowhere) {
        written_over_from_ = nowhere;
        is_summed_anew_ = true;
    }
    // What was gathered from here on belongs to a transaction that was undone.
    if (at < gathered_end()) {
        gathered_.resize(static_cast<std::size_t>(std::max<sqlite3_int64>(at - gathered_at_, 0)));
    }
}

int SqliteLog::gather(const char* bytes, int size, sqlite3_int64 at) {
    const auto more = static_cast<std::size_t>(size);
    if (at != gathered_end() || gathered_.size() + more > most_gathered) {
        if (const int code = write_gathered(); code != SQLITE_OK) return code;
        gathered_at_ = at;
    }
    gathered_.insert(gathered_.end(), bytes, bytes + size);
    return size != frame_head && frame_ends_ ? write_gathered() : SQLITE_OK;
}

int SqliteLog::write_gathered() {
    if (gathered_.empty()) return SQLITE_OK;
    const int code =
        real_->pMethods->xWrite(real_, gathered_.data(), static_cast<int>(gathered_.size()), gathered_at_);
    if (code == SQLITE_OK) gathered_.clear();
    return code;
}

}  // namespace forecourt::db
