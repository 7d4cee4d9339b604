#include <crash/ledger.h>
#include <crash/tampering.h>

#include <program/verify.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace forecourt::crash {
namespace {

struct Tampering {
    const char* what;
    const char* statement;
};
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
};

void tamper(const std::string& folder, const char* statement) {
    db::Database(db::Settings{.sqlite_file = folder + "/forecourt.sqlite", .postgresql_url = {}})
        .connect()
        ->script(statement);
}

}  // namespace

std::vector<std::string> tampered_log() {
    Ledger ledger("tampered");
    {
        Served served(ledger.folder());
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {});
    }
    std::vector<std::string> faults;
    for (auto& finding : program::verify(ledger.place())) faults.push_back("before: " + finding);
    for (const auto& [what, statement] : tamperings) {
        auto place = ledger.place();
        place.data_folder += ".tampered";
        std::filesystem::remove_all(place.data_folder);
        std::filesystem::copy(ledger.folder(), place.data_folder, std::filesystem::copy_options::recursive);
        tamper(place.data_folder, statement);
        if (program::verify(place).empty()) faults.push_back(std::string("not found: ") + what);
        std::filesystem::remove_all(place.data_folder);
    }
    return faults;
}

}  // namespace forecourt::crash
