// Breaks the program under load and looks for lost or doubled work. Every request carries a key of its own;
// what was answered must be there after the restart with the same answer, what was not answered is asked
// again under its key, and in the end each key has left exactly one record. A line per test, a seed to repeat
// it.
#include <crash/served.h>

#include <program/verify.h>
#include <testing/json_value.h>
#include <testing/place.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

using namespace forecourt;
using namespace std::chrono_literals;

namespace {

constexpr db::Sql count_visits{"crash.count_visits", "select count(*) from reception_visit"};
constexpr long callers = 8;
const std::string visit = R"({"party_size":2,"purpose":"look_at_cars","channel":"walk_in"})";

// What was sent, and what was answered: empty while nobody knows.
struct Sent {
    std::string key;
    std::string answer;
};

struct Count {
    std::size_t acknowledged = 0;
    std::size_t unknown = 0;
    std::size_t lost = 0;
    std::size_t doubled = 0;
    std::vector<std::string> faults;  // what verify found, or what the program should have done
};

class Ledger {
  public:
    explicit Ledger(const std::string& name)
        : place_(testing::make_place(false, "crash_" + name)), fault_file_(place_.data_folder + ".fault") {
        std::filesystem::remove_all(place_.data_folder);
        std::filesystem::remove(fault_file_);
        program::Application application(place_);
        testing::open_two_stores(application, program::system_clock());
    }
    ~Ledger() {
        for (const char* tail : {"", ".log", ".fault"})
            std::filesystem::remove_all(place_.data_folder + tail);
    }

    const std::string& folder() const { return place_.data_folder; }
    const std::string& fault_file() const { return fault_file_; }
    void fail_disk(const char* how) const { std::ofstream(fault_file_) << how; }
    void mend_disk() const { std::filesystem::remove(fault_file_); }

    /// Eight callers register arrivals until `enough` says so, or until one is not answered well; `trouble`
    /// comes up meanwhile.
    void load(crash::Served& served, const std::function<bool()>& enough,
              const std::function<void()>& trouble, long patience_ms = 0) {
        const auto token = crash::sign_in(served.port(), "host");
        std::vector<std::thread> threads;
        threads.emplace_back(trouble);
        for (int i = 0; i < callers; ++i) {
            threads.emplace_back([&] {
                crash::Line line(served.port(), token);
                while (!enough()) {
                    Sent sent{.key = "crash " + std::to_string(++keys_), .answer = {}};
                    const auto reply =
                        line.post("/api/reception/register_arrival", sent.key, visit, patience_ms);
                    if (reply.status == 200) sent.answer = reply.body;
                    note(sent, reply);
                    if (reply.status != 200 && patience_ms == 0) return;
                }
            });
        }
        for (auto& thread : threads) thread.join();
    }

    /// Everything is asked once more under its key: the answered must answer the same.
    void ask_again(crash::Served& served, Count& count) {
        const auto token = crash::sign_in(served.port(), "host");
        crash::Line line(served.port(), token);
        for (auto& sent : sent_) {
            const auto reply = line.post("/api/reception/register_arrival", sent.key, visit);
            if (reply.status != 200) {
                count.faults.push_back(sent.key + " asked again: " + std::to_string(reply.status) + " " +
                                       reply.body);
            } else if (!sent.answer.empty() && reply.body != sent.answer) {
                ++count.lost;
            }
            sent.answer = reply.body;
        }
    }

    /// Counts the records against the keys, and lets verify read everything.
    void look(Count& count) {
        program::Application application(place_);
        std::size_t records = 0;
        application.database().read([&](db::Connection& db) {
            db.query(count_visits, {},
                     [&](const db::Row& row) { records = static_cast<std::size_t>(row.number(0)); });
            for (auto& finding : program::verify(db, program::system_clock()))
                count.faults.push_back("verify: " + finding);
        });
        if (records < sent_.size()) count.lost += sent_.size() - records;
        if (records > sent_.size()) count.doubled += records - sent_.size();
    }

    std::size_t sent() const { return sent_.size(); }
    std::size_t answered() const {
        std::size_t n = 0;
        for (const auto& sent : sent_) n += !sent.answer.empty();
        return n;
    }
    /// How many were answered with this problem.
    std::size_t told(const std::string& code) const {
        const auto found = told_.find(code);
        return found == told_.end() ? 0 : found->second;
    }

