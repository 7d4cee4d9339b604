#include <crash/drill.h>
#include <crash/ledger.h>

#include <backup/backup.h>
#include <program/verify.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr const char* passphrase = "only for this drill";
constexpr int flips = 12;

std::string refusal(const std::string& file, const std::string& folder) {
    try {
        backup::restore_backup(file, folder, passphrase);
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

void flip_bytes(const std::string& file, std::mt19937& random, std::vector<std::string>& faults) {
    std::ifstream in(file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    const std::string broken = file + ".broken";
    for (int i = 0; i < flips; ++i) {
        auto bytes = whole;
        const auto at = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
        std::ofstream(broken, std::ios::binary) << bytes;
        if (refusal(broken, broken + ".back").empty()) {
            faults.push_back("restored with byte " + std::to_string(at) + " changed");
        }
        for (const char* left : {".back", ".back.part"}) {
            if (disk::exists(broken + left)) faults.push_back("a refused backup left something behind");
            disk::remove_all(broken + left);
        }
    }
    disk::remove(broken);
}

}  // namespace

std::vector<std::string> drill(std::mt19937& random) {
    Ledger ledger("drill");
    const std::string file = ledger.folder() + ".sealed";
    auto back = ledger.place();
    back.data_folder += ".back";
    disk::remove(file);
    disk::remove_all(back.data_folder);
    std::vector<std::string> faults;
    std::size_t before = 0;
    {
        Served served(ledger.folder());
        std::atomic<bool> enough{false};
        ledger.load(
            served, [&] { return enough.load(); },
            [&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                before = ledger.answered_so_far();
                backup::make_backup(ledger.folder(), file, passphrase);
                enough = true;
            });
    }
    backup::restore_backup(file, back.data_folder, passphrase);
    const auto records = count_visits(back);
    if (before == 0) faults.push_back("nobody worked");
    if (records < before) faults.push_back("what was answered before the backup is not in it");
    if (records > ledger.sent()) faults.push_back("the backup holds more than was asked for");
    for (auto& finding : program::verify(back)) faults.push_back("verify: " + finding);
    flip_bytes(file, random, faults);
    disk::remove(file);
    disk::remove_all(back.data_folder);
    return faults;
}

}  // namespace forecourt::crash
