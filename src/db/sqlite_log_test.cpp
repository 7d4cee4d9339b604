#include <db/sqlite_log.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace forecourt::db {
namespace {

constexpr int page_size = 512;
constexpr int frame_size = static_cast<int>(wal::frame_head_size) + page_size;

// The system's file, in memory. It counts what is written and refuses when it is told to.
struct Memory {
    sqlite3_file base{};
    std::string bytes;
    int writes = 0;
    bool is_full = false;
};
Memory& of(sqlite3_file* file) { return *reinterpret_cast<Memory*>(file); }

int read_memory(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    const auto& bytes = of(file).bytes;
    if (at + size > static_cast<sqlite3_int64>(bytes.size())) return SQLITE_IOERR_SHORT_READ;
    std::copy_n(bytes.data() + at, size, static_cast<char*>(to));
    return SQLITE_OK;
}
int write_memory(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    auto& memory = of(file);
    // SQLite's own layer writes no more at a time.
    if (memory.is_full || size > 0x1ffff) return SQLITE_FULL;
    ++memory.writes;
    const auto end = static_cast<std::size_t>(at + size);
    if (memory.bytes.size() < end) memory.bytes.resize(end);
    memory.bytes.replace(static_cast<std::size_t>(at), static_cast<std::size_t>(size),
                         static_cast<const char*>(from), static_cast<std::size_t>(size));
    return SQLITE_OK;
}

constexpr sqlite3_int64 place_of(int frame) {
    return static_cast<sqlite3_int64>(wal::head_size) + sqlite3_int64{frame} * frame_size;
}

class SqliteLogs : public ::testing::Test {
  protected:
    SqliteLogs() {
        methods_.xRead = read_memory;
        methods_.xWrite = write_memory;
        memory_.base.pMethods = &methods_;
        EXPECT_EQ(log_.write(std::string(wal::head_size, 'h').data(), wal::head_size, 0), SQLITE_OK);
        memory_.writes = 0;
    }

    // As SQLite does: its head, then the page. The last one of a transaction tells the database's length.
    static std::string frame(char of, bool ends) {
        std::string head(wal::frame_head_size, '\0');
        head[7] = ends ? 9 : 0;
        return head + std::string(page_size, of);
    }
    int write(int number, char of, bool ends) {
        const auto bytes = frame(of, ends);
        const auto at = place_of(number);
        const int code = log_.write(bytes.data(), wal::frame_head_size, at);
        if (code != SQLITE_OK) return code;
        return log_.write(bytes.data() + wal::frame_head_size, page_size,
                          at + static_cast<int>(wal::frame_head_size));
    }
    int write_over(int number, char of) {
        return log_.write(std::string(page_size, of).data(), page_size,
                          place_of(number) + static_cast<int>(wal::frame_head_size));
    }
    int read(int number) {
        page_.assign(page_size, '?');
        return log_.read(page_.data(), page_size, place_of(number) + static_cast<int>(wal::frame_head_size));
    }
    std::string frames() const { return memory_.bytes.substr(wal::head_size); }