  private:
    void note(const Sent& sent, const crash::Reply& reply) {
        const std::lock_guard guard(mutex_);
        sent_.push_back(sent);
        if (reply.status == 200 || reply.status == 0) return;
        const auto problem = testing::parse_json(reply.body);
        if (const auto* code = problem.member("code")) ++told_[code->text];
    }

    program::Place place_;
    std::string fault_file_;
    std::atomic<int> keys_{0};
    std::mutex mutex_;
    std::vector<Sent> sent_;
    std::map<std::string, std::size_t> told_;
};

int passed = 0;
int failed = 0;

void report(const char* test, const Count& count, const std::string& more) {
    const bool good = count.lost == 0 && count.doubled == 0 && count.faults.empty() && count.acknowledged > 0;
    std::printf("%s %s acked %zu unknown %zu lost %zu duplicated %zu%s\n", good ? "ok  " : "FAIL", test,
                count.acknowledged, count.unknown, count.lost, count.doubled, more.c_str());
    for (const auto& fault : count.faults) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(good ? passed : failed);
}

// R1: the process is killed again and again in the middle of its work.
void kill_storm(std::mt19937& random, int kills) {
    Ledger ledger("kills");
    Count count;
    for (int i = 0; i < kills; ++i) {
        crash::Served served(ledger.folder(), {});
        const auto wait = std::chrono::milliseconds(std::uniform_int_distribution<int>(5, 300)(random));
        std::atomic<bool> killed{false};
        ledger.load(
            served, [&] { return killed.load(); },
            [&] {
                std::this_thread::sleep_for(wait);
                killed = true;
                served.kill_now();
            });
    }
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    {
        crash::Served served(ledger.folder(), {});
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report("R1 kill -9", count, " kills " + std::to_string(kills));
}

// R2, R3: the disk fails. What became of a COMMIT that failed nobody knows: the program says so, stops, and
// its next start finds out.
void failing_disk(const char* test, const char* how) {
    Ledger ledger(how);
    Count count;
    {
        crash::Served served(ledger.folder(), ledger.fault_file());
        ledger.load(
            served, [] { return false; },
            [&] {
                std::this_thread::sleep_for(300ms);
                ledger.fail_disk(how);
            });
        count.acknowledged = ledger.answered();
        count.unknown = ledger.sent() - ledger.answered();
        const auto code = served.wait_for_end(30s);
        if (code != 3) count.faults.push_back("the program goes on after a failed COMMIT");
        if (ledger.told("outcome_unknown") == 0)
            count.faults.push_back("nobody was told that the outcome is unknown");
        ledger.mend_disk();
    }
    {
        crash::Served served(ledger.folder(), ledger.fault_file());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report(test, count, "");
}

// R6: the answer is lost on its way, and the caller asks again. Callers wait about as long as an answer takes
// on this machine, so that some get it and some do not.
void lost_answers() {
    Ledger ledger("answers");
    Count count;
    crash::Served served(ledger.folder(), {});
    const auto load = [&](std::chrono::milliseconds how_long, long patience_ms) {
        const auto until = std::chrono::steady_clock::now() + how_long;
        const auto before = ledger.sent();
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {}, patience_ms);
        return ledger.sent() - before;
    };
    const auto patient = load(500ms, 0);
    const long usual_ms = callers * 500 / static_cast<long>(std::max<std::size_t>(patient, 1));
    for (const long patience_ms : {usual_ms, usual_ms + 1, 2 * usual_ms + 2})
        load(700ms, std::max(patience_ms, 1L));
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    if (count.unknown == 0) count.faults.push_back("no answer was lost, so nothing was tried");
    ledger.ask_again(served, count);
    served.kill_now();
    ledger.look(count);
    report("R6 lost answers", count, " usual " + std::to_string(usual_ms) + " ms");
}

}  // namespace

/// forecourt_crash [SEED] [KILLS]
int main(int argc, char** argv) {
    const unsigned seed =
        argc > 1 ? static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10)) : std::random_device{}();
    const int kills = argc > 2 ? std::atoi(argv[2]) : 20;
    std::printf("seed %u\n", seed);
    std::mt19937 random(seed);
    const std::function<void()> tests[] = {
        [&] { kill_storm(random, kills); }, [&] { failing_disk("R2 sync fails", "sync"); },
        [&] { failing_disk("R2 write fails", "write"); }, [&] { failing_disk("R3 disk full", "full"); },
        [] { lost_answers(); }};
    for (const auto& test : tests) {
        try {
            test();
        } catch (const std::exception& error) {
            std::printf("FAIL %s\n", error.what());
            ++failed;
        }
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
