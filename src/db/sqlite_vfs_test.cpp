#include <db/page_checksum.h>
#include <db/rows.h>
#include <db/sqlite.h>
#include <db/sqlite_vfs.h>
#include <db/wal_format.h>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace forecourt::db {
namespace {

namespace disk = std::filesystem;

constexpr std::size_t page_size = 4096;
const std::vector<std::string> nothing;
constexpr Sql count_pages{"test.count_pages", "pragma page_count"};
constexpr Sql count_free{"test.count_free", "pragma freelist_count"};
constexpr Sql name_of_4321{"test.name_of_4321", "select name from person where id = 4321"};
constexpr Sql sum_of_all{
    "test.sum_of_all",
    "select sum(length(name)) + sum(id) from person indexed by person_name where name > ''"};
// Of every kind of page: a tree with inner pages, an index, pages a long text runs over to, and such as were
// given back.
constexpr const char* fill =
    "create table person (id bigint not null primary key, name text not null);"
    "create index person_name on person (name);"
    "create table gone (id bigint not null primary key, name text not null);"
    "with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000) "
    "insert into person select i, 'person ' || i || hex(zeroblob(20)) from n;"
    "insert into person values (6000, hex(zeroblob(20000)));"
    "insert into gone select id, name from person; drop table gone;";

class PageChecksums : public ::testing::Test {
  protected:
    PageChecksums() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-pages-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~PageChecksums() override { disk::remove_all(folder_); }

