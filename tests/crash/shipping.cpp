#include <crash/ledger.h>
#include <crash/shipping.h>

#include <backup/point_in_time.h>
#include <backup/shipment.h>
#include <program/verify.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
using namespace std::chrono_literals;
constexpr const char* passphrase = "only for this drill";
constexpr db::Sql kept_keys{"crash.kept_keys", "select idempotency_key from log_idempotency"};
constexpr db::Sql bad_deeds{"crash.bad_deeds", "select count(*) from reception_visit where party_size = 33"};
const std::string bad_deed = R"({"party_size":33,"purpose":"look_at_cars","channel":"walk_in"})";
constexpr Duration most_lost = seconds(60);

struct Drill {
    explicit Drill(std::mt19937& random) : random(random), ledger("shipped") {
        for (const auto& old : {ship, back, ship + ".broken"}) disk::remove_all(old);
        disk::create_directories(ship);
        std::ofstream(ship + ".passphrase") << passphrase << "\n";
    }
    ~Drill() {
        for (const auto& old : {ship, back, ship + ".broken", ship + ".passphrase"}) disk::remove_all(old);
    }

    std::mt19937& random;
    Ledger ledger;
    const std::string ship = ledger.folder() + ".ship";
    const std::string back = ledger.folder() + ".back";
    Instant first_good;   // in the first generation
    Instant before_deed;  // in the second
    Instant killed_at;
    std::vector<std::string> faults;

    std::vector<std::string> options() const {
        return {"--ship", ship, "--passphrase-file", ship + ".passphrase", "--ship-every", "1"};
    }
};

void wait_for_bases(const Drill& drill, std::size_t count) {
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (backup::generations_in(drill.ship).size() < count) {
        if (std::chrono::steady_clock::now() > until) throw std::runtime_error("no base is shipped");
        std::this_thread::sleep_for(20ms);
    }
}

// The last of them begins after now, so it holds what was done before.
void wait_for_segments(const Drill& drill, std::int64_t more) {
    const auto newest = drill.ship + "/" + backup::generations_in(drill.ship).back() + "/";
    std::int64_t last = 0;
    while (disk::exists(newest + backup::segment_name(last + 1))) ++last;
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (!disk::exists(newest + backup::segment_name(last + more))) {
        if (std::chrono::steady_clock::now() > until) throw std::runtime_error("no segment is shipped");
        std::this_thread::sleep_for(20ms);
    }
}

// Twice, so that a kill lies in the middle: what goes on after it must be shipped too.
void work_and_be_killed(Drill& drill) {
    {
        Served served(drill.ledger.folder(), {}, drill.options());
        wait_for_bases(drill, 1);
        std::atomic<bool> enough{false};
        drill.ledger.load(
            served, [&] { return enough.load(); },
            [&] {
                std::this_thread::sleep_for(500ms);
                drill.first_good = program::system_clock();
                wait_for_segments(drill, 2);
                enough = true;
                served.kill_now();
            });
    }
    Served served(drill.ledger.folder(), {}, drill.options());
    wait_for_bases(drill, 2);
    std::atomic<bool> enough{false};
    drill.ledger.load(
        served, [&] { return enough.load(); },
        [&] {
            Line host(served.port(), sign_in(served.port(), "host"));
            std::this_thread::sleep_for(500ms);
            drill.before_deed = program::system_clock();
            std::this_thread::sleep_for(20ms);
            if (host.post("/api/reception/register_arrival", "bad deed", bad_deed).status != 200) {
                drill.faults.push_back("the bad deed was not done");
            }
            wait_for_segments(drill, 3);
            if (host.get("/metrics").body.find("forecourt_ship_lag_seconds") == std::string::npos) {
                drill.faults.push_back("the figures do not tell how old the shipped state is");
            }
            drill.killed_at = program::system_clock();
            enough = true;
            served.kill_now();
        });
}

std::string refusal(const std::string& from, const std::string& to,
                    std::optional<Instant> at = std::nullopt) {
    try {
        backup::restore_shipped(from, to, passphrase, at);
        disk::remove_all(to);
        return {};
    } catch (const std::exception& error) {
        if (disk::exists(to) || disk::exists(to + ".part")) return {};
        return error.what();
    }
}

struct Restored {
    std::set<std::string> keys;
    std::int64_t bad_deeds{};
};