    sqlite3_io_methods methods_{};
    Memory memory_;
    SqliteLog log_{&memory_.base};
    std::string page_;
};

TEST_F(SqliteLogs, a_transaction_is_written_at_once_and_with_its_last_page) {
    EXPECT_EQ(write(0, 'a', false), SQLITE_OK);
    EXPECT_EQ(write(1, 'b', false), SQLITE_OK);
    EXPECT_EQ(memory_.writes, 0);
    EXPECT_EQ(write(2, 'c', true), SQLITE_OK);
    EXPECT_EQ(memory_.writes, 1);
    EXPECT_EQ(frames(), frame('a', false) + frame('b', false) + frame('c', true));
    EXPECT_EQ(write(3, 'd', true), SQLITE_OK);
    EXPECT_EQ(memory_.writes, 2);
    EXPECT_EQ(frames().substr(3 * frame_size), frame('d', true));
}

TEST_F(SqliteLogs, a_long_one_is_written_in_parts) {
    std::string all;
    for (int i = 0; i < 2000; ++i) {
        const auto of = static_cast<char>('a' + i % 26);
        EXPECT_EQ(write(i, of, i == 1999), SQLITE_OK);
        all += frame(of, i == 1999);
    }
    EXPECT_EQ(memory_.writes, 9);
    EXPECT_EQ(frames(), all);
}

TEST_F(SqliteLogs, it_reads_what_it_has_gathered) {
    EXPECT_EQ(write(0, 'a', false), SQLITE_OK);
    EXPECT_EQ(read(0), SQLITE_OK);
    EXPECT_EQ(page_, std::string(page_size, 'a'));
    EXPECT_EQ(write(1, 'b', true), SQLITE_OK);
    EXPECT_EQ(frames(), frame('a', false) + frame('b', true));
}

TEST_F(SqliteLogs, what_was_undone_is_not_written) {
    write(0, 'a', false);
    write(1, 'b', false);
    write(2, 'c', false);
    write(1, 'd', true);
    EXPECT_EQ(memory_.writes, 1);
    EXPECT_EQ(frames(), frame('a', false) + frame('d', true));
    write(2, 'e', false);
    write(2, 'f', true);
    EXPECT_EQ(memory_.writes, 2);
    EXPECT_EQ(frames(), frame('a', false) + frame('d', true) + frame('f', true));
}

TEST_F(SqliteLogs, a_full_disk_is_told_to_who_ends_the_transaction_and_the_next_one_is_as_good_as_any) {
    memory_.is_full = true;
    EXPECT_EQ(write(0, 'a', false), SQLITE_OK);
    EXPECT_EQ(write(1, 'b', true), SQLITE_FULL);
    EXPECT_EQ(frames(), "");
    memory_.is_full = false;
    EXPECT_EQ(write(0, 'c', true), SQLITE_OK);
    EXPECT_EQ(frames(), frame('c', true));
}

TEST_F(SqliteLogs, on_a_full_disk_what_was_written_before_is_read) {
    EXPECT_EQ(write(0, 'a', true), SQLITE_OK);
    memory_.is_full = true;
    EXPECT_EQ(write(1, 'b', true), SQLITE_FULL);
    EXPECT_EQ(read(0), SQLITE_OK);
    EXPECT_EQ(page_, std::string(page_size, 'a'));
}

TEST_F(SqliteLogs, what_could_not_be_written_before_a_read_is_not_forgotten) {
    EXPECT_EQ(write(0, 'a', false), SQLITE_OK);
    memory_.is_full = true;
    EXPECT_EQ(read(0), SQLITE_FULL);
    memory_.is_full = false;
    EXPECT_EQ(write(1, 'b', true), SQLITE_OK);
    EXPECT_EQ(frames(), frame('a', false) + frame('b', true));
}

TEST_F(SqliteLogs, a_page_written_over_is_read_and_its_sums_are_made_before_the_end) {
    write(0, 'a', false);
    write(1, 'b', false);
    for (const auto& [frame, of] : {std::pair{1, 'B'}, {0, 'c'}}) {
        EXPECT_EQ(write_over(frame, of), SQLITE_OK);
        EXPECT_EQ(read(frame), SQLITE_OK);
        EXPECT_EQ(page_, std::string(page_size, of));
    }
    EXPECT_EQ(write(2, 'd', true), SQLITE_OK);
    std::string all;
    for (int i = 0; i < 3; ++i) {
        auto head = frame('?', i == 2).substr(0, wal::frame_head_size);
        head[20] = static_cast<char>(i + 1);
        EXPECT_EQ(log_.write(head.data(), static_cast<int>(head.size()), place_of(i)), SQLITE_OK);
        all += head + std::string(page_size, "cBd"[i]);
    }
    EXPECT_EQ(frames(), all);
    // They do not fit, and now that is told.
    EXPECT_EQ(read(0), SQLITE_IOERR_DATA);
    memory_.writes = 0;
    write(3, 'e', false);
    write(4, 'f', true);
    EXPECT_EQ(memory_.writes, 1);
}

}  // namespace
}  // namespace forecourt::db
