#include <crash/contents.h>
#include <crash/ledger.h>
#include <crash/upgrades.h>

#include <db/migrate.h>
#include <db/page_checksum.h>
#include <db/rows.h>
#include <db/sqlite.h>
#include <program/modules.h>
#include <program/verify.h>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr db::Sql count_steps{"crash.count_steps", "select count(*) from forecourt_migration"};
// What every start writes, and what a step throws away so that it is counted again.
const std::vector<std::string> not_kept{"forecourt_migration", "log_id_block", "people_counting"};

std::vector<db::Migration> all_steps() {
    return db::in_module_order(db::all_migrations(), program::every_module().names());
}

// A schema from before: no module has more than its first step.
std::vector<db::Migration> old_steps() {
    auto steps = all_steps();
    std::erase_if(steps, [](const db::Migration& step) { return step.number > 1; });
    return steps;
}

std::string database_of(const std::string& folder) { return folder + "/forecourt.sqlite"; }

// How many steps have been taken.
std::int64_t schema_number_of(const std::string& file) {
    return db::number(*db::open_sqlite(file, db::Access::read_only), count_steps).value_or(0);
}

std::string text_of_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool has_page_checksums(const std::string& file) {
    return db::page_form_of(text_of_file(file)).has_checksums;
}

/// A database as SQLite makes it by itself: its pages have no room for checksums.
void begin_plain(const std::string& file) {
    sqlite3* plain = nullptr;
    const bool is_made =
        sqlite3_open(file.c_str(), &plain) == SQLITE_OK &&
        sqlite3_exec(plain, "pragma user_version = 1", nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(plain);
    if (!is_made) throw std::runtime_error("cannot make " + file);
}

/// Puts what stands in the store into a database of the old schema, as the older program would have it.
void make_old(const std::string& folder) {
    const std::string now = database_of(folder);
    const std::string old = now + ".old";
    begin_plain(old);
    db::run_migrations(*db::open_sqlite(old, db::Access::read_write), old_steps());
    std::string fill = "pragma foreign_keys = off; attach '" + now + "' as now;";
    for (const auto& [table, columns] : columns_of(old)) {
        if (table == "forecourt_migration") continue;
        std::string names;
        for (const auto& column : columns) names += (names.empty() ? "" : ", ") + column;
        fill += "insert into main." + table + " (" + names + ") select " + names + " from now." + table + ";";
    }
    db::open_sqlite(old, db::Access::read_write)->script(fill);
    for (const char* tail : {"", "-wal", "-shm"}) disk::remove(now + tail);
    disk::rename(old, now);
}

/// Where to kill: each sync, the write before it, and others by chance.
std::vector<std::size_t> calls_to_try(const std::string& trace, std::mt19937& random, int kills) {
    std::vector<std::size_t> calls;
    for (std::size_t i = 1; i <= trace.size(); ++i) calls.push_back(i);
    if (calls.size() <= static_cast<std::size_t>(kills)) return calls;
    std::shuffle(calls.begin(), calls.end(), random);
    std::stable_partition(calls.begin(), calls.end(), [&](std::size_t call) {
        return trace[call - 1] == 's' || (call < trace.size() && trace[call] == 's');
    });
    calls.resize(static_cast<std::size_t>(kills));
    return calls;
}

class Upgrading {
  public:
    explicit Upgrading(Ledger& ledger)
        : ledger_(ledger),
          folder_(ledger.folder() + ".upgrading"),
          log_(folder_ + ".log"),
          fresh_(ledger.folder() + "/fresh"),
          old_schema_(schema_number_of(database_of(ledger.folder()))),
          old_columns_(columns_of(database_of(ledger.folder()))),
          old_contents_(contents_of(database_of(ledger.folder()), old_columns_)) {
        db::run_migrations(*db::open_sqlite(fresh_, db::Access::read_write), all_steps());
        whole_schema_ = schema_of(fresh_);
        for (const char* tail : {"", "-wal", "-shm"}) disk::remove(fresh_ + tail);
    }
    ~Upgrading() { remove(); }

    /// Killed so many times, and taken back.
    void disturb(std::mt19937& random, int kills) {
        for (const auto call : calls_to_try(traced(), random, kills)) kill_at(call);
        take_back();
    }

    /// What a statement makes of an upgraded database is refused with these words, and is not touched.
    void expect_refused(const std::string& statement, const std::vector<std::string>& words) {
        begin_again();
        run_verify();
        db::open_sqlite(database_of(folder_), db::Access::read_write)->script(statement);
        const auto before = contents_of(database_of(folder_));
        disk::remove(log_);
        if (run_program({"serve", "--data", folder_, "--listen", "127.0.0.1:0"}, log_) != 2) {
            faults.push_back("not refused: " + statement);
        }
        for (const auto& word : words) {
            if (said().find(word) == std::string::npos) faults.push_back(word + " is not told in: " + said());
        }
        for (auto& difference : differences(before, contents_of(database_of(folder_)))) {
            faults.push_back("refused, yet touched: " + difference);
        }
    }

    std::vector<std::string> faults;

  private:
    /// The writes and syncs of an upgrade: a letter each.
    std::string traced() {
        begin_again();
        ledger_.fail_disk("trace");
        if (run_verify() != 0) faults.push_back("an upgrade that nothing disturbs fails: " + said());
        ledger_.mend_disk();
        expect_upgraded("undisturbed");
        return text_of_file(ledger_.faults().disk + ".trace");
    }

    void kill_at(std::size_t call) {
        const std::string when = "killed in call " + std::to_string(call);
        begin_again();
        ledger_.fail_disk("kill " + std::to_string(call));
        if (const int code = run_verify(); code != 128 + 9) {
            faults.push_back(when + ": it ended with " + std::to_string(code));
        }
        ledger_.mend_disk();
        expect_upgraded(when);
    }

    /// The copy from before the upgrade is what was there, and can be put back.
    void take_back() {
        begin_again();
        run_verify();
        const std::string copy = database_of(folder_) + ".schema-" + std::to_string(old_schema_);
        if (!disk::exists(copy)) return faults.push_back("there is no copy from before the upgrade");
        // The older program, which is to have it, puts none into what it writes.
        if (has_page_checksums(copy)) faults.push_back("the copy from before the upgrade has page checksums");
        for (auto& difference : differences(old_contents_, contents_of(copy, old_columns_))) {
            faults.push_back("the copy from before the upgrade: " + difference);
        }
        for (const char* tail : {"-wal", "-shm"}) disk::remove(database_of(folder_) + tail);
        disk::rename(copy, database_of(folder_));
        expect_upgraded("taken back");
    }

    void remove() const {
        disk::remove_all(folder_);
        disk::remove(log_);
    }
    void begin_again() const {
        remove();
        disk::copy(ledger_.folder(), folder_, disk::copy_options::recursive);
    }
    int run_verify() const { return run_program({"verify", "--data", folder_}, log_, ledger_.faults()); }
    std::string said() const { return text_of_file(log_); }

    void expect_upgraded(const std::string& when) {
        auto place = ledger_.place();
        place.data_folder = folder_;
        for (auto& finding : program::verify(place)) faults.push_back(when + ": verify: " + finding);
        const auto now = contents_of(database_of(folder_), old_columns_);
        for (auto& difference : differences(old_contents_, now, not_kept)) {
            faults.push_back(when + ": " + difference);
        }
        if (schema_of(database_of(folder_)) != whole_schema_) {
            faults.push_back(when + ": the schema is not that of a new store");
        }
        if (!has_page_checksums(database_of(folder_)))
            faults.push_back(when + ": its pages have no checksums");
        if (disk::exists(database_of(folder_) + ".schema-" + std::to_string(old_schema_) + ".part")) {
            faults.push_back(when + ": an unfinished copy is left");
        }
    }

    Ledger& ledger_;
    std::string folder_;
    std::string log_;
    std::string fresh_;
    std::int64_t old_schema_;
    Columns old_columns_;
    Contents old_contents_;
    std::vector<std::string> whole_schema_;
};

void work_for_a_while(Ledger& ledger, Served& served) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
    ledger.load(
        served, [&] { return std::chrono::steady_clock::now() > until; }, [] {});
}

