#include <db/wal_check.h>
#include <db/wal_format.h>

#include <array>
#include <bit>
#include <fstream>
#include <utility>
#include <vector>

namespace forecourt::db {
namespace {

using wal::big_endian;
using wal::Sums;
using wal::sums_at;

class WalReader {
  public:
    explicit WalReader(const std::string& file) : in_(file, std::ios::binary) {
        in_.read(header_.data(), wal::head_size);
        is_there_ = static_cast<std::size_t>(in_.gcount()) == wal::head_size;
        is_big_endian_ = (big_endian(header_.data()) & 1) != 0;
        page_size_ = big_endian(header_.data() + 8);
    }

    WalState read() {
        WalState state;
        if (!is_there_) return state;
        if (!header_is_whole()) {
            state.is_damaged = in_.peek() != std::ifstream::traits_type::eof();
            return state;
        }
        std::vector<char> frame(wal::frame_head_size + page_size_);
        std::uint64_t at = wal::head_size, group_at = wal::head_size;
        bool is_broken = false, may_end_broken_group = false;
        for (; next(frame); at += frame.size()) {
            const bool commits = big_endian(frame.data() + 4) != 0;
            const bool is_whole = is_of_this_log(frame) && follows(frame);
            before_ = sums_at(frame.data() + 16);
            if (!is_broken && !is_whole) {
                is_broken = true;
                may_end_broken_group = !commits;
            } else if (is_broken && is_whole && commits) {
                if (!std::exchange(may_end_broken_group, false)) state.is_damaged = true;
            } else if (!is_broken) {
                ++state.frames;
                if (!commits) continue;
                state.last_commit_at = group_at;
                group_at = at + frame.size();
            }
        }
        return state;
    }

  private:
    // A header that a killed program wrote half of has the next number and the old rest: what it stood for is
    // in the database already.
    bool header_is_whole() {
        if ((big_endian(header_.data()) & ~1U) != wal::magic) return false;
        if (page_size_ < 512 || page_size_ > 65536 || !std::has_single_bit(page_size_)) return false;
        return header_sums_fit() || header_is_torn();
    }
    bool header_sums_fit() {
        before_ = {};
        before_.add(header_.data(), 24, is_big_endian_);
        return before_ == sums_at(header_.data() + 24);
    }
    bool header_is_torn() {
        for (int i = 15; i >= 12 && header_[static_cast<std::size_t>(i)]-- == 0; --i) continue;
        return header_sums_fit();
    }
    bool next(std::vector<char>& frame) {
        in_.read(frame.data(), static_cast<std::streamsize>(frame.size()));
        return static_cast<std::size_t>(in_.gcount()) == frame.size();
    }
    // Frames of the log before are left behind when it begins again.
    bool is_of_this_log(const std::vector<char>& frame) const {
        return sums_at(frame.data() + 8) == sums_at(header_.data() + 16);
    }
    bool follows(const std::vector<char>& frame) const {
        Sums sums = before_;
        sums.add(frame.data(), 8, is_big_endian_);
        sums.add(frame.data() + wal::frame_head_size, page_size_, is_big_endian_);
        return sums == sums_at(frame.data() + 16);
    }

    std::ifstream in_;
    std::array<char, wal::head_size> header_{};
    bool is_there_ = false;
    bool is_big_endian_ = false;
    std::uint32_t page_size_ = 0;
    Sums before_;
};

}  // namespace

WalState read_wal(const std::string& database_file) { return WalReader(database_file + "-wal").read(); }

}  // namespace forecourt::db