Restored restore(Drill& drill, std::optional<Instant> at) {
    disk::remove_all(drill.back);
    backup::restore_shipped(drill.ship, drill.back, passphrase, at);
    auto place = drill.ledger.place();
    place.data_folder = drill.back;
    for (auto& finding : program::verify(place)) drill.faults.push_back("verify: " + finding);
    Restored restored;
    program::Application application(place);
    application.database().read([&](db::Connection& db) {
        db.query(kept_keys, {}, [&](const db::Row& row) { restored.keys.emplace(row.text(0)); });
        db.query(bad_deeds, {}, [&](const db::Row& row) { restored.bad_deeds = row.number(0); });
    });
    return restored;
}

// The newest state: what is missing was answered in the last seconds.
void look_at_newest(Drill& drill, std::string& figures) {
    const auto restored = restore(drill, std::nullopt);
    Instant first_missing = drill.killed_at;
    std::size_t missing = 0, answered = 0;
    for (const auto& sent : drill.ledger.all()) {
        if (sent.answer.empty()) continue;
        ++answered;
        if (restored.keys.contains(sent.key)) continue;
        ++missing;
        first_missing = std::min(first_missing, sent.answered_at);
    }
    const auto lost = drill.killed_at - first_missing;
    char text[100];
    std::snprintf(text, sizeof text, " acked %zu missing %zu, the last %.1f s", answered, missing,
                  static_cast<double>(lost.ms) / 1000);
    figures = text;
    if (answered < 100) drill.faults.push_back("hardly anybody worked");
    if (lost > most_lost) drill.faults.push_back("more than the last 60 s are lost");
    if (restored.bad_deeds != 1) drill.faults.push_back("the newest state does not hold what was done last");
}

// Everything answered before the moment (commits that follow closely are one step), nothing asked for after
// it.
void look_at_moment(Drill& drill, Instant at, const std::string& which) {
    const auto restored = restore(drill, at);
    for (const auto& sent : drill.ledger.all()) {
        const bool there = restored.keys.contains(sent.key);
        if (!sent.answer.empty() && sent.answered_at < at - db::longest_together && !there) {
            drill.faults.push_back(which + ": " + sent.key + " was answered before and is missing");
        }
        if (there && sent.sent_at > at) drill.faults.push_back(which + ": " + sent.key + " came after it");
    }
    if (restored.bad_deeds != 0) drill.faults.push_back(which + ": the bad deed is not undone");
}

void break_something(Drill& drill) {
    const auto newest = backup::generations_in(drill.ship).back();
    const std::string broken = drill.ship + ".broken";
    const auto expect_refusal = [&](const std::string& what, const std::string& file, auto&& change) {
        disk::remove_all(broken);
        disk::copy(drill.ship, broken, disk::copy_options::recursive);
        change(broken + "/" + newest + "/" + file);
        if (refusal(broken, broken + ".back").empty()) drill.faults.push_back("restored with " + what);
    };
    const auto flip = [&](const std::string& path) {
        auto bytes = backup::bytes_of_file(path);
        const auto at = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(drill.random);
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        std::ofstream(path, std::ios::binary) << bytes;
    };
    const auto remove = [](const std::string& path) { disk::remove(path); };
    for (const auto* file : {backup::base_name, "latest", "000000001", "000000002"}) {
        expect_refusal(std::string("a byte changed in ") + file, file, flip);
    }
    expect_refusal("a segment missing", "000000002", remove);
    std::int64_t last = 1;
    while (disk::exists(drill.ship + "/" + newest + "/" + backup::segment_name(last + 1))) ++last;
    if (last < 3) drill.faults.push_back("too few segments were shipped to try anything");
    // The kill may have come between the last one and the word that it is there.
    expect_refusal("the last segments missing", backup::segment_name(last), [&](const std::string& path) {
        remove(path);
        remove((disk::path(path).parent_path() / backup::segment_name(last - 1)).string());
    });
    expect_refusal("two segments exchanged", "000000001", [&](const std::string& path) {
        const auto second = disk::path(path).parent_path() / "000000002";
        disk::rename(path, path + ".away");
        disk::rename(second, path);
        disk::rename(path + ".away", second);
    });
    if (refusal(drill.ship, broken + ".back", drill.first_good - hours(1)).find("before the first base") ==
        std::string::npos) {
        drill.faults.push_back("a moment before the first base is not refused");
    }
}

}  // namespace

std::vector<std::string> shipped_away(std::mt19937& random, std::string& figures) {
    Drill drill(random);
    work_and_be_killed(drill);
    disk::remove_all(drill.ledger.folder());
    look_at_newest(drill, figures);
    look_at_moment(drill, drill.before_deed, "before the bad deed");
    look_at_moment(drill, drill.first_good, "before the first kill");
    break_something(drill);
    return drill.faults;
}

}  // namespace forecourt::crash
