#include <crash/rotation.h>

#include <db/sqlite.h>
#include <secrets/digest.h>
#include <secrets/sealing.h>

#include <filesystem>
#include <map>
#include <thread>

namespace forecourt::crash {
namespace {

using namespace std::chrono_literals;

struct SealedRow {
    std::int64_t id{};
    std::string sealed;
    std::string blind;
};
FORECOURT_STRUCT(SealedRow, id, sealed, blind)

// Every place with a value that the master key seals.
const struct {
    std::string_view table, column;
    db::Sql rows;
} places[] = {
    {"customers_customer",
     "phone_sealed",
     {"phones",
      "select id, phone_sealed as sealed, phone_blind as blind from customers_customer where "
      "phone_sealed is not null"}},
    {"customers_customer",
     "identity_sealed",
     {"identities",
      "select id, identity_sealed as sealed, identity_blind as blind from customers_customer "
      "where identity_sealed is not null"}},
    {"consultation_question",
     "phone_sealed",
     {"questions",
      "select id, phone_sealed as sealed, '' as blind from consultation_question where "
      "phone_sealed is not null"}},
    {"messages_message",
     "recipient",
     {"recipients",
      "select id, recipient as sealed, '' as blind from messages_message where recipient <> ''"}},
};

using Values = std::map<std::string, std::string>;  // by place and row

struct Looked {
    Values values;
    std::size_t of_old = 0;
    std::vector<std::string> faults;
};

Looked look_at(const std::string& folder, const secrets::KeyRing& keys) {
    Looked looked;
    const auto db = db::open_sqlite(folder + "/forecourt.sqlite", db::Access::read_only);
    for (const auto& place : places) {
        for (const auto& row : db::all<SealedRow>(*db, place.rows)) {
            const auto name =
                std::string(place.table) + "." + std::string(place.column) + " " + std::to_string(row.id);
            const auto plain = secrets::open_field(
                keys, {.table = place.table, .column = place.column, .row_id = row.id}, row.sealed);
            if (!plain) {
                looked.faults.push_back(name + " does not open");
                continue;
            }
            looked.values[name] = *plain;
            const bool of_newest = secrets::sealed_with(row.sealed) == keys.newest();
            if (!of_newest) ++looked.of_old;
            const auto kind = place.column == "phone_sealed" ? "phone:" : "identity:";
            if (of_newest && !row.blind.empty() &&
                row.blind != secrets::blind_index(keys.key(secrets::Purpose::blind_index), kind + *plain))
                looked.faults.push_back(name + " is not found by the new key");
        }
    }
    return looked;
}

void expect_kept(const Values& before, const Looked& after, std::vector<std::string>& faults) {
    faults.insert(faults.end(), after.faults.begin(), after.faults.end());
    for (const auto& [name, value] : before) {
        const auto found = after.values.find(name);
        if (found == after.values.end() || found->second != value)
            faults.push_back(name + " is not what it was");
    }
}

void rotate(const std::string& folder, std::vector<std::string> more, std::vector<std::string>& faults) {
    more.insert(more.begin(), {"rotate-key", "--data", folder});
    if (run_program(more, folder + ".log") != 0) faults.push_back("rotate-key failed: " + more.back());
}

}  // namespace

// security 63
Count rotated_keys(std::mt19937& random, std::string& told) {
    Ledger ledger("rotation", 2);
    Count count;
    const auto& folder = ledger.folder();
    const auto before = look_at(folder, secrets::KeyRing::load_or_create(folder));
    rotate(folder, {}, count.faults);
    const auto keys = secrets::KeyRing::load_or_create(folder);
    if (look_at(folder, keys).of_old != before.values.size())
        count.faults.push_back("something was sealed anew while nothing ran");

    int in_the_middle = 0;
    for (int kill = 0; kill < 12 && look_at(folder, keys).of_old > 0; ++kill) {
        const auto left = look_at(folder, keys).of_old;
        Served served(folder);
        const auto wait = std::chrono::milliseconds(std::uniform_int_distribution<int>(5, 120)(random));
        std::atomic<bool> killed{false};
        ledger.load(
            served, [&] { return killed.load(); },
            [&] {
                std::this_thread::sleep_for(wait);
                killed = true;
                served.kill_now();
            });
        const auto now = look_at(folder, keys);
        expect_kept(before.values, now, count.faults);
        if (now.of_old > 0 && now.of_old < left) ++in_the_middle;
    }
    if (in_the_middle == 0) count.faults.push_back("no kill came in the middle of the sealing");
    {
        Served served(folder);
        ledger.ask_again(served, count);
        const auto until = std::chrono::steady_clock::now() + 60s;
        while (look_at(folder, keys).of_old > 0 && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(50ms);
        if (look_at(folder, keys).of_old > 0) count.faults.push_back("the sealing does not come to its end");
        served.ask_to_end();
        served.wait_for_end(20s);
    }
    rotate(folder, {"--finish"}, count.faults);
    std::filesystem::remove(folder + "/keys.before-2");

    const auto newest = secrets::KeyRing::load_or_create(folder);
    if (newest.has(1) || !newest.has(2)) count.faults.push_back("the old key is still there");
    expect_kept(before.values, look_at(folder, newest), count.faults);
    {
        // Passwords, and anchors of the log, are proved by keys that outlived theirs.
        Served served(folder);
        sign_in(served.port(), "gm");
    }
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    ledger.look(count);
    told = " values " + std::to_string(before.values.size()) + " kills in the middle " +
           std::to_string(in_the_middle);
    return count;
}

}  // namespace forecourt::crash
