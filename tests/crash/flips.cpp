#include <crash/contents.h>
#include <crash/flips.h>
#include <crash/ledger.h>

#include <db/connection.h>
#include <db/wal_check.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr const char* way_back = "forecourt restore";
// Every start takes keys from it.
const std::vector<std::string> of_every_start{"log_id_block"};

// What the chain proves. The objects of an event are an index of it, and answers kept for a repeated key are
// records like others.
bool is_proved(const std::string& change) {
    for (const char* known : {"log_event ", "log_head ", "log can not be read"}) {
        if (change.starts_with(known)) return true;
    }
    return false;
}

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
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Flipping {
  public:
    explicit Flipping(const Ledger& ledger)
        : folder_(ledger.folder() + ".flipped"),
          log_(folder_ + ".log"),
          store_(ledger.folder()),
          last_commit_at_(db::read_wal(store_ + "/forecourt.sqlite").last_commit_at) {
        begin_again();
        if (run_verify() != 0) faults.push_back("before: " + text_of_file(log_));
        whole_ = contents_of(folder_ + "/forecourt.sqlite");
    }
    ~Flipping() {
        disk::remove_all(folder_);
        disk::remove(log_);
    }

    Flip by_chance(std::mt19937& random, bool in_log) const {
        const std::string file = in_log ? "forecourt.sqlite-wal" : "forecourt.sqlite";
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

    int found = 0;
    int same = 0;
    int torn = 0;
    int unseen = 0;
    std::vector<std::string> faults;

  private:
    void begin_again() const {
        disk::remove_all(folder_);
        disk::remove(log_);
        disk::copy(store_, folder_, disk::copy_options::recursive);
    }
    int run_verify() const { return run_program({"verify", "--data", folder_}, log_); }

    std::vector<std::string> changed_tables() const {
        try {
            return differences(whole_, contents_of(folder_ + "/forecourt.sqlite"), of_every_start);
        } catch (const db::Error& error) {
            return {std::string("log can not be read: ") + error.what()};
        }
    }

    void judge_unfound(const Flip& flip, const std::vector<std::string>& changed) {
        const bool in_wal = flip.file.ends_with("-wal");
        if (changed.empty()) {
            ++same;
        } else if (in_wal && flip.at >= last_commit_at_) {
            ++torn;
        } else if (in_wal || std::any_of(changed.begin(), changed.end(), is_proved)) {
            faults.push_back(told_of(flip) + " is not found: " + changed.front());
        } else {
            ++unseen;
        }
    }

    std::string folder_;
    std::string log_;
    std::string store_;
    std::uint64_t last_commit_at_;
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
           std::to_string(flipping.torn) + " unseen in records " + std::to_string(flipping.unseen);
    return flipping.faults;
}

}  // namespace forecourt::crash
