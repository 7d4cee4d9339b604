#include <crash/contents.h>
#include <crash/flips.h>
#include <crash/ledger.h>

#include <db/connection.h>
#include <db/page_checksum.h>
#include <db/wal_check.h>
#include <db/wal_format.h>
#include <testing/json_value.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr const char* way_back = "forecourt restore";
constexpr const char* database_file = "forecourt.sqlite";
// Every start takes keys from it.
const std::vector<std::string> of_every_start{"log_id_block"};

struct Flip {
    std::string file;  // in the data folder
    std::uintmax_t at{};
    int bit{};
};

std::string told_of(const Flip& flip) {
    return flip.file + " byte " + std::to_string(flip.at) + " bit " + std::to_string(flip.bit);
}

void make(const Flip& flip, const std::string& folder) {
    std::fstream file(folder + "/" + flip.file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(flip.at));
    const char byte = static_cast<char>(file.get() ^ (1 << flip.bit));
    file.seekp(static_cast<std::streamoff>(flip.at));
    file.put(byte);
}

std::string text_of_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The pages of which the log has a newer state: what the file has of them is read by nobody.
std::set<std::uint64_t> pages_in_log(const std::string& database, std::size_t page_size) {
    const auto log = text_of_file(database + "-wal");
    const auto frames = db::read_wal(database).frames;
    std::set<std::uint64_t> pages;
    for (std::uint64_t i = 0; i < frames; ++i) {
        const auto at = db::wal::head_size + i * (db::wal::frame_head_size + page_size);
        pages.insert(db::wal::big_endian(log.data() + at));
    }
    return pages;
}

class Flipping {
  public:
    explicit Flipping(const Ledger& ledger)
        : folder_(ledger.folder() + ".flipped"),
          log_(folder_ + ".log"),
          store_(ledger.folder()),
          last_commit_at_(db::read_wal(store_ + "/forecourt.sqlite").last_commit_at),
          page_size_(db::page_form_of(text_of_file(store_ + "/forecourt.sqlite")).size),
          in_log_(pages_in_log(store_ + "/forecourt.sqlite", page_size_)) {
        begin_again();
        if (run_verify() != 0) faults.push_back("before: " + text_of_file(log_));
        whole_ = contents_of(folder_ + "/forecourt.sqlite");
    }
    ~Flipping() {
        disk::remove_all(folder_);
        disk::remove(log_);
    }

    Flip by_chance(std::mt19937& random, bool in_log) const {
        const std::string file = in_log ? std::string(database_file) + "-wal" : database_file;
        const auto size = disk::file_size(store_ + "/" + file);
        return {.file = file,
                .at = std::uniform_int_distribution<std::uintmax_t>(0, size - 1)(random),
                .bit = std::uniform_int_distribution<int>(0, 7)(random)};
    }

    void try_out(const Flip& flip) {
        begin_again();
        make(flip, folder_);
        const int code = run_verify();
        if (code > 2) return faults.push_back(told_of(flip) + ": verify ends with " + std::to_string(code));
        if (code != 0) {
            ++found;
            if (text_of_file(log_).find(way_back) == std::string::npos) {
                faults.push_back(told_of(flip) + ": the way back is not told: " + text_of_file(log_));
            }
            return;
        }
        judge_unfound(flip, changed_tables());
    }

    /// The answer that is kept for a repeated key is changed, and the record it speaks of: verify finds it,
    /// and who repeats the key or opens the record is told of it and gets nothing else than before.
    void try_out_answer(const Sent& sent) {
        begin_again();
        const auto answer = testing::parse_json(sent.answer);
        change_all(database_file, sent.answer, "");
        // In quotation marks it is part of an answer or of the log.
        change_all(database_file, answer.member("number")->text, "\"");
        if (run_verify() != 1) faults.push_back("a changed answer is not found: " + text_of_file(log_));
        Served served(folder_);
        Line line(served.port(), sign_in(served.port(), "host"));
        for (const auto& reply :
             {Ledger::ask_once_more(served, sent),
              line.get("/api/reception/visit_record?visit_id=" + answer.member("visit_id")->text)}) {
            if (reply.status == 503 && reply.body.find("page_is_damaged") != std::string::npos) continue;
            faults.push_back("a changed answer is answered: " + reply.body);
        }
    }