    std::string file(const std::string& name = "store.sqlite") const { return folder_ + "/" + name; }
    std::string bytes(const std::string& name = "store.sqlite") const {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(const std::string& bytes, const std::string& name = "store.sqlite") const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }
    /// A whole store in one file: closing it leaves nothing in the log.
    void make() const { open_sqlite(file(), Access::read_write)->script(fill); }
    /// As SQLite alone would have made it, without room for checksums.
    void make_old() const {
        sqlite3* plain = nullptr;
        ASSERT_EQ(sqlite3_open(file().c_str(), &plain), SQLITE_OK);
        ASSERT_EQ(sqlite3_exec(plain, "pragma user_version = 1", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(plain);
        make();
    }
    std::vector<std::string> findings(const std::string& name = "store.sqlite") const {
        try {
            return check_sqlite(*open_sqlite(file(name), Access::read_only));
        } catch (const Error& error) {
            return {error.what()};
        }
    }
    /// While others have it open.
    void flip(std::size_t at, const std::string& name) const {
        std::fstream in_place(file(name), std::ios::in | std::ios::out | std::ios::binary);
        in_place.seekg(static_cast<long>(at));
        const int byte = in_place.get() ^ (1 << at % 8);
        in_place.seekp(static_cast<long>(at)).put(static_cast<char>(byte));
    }
    std::int64_t sum(const std::string& name = "store.sqlite") const {
        return number(*open_sqlite(file(name), Access::read_only), sum_of_all).value_or(0);
    }

    std::string folder_;
};

std::vector<std::string> pages_that_do_not_fit(const std::string& bytes) {
    std::vector<std::string> wrong;
    for (std::size_t i = 0; i * page_size < bytes.size(); ++i) {
        if (!page_checksum_fits(std::string_view(bytes).substr(i * page_size, page_size),
                                static_cast<std::int64_t>(i + 1))) {
            wrong.push_back("page " + std::to_string(i + 1));
        }
    }
    return wrong;
}

TEST(PageChecksum, is_of_each_byte_and_of_the_place) {
    std::string page(page_size, '\0');
    EXPECT_FALSE(page_checksum_fits(page, 1));
    for (std::size_t i = 0; i < page.size(); ++i) page[i] = static_cast<char>(i * 37);
    put_page_checksum(page, 7);
    EXPECT_TRUE(page_checksum_fits(page, 7));
    EXPECT_FALSE(page_checksum_fits(page, 8));
    for (std::size_t bit = 0; bit < page.size() * 8; ++bit) {
        page[bit / 8] = static_cast<char>(page[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(page_checksum_fits(page, 7)) << bit;
        page[bit / 8] = static_cast<char>(page[bit / 8] ^ (1 << bit % 8));
    }
}

TEST_F(PageChecksums, every_page_of_a_new_database_has_one) {
    make();
    EXPECT_EQ(page_form_of(bytes()).size, page_size);
    EXPECT_TRUE(page_form_of(bytes()).has_checksums);
    EXPECT_GT(bytes().size(), 100 * page_size);
    EXPECT_EQ(pages_that_do_not_fit(bytes()), nothing);
    EXPECT_EQ(findings(), nothing);
}

TEST_F(PageChecksums, a_changed_bit_is_found_in_every_page_and_every_byte_of_the_first) {
    make();
    const auto whole = bytes();
    ASSERT_GT(number(*open_sqlite(file(), Access::read_only), count_free).value_or(0), 10);
    const auto expect_found = [&](std::size_t at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        put(changed);
        EXPECT_FALSE(findings().empty()) << "byte " << at;
    };
    for (std::size_t at = 0; at < page_size; at += at < database_head_size ? 1 : 61) expect_found(at);
    for (std::size_t page = 1; page < whole.size() / page_size; ++page) {
        expect_found(page * page_size + page * 997 % page_size);
    }
}

TEST_F(PageChecksums, the_byte_that_tells_of_them_can_not_be_changed_to_hide_them) {
    make();
    auto changed = bytes();
    changed[20] = 0;
    put(changed);
    ASSERT_EQ(findings().size(), 1u);
    EXPECT_NE(findings()[0].find("page 1 of"), std::string::npos) << findings()[0];
}

TEST_F(PageChecksums, a_page_in_the_place_of_another_is_found) {
    make();
    auto changed = bytes();
    changed.replace(9 * page_size, page_size, changed, 10 * page_size, page_size);
    put(changed);
    EXPECT_EQ(findings(),
              std::vector<std::string>{"the database file: page 10 is damaged: a byte in it was changed"});
}

TEST_F(PageChecksums, zeros_and_a_missing_end_are_found) {
    make();
    const auto whole = bytes();
    put(whole.substr(0, 20 * page_size) + std::string(page_size, '\0') + whole.substr(21 * page_size));
    EXPECT_EQ(findings().size(), 1u);
    put(whole.substr(0, whole.size() - page_size));
    EXPECT_FALSE(findings().empty());
    put(whole.substr(0, whole.size() - 100));
    EXPECT_FALSE(findings().empty());
}

TEST_F(PageChecksums, all_that_are_damaged_are_named_and_the_reader_reads_on) {
    make();
    auto changed = bytes();
    for (const std::size_t page : {3, 30, 60}) changed[page * page_size] ^= 1;
    put(changed);
    const auto connection = open_sqlite(file(), Access::read_only);
    connection->begin_read();
    EXPECT_EQ(check_sqlite(*connection).size(), 3u);
    connection->commit();
}

TEST_F(PageChecksums, who_meets_a_damaged_page_is_told_and_gets_no_answer) {
    make();
    const auto whole = bytes();
    auto changed = whole;
    // Where it stands, in the index and where it once stood.
    for (auto at = changed.find("person 4321"); at != std::string::npos;
         at = changed.find("person 4321", at)) {
        changed[at] = 'P';
    }
    put(changed);
    std::vector<DamagedPage> told;
    tell_damaged_pages([&](const DamagedPage& page) { told.push_back(page); });
    const auto connection = open_sqlite(file(), Access::read_only);
    for (int i = 0; i < 2; ++i) {
        try {
            text(*connection, name_of_4321);
            ADD_FAILURE() << "it answers";
        } catch (const Error& error) {
            EXPECT_EQ(error.failure, Failure::damaged);
            EXPECT_NE(std::string(error.what()).find("forecourt restore"), std::string::npos);
        }
    }
    tell_damaged_pages({});
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].file, file());
    const auto begin = static_cast<std::size_t>(told[0].number - 1) * page_size;
    EXPECT_NE(changed.substr(begin, page_size), whole.substr(begin, page_size));
    // The rest can be read.
    EXPECT_GT(number(*connection, count_pages).value_or(0), 0);
}

TEST_F(PageChecksums, what_the_log_has_of_a_page_counts_and_not_what_it_was) {
    make();
    const auto connection = open_sqlite(file(), Access::read_write);
    connection->script("update person set name = 'x' where id = 1");
    const auto log = bytes("store.sqlite-wal");
    const auto page = wal::big_endian(log.data() + wal::head_size);
    std::fstream in_place(file(), std::ios::in | std::ios::out | std::ios::binary);
    in_place.seekp(static_cast<long>((page - 1) * page_size + 2000)).put('?').flush();
    EXPECT_EQ(pages_that_do_not_fit(bytes()).size(), 1u);
    EXPECT_EQ(findings(), nothing);
    checkpoint_sqlite(*connection);
    EXPECT_EQ(pages_that_do_not_fit(bytes()), nothing);
}

TEST_F(PageChecksums, a_changed_bit_in_the_log_is_found_while_it_is_open) {
    make();
    const auto writer = open_sqlite(file(), Access::read_write);
    writer->script("update person set name = 'x' where id = 4321");
    const std::string log = "store.sqlite-wal";
    const auto frame_size = wal::frame_head_size + page_size;
    ASSERT_GE(bytes(log).size(), wal::head_size + 2 * frame_size);
    ASSERT_EQ(findings(), nothing);
    for (std::size_t at = wal::head_size; at < bytes(log).size();) {
        const auto in_frame = (at - wal::head_size) % frame_size;
        // The salts are not in the sums: they tell SQLite where the log ends when it recovers.
        if (in_frame < 8 || in_frame >= 16) {
            flip(at, log);
            EXPECT_FALSE(findings().empty()) << "byte " << at;
            flip(at, log);
        }
        at += in_frame < wal::frame_head_size ? 1 : 127;
    }
    EXPECT_EQ(findings(), nothing);
}

TEST_F(PageChecksums, a_damaged_page_of_the_log_never_gets_into_the_database) {
    make();
    const auto writer = open_sqlite(file(), Access::read_write);
    writer->script("update person set name = 'x' where id = 4321");
    const auto before = bytes();
    flip(wal::head_size + wal::frame_head_size + 2000, "store.sqlite-wal");
    checkpoint_sqlite(*writer);
    EXPECT_EQ(pages_that_do_not_fit(bytes()), nothing);
    const auto page = wal::big_endian(bytes("store.sqlite-wal").data() + wal::head_size);
    EXPECT_EQ(bytes().substr((page - 1) * page_size, page_size),
              before.substr((page - 1) * page_size, page_size));
    EXPECT_EQ(take_damaged_page(), (DamagedPage{.file = file("store.sqlite-wal"), .number = page}));
    flip(wal::head_size + wal::frame_head_size + 2000, "store.sqlite-wal");
    EXPECT_EQ(checkpoint_sqlite(*writer), 0);
    EXPECT_EQ(findings(), nothing);
}

// With five pages in memory each of them is written into the log many times before the end, over itself too.
TEST_F(PageChecksums, a_transaction_reads_what_it_wrote_into_the_log_itself) {
    make();
    const auto writer = open_sqlite(file(), Access::read_write);
    writer->script("pragma cache_size = 5");
    const auto before = sum();
    const std::string longer = "update person set name = name || 'x' where id % 7 = ";
    writer->script("begin; " + longer + "1; " + longer + "2; savepoint s; " + longer + "1; " + longer +
                   "3; rollback to s; " + longer + "1; " + longer + "4");
    const auto changed = number(*writer, sum_of_all).value_or(0);
    EXPECT_GT(changed, before);
    EXPECT_EQ(sum(), before);
    writer->script("commit");
    EXPECT_EQ(sum(), changed);
    EXPECT_EQ(findings(), nothing);
    writer->script("begin; " + longer + "1; " + longer + "1; rollback; " + longer + "5; " + longer + "5");
    EXPECT_EQ(sum(), number(*writer, sum_of_all).value_or(0));
    EXPECT_EQ(findings(), nothing);
    EXPECT_EQ(checkpoint_sqlite(*writer), 0);
    EXPECT_EQ(findings(), nothing);
}

std::int64_t sum_of_plain(sqlite3* plain) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(plain, std::string(sum_of_all.text).c_str(), -1, &statement, nullptr);
    sqlite3_step(statement);
    const auto sum = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return sum;
}

// Beside a database in memory, which knows nothing of logs and pages.
TEST_F(PageChecksums, whatever_transactions_do_all_read_what_was_committed) {
    make();
    sqlite3* plain = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &plain), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(plain, fill, nullptr, nullptr, nullptr), SQLITE_OK);
    const auto writer = open_sqlite(file(), Access::read_write_unsynced);
    writer->script("pragma cache_size = 5");
    std::mt19937 random(20261128);
    const auto below = [&](unsigned n) { return std::to_string(random() % n); };
    for (int transaction = 0; transaction < 60; ++transaction) {
        std::string all = "begin; ";
        const auto steps = random() % 12;
        for (unsigned step = 0; step < steps; ++step) {
            switch (random() % 6) {
                case 0:
                    all += "savepoint s; ";
                    break;
                case 1:
                    all += "savepoint s; update person set name = 'gone' where id > " + below(6000) +
                           "; rollback to s; ";
                    break;
                case 2:
                    all += "delete from person where id % 500 = " + below(500) + "; ";
                    break;
                case 3:
                    all += "insert or replace into person values (" + below(9000) + ", hex(zeroblob(" +
                           below(9000) + "))); ";
                    break;
                default:
                    all += "update person set name = name || 'x' where id % 40 = " + below(40) + "; ";
            }
        }
        all += random() % 4 == 0 ? "rollback" : "commit";
        writer->script(all);
        ASSERT_EQ(sqlite3_exec(plain, all.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        ASSERT_EQ(sum(), sum_of_plain(plain)) << all;
        if (random() % 5 == 0) {
            ASSERT_EQ(checkpoint_sqlite(*writer), 0);
        }
    }
    EXPECT_EQ(findings(), nothing);
    sqlite3_close(plain);
}

TEST_F(PageChecksums, what_was_undone_is_never_written_over_what_another_committed) {
    make();
    const auto writer = open_sqlite(file(), Access::read_write);
    const auto other = open_sqlite(file(), Access::read_write);
    writer->script("pragma cache_size = 5");
    for (const auto* id : {"1", "2", "3"}) {
        writer->script("begin; update person set name = name || 'x' where id % 3 = 1; rollback");
        other->script("update person set name = 'of the other' where id % 40 = " + std::string(id));
        const auto committed = sum();
        EXPECT_EQ(number(*writer, sum_of_all), committed);
        writer->script("update person set name = name || 'y' where id = " + std::string(id));
        EXPECT_EQ(sum(), committed + 1);
        EXPECT_EQ(findings(), nothing);
    }
}

TEST_F(PageChecksums, the_log_gives_back_what_a_large_transaction_made_it_grow) {
    make();
    const auto writer = open_sqlite(file(), Access::read_write);
    writer->script("create table photo (bytes blob not null)");
    writer->script(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 70) "
        "insert into photo select randomblob(1048576) from n");
    const auto largest = disk::file_size(file("store.sqlite-wal"));
    EXPECT_GT(largest, 70u << 20);
    EXPECT_EQ(checkpoint_sqlite(*writer), 0);
    writer->script("update person set name = 'x' where id = 1");
    EXPECT_LE(disk::file_size(file("store.sqlite-wal")), 64u << 20);
    EXPECT_EQ(findings(), nothing);
}

TEST_F(PageChecksums, copies_have_them_also_of_pages_that_were_written_before_the_first) {
    make();
    const auto connection = open_sqlite(file(), Access::read_write);
    connection->script("pragma cache_size = 5");
    keep_sqlite_copy(*connection, file("copy"));
    connection->begin_read();
    copy_sqlite_pages(*connection, file("pages"));
    connection->commit();
    for (const auto* copy : {"copy", "pages"}) {
        EXPECT_TRUE(page_form_of(bytes(copy)).has_checksums) << copy;
        EXPECT_EQ(pages_that_do_not_fit(bytes(copy)), nothing) << copy;
        EXPECT_EQ(findings(copy), nothing) << copy;
        EXPECT_EQ(sum(copy), sum()) << copy;
    }
}

TEST_F(PageChecksums, a_database_without_room_for_them_is_left_as_it_is) {
    make_old();
    EXPECT_FALSE(page_form_of(bytes()).has_checksums);
    const auto connection = open_sqlite(file(), Access::read_write);
    connection->script("update person set name = name || 'x'");
    keep_sqlite_copy(*connection, file("copy"));
    connection->begin_read();
    copy_sqlite_pages(*connection, file("pages"));
    connection->commit();
    checkpoint_sqlite(*connection);
    for (const auto* name : {"store.sqlite", "copy", "pages"}) {
        EXPECT_FALSE(page_form_of(bytes(name)).has_checksums) << name;
        EXPECT_EQ(findings(name), nothing) << name;
        EXPECT_EQ(sum(name), sum()) << name;
    }
}

TEST_F(PageChecksums, a_database_of_before_gets_them_once) {
    make_old();
    const auto before = sum();
    {
        const auto connection = open_sqlite(file(), Access::read_write);
        EXPECT_TRUE(give_page_checksums(*connection, folder_));
        EXPECT_FALSE(give_page_checksums(*connection, folder_));
        connection->script("update person set name = name || 'x' where id = 1");
    }
    EXPECT_FALSE(give_page_checksums(*open_sqlite(file(), Access::read_write), folder_));
    EXPECT_TRUE(page_form_of(bytes()).has_checksums);
    EXPECT_EQ(pages_that_do_not_fit(bytes()), nothing);
    EXPECT_EQ(findings(), nothing);
    EXPECT_EQ(sum(), before + 1);
}

}  // namespace
}  // namespace forecourt::db
