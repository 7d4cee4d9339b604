#include <db/log_copy.h>
#include <db/wal_format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

namespace forecourt::db {
namespace {

using wal::big_endian;
using wal::frame_head_size;
using wal::head_size;

constexpr std::int64_t frames_at_once = 256;

/// Whether so many bytes could be read.
bool read_at(int file, char* to, std::size_t size, std::int64_t offset) {
    std::size_t done = 0;
    while (done < size) {
        const auto got = ::pread(file, to + done, size - done, offset + static_cast<std::int64_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace

LogCopy::LogCopy(const std::string& database_file, std::function<Instant()> clock, std::size_t most_bytes)
    : log_file_(database_file + "-wal"), clock_(std::move(clock)), most_bytes_(most_bytes) {}

LogCopy::~LogCopy() {
    if (file_ >= 0) ::close(file_);
}

std::optional<LogCopy::Head> LogCopy::read_head() {
    char bytes[head_size];
    if (file_ < 0 || !read_at(file_, bytes, head_size, 0)) return std::nullopt;
    const auto mark = big_endian(bytes);
    if ((mark & ~1U) != wal::magic) return std::nullopt;
    Head head{.page_size = big_endian(bytes + 8),
              .salt = wal::sums_at(bytes + 16),
              .sum = {},
              .big_endian_sums = (mark & 1U) != 0};
    head.sum.add(bytes, 24, head.big_endian_sums);
    if (head.sum != wal::sums_at(bytes + 24)) return std::nullopt;
    return head;
}

void LogCopy::start_log(const Head& head) {
    page_size_ = head.page_size;
    salt_ = head.salt;
    sum_ = head.sum;
    big_endian_sums_ = head.big_endian_sums;
    read_ = 0;
}

void LogCopy::lose() {
    following_ = false;
    notes_.clear();
    ready_.clear();
    open_frames_.clear();
    bytes_ = 0;
}

void LogCopy::open_log() {
    if (file_ >= 0) ::close(file_);
    file_ = ::open(log_file_.c_str(), O_RDONLY | O_CLOEXEC);
}

void LogCopy::begin_here() {
    const std::lock_guard guard(mutex_);
    lose();
    open_log();
    // Without a head there is no log yet: its first one is followed from its beginning.
    salt_ = {};
    read_ = 0;
    if (const auto head = read_head()) {
        start_log(*head);
        read_to(std::numeric_limits<std::int64_t>::max());
        ready_.clear();
        bytes_ = 0;
    }
    taken_ = here();
    following_ = true;
    may_start_anew_ = true;
}

bool LogCopy::go_on_from(const LogPlace& place) {
    const std::lock_guard guard(mutex_);
    lose();
    open_log();
    const auto head = read_head();
    if (!head || head->salt != place.salt) return false;
    start_log(*head);
    read_to(place.frames);
    bytes_ = 0;
    if (here() != place) return false;
    taken_ = place;
    // When they were committed is not known any more: not after now.
    last_at_ = clock_();
    following_ = true;
    may_start_anew_ = true;
    read_to(std::numeric_limits<std::int64_t>::max());
    return true;
}

LogPlace LogCopy::place() const {
    const std::lock_guard guard(mutex_);
    return taken_;
}

void LogCopy::committed(std::int64_t frames) {
    const std::lock_guard guard(mutex_);
    if (!following_) return;
    if (may_start_anew_) {
        may_start_anew_ = false;
        if (file_ < 0) file_ = ::open(log_file_.c_str(), O_RDONLY | O_CLOEXEC);
        const auto head = read_head();
        const bool first_log = salt_ == wal::Sums{};
        // Each new log's first salt is one more than the last one's: one that was missed shows.
        if (!head || (!first_log && head->salt != salt_ && head->salt.first != salt_.first + 1))
            return lose();
        if (first_log || head->salt != salt_) start_log(*head);
    }
    // A COMMIT adds frames. Fewer than there were: somebody else has begun the log anew.
    if (frames <= (notes_.empty() ? read_ : notes_.back().frames)) return lose();
    // A clock that is put back does not mix up the order.
    last_at_ = std::max(last_at_, clock_());
    notes_.push_back({frames, last_at_});
}

bool LogCopy::take_frame(const char* frame) {
    if (wal::sums_at(frame + 8) != salt_) return false;
    auto sum = sum_;
    sum.add(frame, 8, big_endian_sums_);
    sum.add(frame + frame_head_size, page_size_, big_endian_sums_);
    if (sum != wal::sums_at(frame + 16)) return false;
    sum_ = sum;
    ++read_;
    open_frames_.append(frame, frame_head_size + page_size_);
    if (const auto database_pages = big_endian(frame + 4); database_pages != 0) end_commit(database_pages);
    return true;
}

void LogCopy::end_commit(std::uint32_t database_pages) {
    while (notes_.size() > 1 && notes_.front().frames < read_) notes_.pop_front();
    const auto at = notes_.empty() ? last_at_ : notes_.front().at;
    if (ready_.empty() || at - group_began_ >= longest_together) {
        ready_.emplace_back();
        places_.clear();
        group_began_ = at;
    }
    ready_.back().at = at;
    ready_.back().database_pages = database_pages;
    const auto frame_size = frame_head_size + page_size_;
    for (std::size_t i = 0; i < open_frames_.size(); i += frame_size) put_page(open_frames_.data() + i);
    open_frames_.clear();
}

void LogCopy::put_page(const char* frame) {
    auto& commit = ready_.back();
    const auto [place, is_new] = places_.emplace(big_endian(frame), commit.pages.size());
    if (!is_new) {
        commit.pages.replace(place->second + 4, page_size_, frame + frame_head_size, page_size_);
        return;
    }
    commit.pages.append(frame, 4);
    commit.pages.append(frame + frame_head_size, page_size_);
    ++commit.count;
    bytes_ += 4 + page_size_;
}

void LogCopy::read_to(std::int64_t frames) {
    const auto frame_size = frame_head_size + page_size_;
    std::string buffer;
    // Frames of a COMMIT that has not come yet do not count: whoever begins here begins behind the last one.
    auto good_sum = sum_;
    auto good_read = read_;
    bool valid = true;
    while (valid && read_ < frames) {
        const auto count = std::min(frames - read_, frames_at_once);
        buffer.resize(static_cast<std::size_t>(count) * frame_size);
        const auto at = static_cast<std::int64_t>(head_size) + read_ * static_cast<std::int64_t>(frame_size);
        const auto got = ::pread(file_, buffer.data(), buffer.size(), at);
        const auto whole = got <= 0 ? 0 : static_cast<std::size_t>(got) / frame_size;
        valid = whole == static_cast<std::size_t>(count);
        for (std::size_t i = 0; i < whole; ++i) {
            if (!take_frame(buffer.data() + i * frame_size)) {
                valid = false;
                break;
            }
            if (open_frames_.empty()) {
                good_sum = sum_;
                good_read = read_;
            }
            if (!following_) ready_.clear();
        }
    }
    sum_ = good_sum;
    read_ = good_read;
    open_frames_.clear();
}

std::optional<std::vector<CommittedPages>> LogCopy::take() {
    const std::lock_guard guard(mutex_);
    if (!following_) return std::nullopt;
    if (!notes_.empty()) {
        const auto last = notes_.back().frames;
        if (last > read_) read_to(last);
        notes_.clear();
        if (read_ < last) lose();
    }
    if (!following_) return std::nullopt;
    bytes_ = 0;
    taken_ = here();
    return std::exchange(ready_, {});
}

void LogCopy::before_checkpoint() {
    const std::lock_guard guard(mutex_);
    if (!following_ || notes_.empty()) return;
    const auto last = notes_.back().frames;
    if (last > read_) read_to(last);
    notes_.clear();
    if (read_ < last || bytes_ > most_bytes_) lose();
}

void LogCopy::after_checkpoint(std::int64_t frames, std::int64_t copied) {
    const std::lock_guard guard(mutex_);
    if (!following_ || salt_ == wal::Sums{}) return;
    // Somebody else has committed meanwhile; the log was not begun anew yet, so it can still be read.
    if (frames > read_) read_to(frames);
    if (frames != read_) return lose();
    may_start_anew_ = copied == frames;
}

}  // namespace forecourt::db