    /// The log is changed while the program runs: who opens what was just written is told of it.
    void try_out_running(int round) {
        begin_again();
        Served served(folder_);
        Line line(served.port(), sign_in(served.port(), "host"));
        const auto sent = Ledger::ask_once_more(served, {.key = "a changed log " + std::to_string(round)});
        const auto answer = testing::parse_json(sent.body);
        change_all(std::string(database_file) + "-wal", answer.member("number")->text, "");
        const auto seen = line.get("/api/reception/visit_record?visit_id=" + answer.member("visit_id")->text);
        if (seen.status == 503 && seen.body.find("page_is_damaged") != std::string::npos) {
            ++found_running;
        } else {
            faults.push_back("a changed log is answered: " + seen.body);
        }
    }

    int found = 0;
    int found_running = 0;
    int same = 0;
    int torn = 0;
    std::vector<std::string> faults;

  private:
    void begin_again() const {
        disk::remove_all(folder_);
        disk::remove(log_);
        disk::copy(store_, folder_, disk::copy_options::recursive);
    }
    int run_verify() const { return run_program({"verify", "--data", folder_}, log_); }

    /// Wherever the text stands in the file, unless it comes after these.
    void change_all(const std::string& file, const std::string& text, std::string_view not_after) {
        const auto bytes = text_of_file(folder_ + "/" + file);
        int changed = 0;
        for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at + 1)) {
            if (!not_after.empty() && bytes.compare(at - 1, 1, not_after) == 0) continue;
            make({.file = file, .at = at, .bit = 0}, folder_);
            ++changed;
        }
        if (changed == 0) faults.push_back("nowhere in " + file + ": " + text);
    }

    std::vector<std::string> changed_tables() const {
        try {
            return differences(whole_, contents_of(folder_ + "/forecourt.sqlite"), of_every_start);
        } catch (const db::Error& error) {
            return {std::string("log can not be read: ") + error.what()};
        }
    }

    void judge_unfound(const Flip& flip, const std::vector<std::string>& changed) {
        const bool in_wal = flip.file.ends_with("-wal");
        if (!in_wal && !in_log_.contains(flip.at / page_size_ + 1)) {
            faults.push_back(told_of(flip) + " is not found");
        } else if (changed.empty()) {
            ++same;
        } else if (in_wal && flip.at >= last_commit_at_) {
            ++torn;
        } else {
            faults.push_back(told_of(flip) + " is not found: " + changed.front());
        }
    }

    std::string folder_;
    std::string log_;
    std::string store_;
    std::uint64_t last_commit_at_;
    std::size_t page_size_;
    std::set<std::uint64_t> in_log_;
    Contents whole_;
};

}  // namespace

std::vector<std::string> flipped_bytes(std::mt19937& random, int flips, std::string& told) {
    Ledger ledger("flips");
    {
        Served served(ledger.folder());
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {});
    }
    Flipping flipping(ledger);
    for (int i = 0; i < flips; ++i) flipping.try_out(flipping.by_chance(random, i % 2 == 0));
    told = " found " + std::to_string(flipping.found) + " same " + std::to_string(flipping.same) + " torn " +
           std::to_string(flipping.torn);
    // Closed properly, so that nothing is left in the log.
    { const program::Application application(ledger.place()); }
    Flipping whole(ledger);
    const auto& all = ledger.all();
    const auto answered =
        std::find_if(all.begin(), all.end(), [](const Sent& sent) { return !sent.answer.empty(); });
    if (answered == all.end()) return {"nothing was answered"};
    whole.try_out_answer(*answered);
    for (int i = 0; i < flips / 2; ++i) whole.try_out(whole.by_chance(random, false));
    constexpr int rounds = 3;
    for (int i = 0; i < rounds; ++i) whole.try_out_running(i);
    told += "; in the file alone " + std::to_string(whole.found) + " of " + std::to_string(flips / 2) +
            "; in the log of a running program " + std::to_string(whole.found_running) + " of " +
            std::to_string(rounds);
    flipping.faults.insert(flipping.faults.end(), whole.faults.begin(), whole.faults.end());
    return flipping.faults;
}

}  // namespace forecourt::crash
