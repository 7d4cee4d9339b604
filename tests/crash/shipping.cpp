#include <crash/ledger.h>
#include <crash/shipping.h>

#include <backup/point_in_time.h>
#include <backup/shipment.h>
#include <program/ship_place.h>
#include <program/verify.h>
#include <secrets/bytes.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
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
    Drill(std::mt19937& random, const std::string& s3_url)
        : random(random), ledger("shipped"), place(s3_url.empty() ? ship : "s3:" + ship + ".json") {
        for (const auto& old : {ship, back}) disk::remove_all(old);
        std::ofstream(ship + ".passphrase") << passphrase << "\n";
        if (s3_url.empty()) {
            disk::create_directories(ship);
        } else {
            write_bucket(s3_url);
        }
        depot = program::open_depot(place);
    }
    ~Drill() {
        for (const auto& old : {ship, back, ship + ".json", ship + ".passphrase"}) disk::remove_all(old);
    }
    // Of the server of tools/test_s3, which keeps what earlier runs have put there.
    void write_bucket(const std::string& url) const {
        std::ofstream(ship + ".json")
            << R"({"s3":{"url":")" << url << R"(","bucket":"forecourt","prefix":"drill-)"
            << secrets::to_hex(secrets::random_bytes(8))
            << R"(","access_key":"S3RVER","secret_key":"S3RVER"}})";
        disk::permissions(ship + ".json", disk::perms::owner_read | disk::perms::owner_write);
    }

    std::mt19937& random;
    Ledger ledger;
    const std::string ship = ledger.folder() + ".ship";
    const std::string back = ledger.folder() + ".back";
    const std::string place;
    std::unique_ptr<backup::Depot> depot;
    Instant first_good;   // in the first generation
    Instant before_deed;  // in the second
    Instant killed_at;
    std::vector<std::string> faults;

    std::vector<std::string> options() const {
        return {"--ship", place, "--passphrase-file", ship + ".passphrase", "--ship-every", "1"};
    }
};

void wait_for_bases(const Drill& drill, std::size_t count) {
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (backup::generations_in(*drill.depot).whole.size() < count) {
        if (std::chrono::steady_clock::now() > until) throw std::runtime_error("no base is shipped");
        std::this_thread::sleep_for(20ms);
    }
}

std::int64_t last_segment(const Drill& drill, const std::string& generation) {
    std::int64_t last = 0;
    while (drill.depot->exists(generation + backup::segment_name(last + 1))) ++last;
    return last;
}

// The last of them begins after now, so it holds what was done before.
void wait_for_segments(const Drill& drill, std::int64_t more) {
    const auto newest = backup::generations_in(*drill.depot).whole.back() + "/";
    const auto last = last_segment(drill, newest);
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (!drill.depot->exists(newest + backup::segment_name(last + more))) {
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
    // With its note of how far it came the program would mostly go on; here a second generation is wanted.
    disk::remove(drill.ledger.folder() + "/forecourt.sqlite.shipped");
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

std::string refusal(const Drill& drill, std::optional<Instant> at = std::nullopt) {
    const auto to = drill.ship + ".broken";
    try {
        backup::restore_shipped(*drill.depot, to, passphrase, at);
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
    backup::restore_shipped(*drill.depot, drill.back, passphrase, at);
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
    auto& depot = *drill.depot;
    const auto newest = backup::generations_in(depot).whole.back() + "/";
    const auto last = last_segment(drill, newest);
    if (last < 3) drill.faults.push_back("too few segments were shipped to try anything");
    // Nothing instead of bytes: it is missing. In the end all is as it was.
    using Changes = std::map<std::string, std::optional<std::string>>;
    const auto expect_refusal = [&](const std::string& what, const Changes& changes) {
        std::map<std::string, std::string> whole;
        for (const auto& [name, bytes] : changes) {
            whole[name] = depot.get(newest + name).value();
            bytes ? depot.put(newest + name, *bytes) : depot.remove(newest + name);
        }
        if (refusal(drill).empty()) drill.faults.push_back("restored with " + what);
        for (const auto& [name, bytes] : whole) depot.put(newest + name, bytes);
    };
    for (const auto* name : {backup::base_name, backup::latest_name, "000000001", "000000002"}) {
        auto bytes = depot.get(newest + name).value();
        const auto at = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(drill.random);
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        expect_refusal(std::string("a byte changed in ") + name, {{name, bytes}});
    }
    expect_refusal("a segment missing", {{"000000002", std::nullopt}});
    // The kill may have come between the last one and the word that it is there.
    expect_refusal("the last segments missing", {{backup::segment_name(last), std::nullopt},
                                                 {backup::segment_name(last - 1), std::nullopt}});
    expect_refusal("two segments exchanged", {{"000000001", depot.get(newest + "000000002")},
                                              {"000000002", depot.get(newest + "000000001")}});
    if (refusal(drill, drill.first_good - hours(1)).find("before the first base") == std::string::npos) {
        drill.faults.push_back("a moment before the first base is not refused");
    }
}

}  // namespace

std::vector<std::string> shipped_away(std::mt19937& random, const std::string& s3_url, std::string& figures) {
    Drill drill(random, s3_url);
    work_and_be_killed(drill);
    disk::remove_all(drill.ledger.folder());
    look_at_newest(drill, figures);
    look_at_moment(drill, drill.before_deed, "before the bad deed");
    look_at_moment(drill, drill.first_good, "before the first kill");
    break_something(drill);
    return drill.faults;
}

}  // namespace forecourt::crash