/// The faults, and those of answers that are not there any more.
std::vector<std::string> with_what_was_answered(Ledger& ledger, std::vector<std::string> faults) {
    Count count;
    {
        Served served(ledger.folder());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    if (count.lost + count.doubled > 0) faults.push_back("answers were lost or doubled");
    faults.insert(faults.end(), count.faults.begin(), count.faults.end());
    return faults;
}

}  // namespace

std::vector<std::string> upgrades(std::mt19937& random, int kills) {
    Ledger ledger("upgrade", 1);
    {
        Served served(ledger.folder());
        work_for_a_while(ledger, served);
    }
    make_old(ledger.folder());
    Upgrading upgrading(ledger);
    upgrading.disturb(random, kills);
    const auto schema = std::to_string(all_steps().size());
    const auto newer = std::to_string(all_steps().size() + 1);
    upgrading.expect_refused(
        "insert into forecourt_migration (module, number, name, fingerprint) values ('deals', 99, 'later', "
        "1)",
        {"schema " + schema, "schema " + newer, "step 99 of deals"});
    upgrading.expect_refused("update forecourt_migration set fingerprint = 1 where module = 'deals'",
                             {"schema " + schema, "of deals", "another text"});
    return with_what_was_answered(ledger, upgrading.faults);
}

std::vector<std::string> upgrade_of_first_release(std::mt19937& random, int kills) {
    auto ledger =
        Ledger::packed("first_release", FORECOURT_SOURCE_FOLDER "/tests/crash/first_release.tar.xz");
    Upgrading upgrading(ledger);
    upgrading.disturb(random, kills);
    {
        Served served(ledger.folder());
        work_for_a_while(ledger, served);
    }
    if (ledger.answered() < 10) upgrading.faults.push_back("hardly anybody worked");
    return with_what_was_answered(ledger, upgrading.faults);
}

}  // namespace forecourt::crash
