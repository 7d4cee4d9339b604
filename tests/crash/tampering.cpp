#include <crash/ledger.h>
#include <crash/tampering.h>

#include <anchors/anchor.h>
#include <program/verify.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace forecourt::crash {
namespace {

struct Tampering {
    const char* what;
    const char* statement;
};
constexpr const char* head_cut_off = "cut off the end, and its head with it";
// On the entry in the middle of the first store's log.
constexpr Tampering tamperings[] = {
    {"changed what was said", "update log_event set data = '{\"party_size\":9}' where seq = 20"},
    {"changed who did it", "update log_event set actor_name = '王五' where seq = 20"},
    {"changed when it was", "update log_event set at = at + 1 where seq = 20"},
    {"deleted an entry", "delete from log_event where seq = 20"},
    {"inserted an entry",
     "update log_event set seq = seq + 100000 where seq > 20; update log_event set seq = seq - 99999 where "
     "seq > "
     "100000; insert into log_event select id + 1000000000, store_id, 21, at, name, user_id, actor_name, "
     "objects, "
     "data, hash from log_event where seq = 20; update log_head set seq = seq + 1"},
    {"exchanged two entries",
     "update log_event set seq = -1 where seq = 20; update log_event set seq = 20 where seq = 21; update "
     "log_event "
     "set seq = 21 where seq = -1"},
    {"cut off the end", "delete from log_event where seq > 20"},
    {head_cut_off,
     "delete from log_event where seq > 20; update log_head set seq = 20, hash = (select hash from log_event "
     "e "
     "where e.store_id = log_head.store_id and e.seq = 20) where seq > 20"},
};

std::string anchors_of(const std::string& folder) { return folder + "/anchors/" + anchors::file_name; }

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What can be done to the anchors themselves: each makes another file of them.
struct ForgedAnchors {
    const char* what;
    std::string (*forge)(std::string file);
};
const ForgedAnchors forgeries[] = {
    {"changed an anchor",
     [](std::string file) {
         file[file.find("\"seq\":") + 6] ^= 1;
         return file;
     }},
    {"removed the first anchor", [](std::string file) { return file.substr(file.find('\n') + 1); }},
    {"added an anchor", [](std::string file) { return file + file.substr(0, file.find('\n') + 1); }},
};

void tamper(const std::string& folder, const char* statement) {
    db::Database(db::Settings{.sqlite_file = folder + "/forecourt.sqlite", .postgresql_url = {}})
        .connect()
        ->script(statement);
}

}  // namespace

// security 78
std::vector<std::string> tampered_log() {
    Ledger ledger("tampered");
    // Anchors are written when the program begins, too: of what the one before it has left.
    for (int i = 0; i < 2; ++i) {
        Served served(ledger.folder());
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {});
    }
    { const Served served(ledger.folder(), {}); }
    std::vector<std::string> faults;
    for (auto& finding : program::verify(ledger.place())) faults.push_back("before: " + finding);
    for (const auto& [what, statement] : tamperings) {
        auto place = ledger.place();
        place.data_folder += ".tampered";
        std::filesystem::remove_all(place.data_folder);
        std::filesystem::copy(ledger.folder(), place.data_folder, std::filesystem::copy_options::recursive);
        tamper(place.data_folder, statement);
        const auto findings = program::verify(place);
        const bool by_anchors = std::any_of(findings.begin(), findings.end(), [](const std::string& finding) {
            return finding.find(", anchored at ") != std::string::npos;
        });
        // Of this one the chain knows nothing.
        const bool found = what == head_cut_off ? by_anchors : !findings.empty();
        if (!found) faults.push_back(std::string("not found: ") + what);
        std::filesystem::remove_all(place.data_folder);
    }
    auto file = ledger.folder() + ".anchors";
    for (const auto& [what, forge] : forgeries) {
        std::ofstream(file, std::ios::binary) << forge(read(anchors_of(ledger.folder())));
        if (program::verify(ledger.place(), file).empty())
            faults.push_back(std::string("not found: ") + what);
    }
    std::filesystem::remove(file);
    return faults;
}

std::vector<std::string> witnessed_log() {
    Ledger ledger("witnessed");
    const std::string kept = ledger.folder() + ".kept", secret = ledger.folder() + ".secret";
    std::ofstream(secret) << "known to the two of them\n";
    std::filesystem::remove(kept);
    Served witness = Served::other_command({"witness", "--to", kept, "--secret-file", secret},
                                           ledger.folder() + ".witness.log");
    const std::vector<std::string> told{"--witness",
                                        "http://127.0.0.1:" + std::to_string(witness.port()) + "/",
                                        "--witness-secret-file", secret};
    std::vector<std::string> faults;
    const auto serve_a_while = [&] {
        Served served(ledger.folder(), {}, told);
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {});
        served.ask_to_end();
        if (served.wait_for_end(std::chrono::seconds(20)) != 0) faults.emplace_back("it did not end");
    };
    serve_a_while();
    const auto as_told = read(kept);
    if (as_told.empty() || as_told != read(anchors_of(ledger.folder())))
        faults.emplace_back("the witness does not have what was anchored");
    tamper(ledger.folder(), std::end(tamperings)[-1].statement);
    std::filesystem::remove_all(ledger.folder() + "/anchors");
    if (!program::verify(ledger.place()).empty()) faults.emplace_back("the forger made a mistake");
    if (program::verify(ledger.place(), kept).empty())
        faults.emplace_back("not found by the witness's anchors");
    serve_a_while();
    if (read(kept) != as_told) faults.emplace_back("the witness took anchors that do not follow");
    if (read(ledger.folder() + ".log").find("the witness did not take them: 409") == std::string::npos)
        faults.emplace_back("nobody is told that the witness disagrees");
    return faults;
}

}  // namespace forecourt::crash
