#include <crash/ledger.h>

#include <db/rows.h>
#include <db/sqlite.h>
#include <demo/dealership.h>
#include <program/verify.h>
#include <testing/json_value.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace forecourt::crash {
namespace {

using Steady = std::chrono::steady_clock;
constexpr db::Sql visits{"crash.count_visits", "select count(*) from reception_visit"};
const std::string visit = R"({"party_size":2,"purpose":"look_at_cars","channel":"walk_in"})";

void remove_all_of(const std::string& folder) {
    for (const char* tail : {"", ".log", ".fault", ".fault.trace", ".clock"}) {
        std::filesystem::remove_all(folder + tail);
    }
}

// The program reads the file at any moment, so it is never there in part.
void say(const std::string& file, const std::string& what) {
    std::ofstream(file + ".part") << what;
    std::filesystem::rename(file + ".part", file);
}

}  // namespace

std::size_t count_visits(const program::Place& place) {
    program::Application application(place);
    std::size_t records = 0;
    application.database().read([&](db::Connection& db) {
        db.query(visits, {}, [&](const db::Row& row) { records = static_cast<std::size_t>(row.number(0)); });
    });
    return records;
}

Ledger::Ledger(const std::string& name, const std::function<void(const program::Place&)>& make)
    : place_(testing::make_place(false, "crash_" + name)),
      disk_file_(place_.data_folder + ".fault"),
      clock_file_(place_.data_folder + ".clock") {
    remove_all_of(place_.data_folder);
    make(place_);
    const auto database = place_.data_folder + "/forecourt.sqlite";
    const auto found = db::number(*db::open_sqlite(database, db::Access::read_only), visits);
    before_ = static_cast<std::size_t>(found.value_or(0));
}

Ledger::Ledger(const std::string& name, int demo_days)
    : Ledger(name, [&](const program::Place& place) {
          const auto now = program::system_clock();
          auto making = place;
          making.in_the_making = demo_days > 0;
          program::Application application(making);
          if (demo_days == 0) {
              testing::open_two_stores(application, now);
          } else {
              demo::make_dealership(application, {.days = demo_days, .today = local_date(now), .until = now});
          }
      }) {}

Ledger Ledger::packed(const std::string& name, const std::string& archive) {
    return Ledger(name, [&](const program::Place& place) {
        std::filesystem::create_directories(place.data_folder);
        const auto unpack = "tar -xJf '" + archive + "' -C '" + place.data_folder + "' --no-same-owner";
        if (std::system(unpack.c_str()) != 0) throw std::runtime_error("cannot unpack " + archive);
    });
}

Ledger::~Ledger() { remove_all_of(place_.data_folder); }

void Ledger::fail_disk(const std::string& how) const { say(disk_file_, how); }

void Ledger::set_clock_ahead(std::chrono::seconds ahead) const {
    say(clock_file_, std::to_string(ahead.count()));
}

void Ledger::mend_disk() const { std::filesystem::remove(disk_file_); }

void Ledger::load(Served& served, const std::function<bool()>& enough, const std::function<void()>& trouble,
                  long patience_ms) {
    const auto token = sign_in(served.port(), "host");
    std::vector<std::thread> threads;
    threads.emplace_back(trouble);
    for (int i = 0; i < callers_; ++i) {
        threads.emplace_back([&] {
            Line line(served.port(), token);
            while (!enough()) {
                Sent sent{.key = "crash " + std::to_string(++keys_), .answer = {}};
                sent.sent_at = program::system_clock();
                const auto began = Steady::now();
                const auto reply = line.post("/api/reception/register_arrival", sent.key, visit, patience_ms);
                sent.answered_at = program::system_clock();
                if (reply.status == 200) sent.answer = reply.body;
                note(sent, reply,
                     std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - began));
                if (reply.status != 200 && patience_ms == 0) return;
                if (reply.status == 503) std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        });
    }
    for (auto& thread : threads) thread.join();
}

void Ledger::doubt_answers_since(Instant moment) {
    for (auto& sent : sent_) {
        if (sent.answered_at >= moment) sent.answer.clear();
    }
}

void Ledger::ask_again(Served& served, Count& count) {
    const auto token = sign_in(served.port(), "host");
    Line line(served.port(), token);
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

Reply Ledger::ask_once_more(Served& served, const Sent& sent) {
    return Line(served.port(), sign_in(served.port(), "host"))
        .post("/api/reception/register_arrival", sent.key, visit);
}

void Ledger::look(Count& count) const {
    const auto records = count_visits(place_);
    for (auto& finding : program::verify(place_)) count.faults.push_back("verify: " + finding);
    const auto wanted = before_ + sent_.size();
    if (records < wanted) count.lost += wanted - records;
    if (records > wanted) count.doubled += records - wanted;
}

std::size_t Ledger::answered() const {
    std::size_t n = 0;
    for (const auto& sent : sent_) n += !sent.answer.empty();
    return n;
}

std::size_t Ledger::answered_so_far() {
    const std::lock_guard guard(mutex_);
    return answered();
}

std::size_t Ledger::told(const std::string& code) const {
    const auto found = told_.find(code);
    return found == told_.end() ? 0 : found->second;
}

long Ledger::slowest_of_most_ms() const {
    auto took = took_;
    if (took.empty()) return 0;
    std::sort(took.begin(), took.end());
    return std::chrono::duration_cast<std::chrono::milliseconds>(took[took.size() * 99 / 100]).count();
}

void Ledger::note(const Sent& sent, const Reply& reply, std::chrono::microseconds took) {
    const std::lock_guard guard(mutex_);
    sent_.push_back(sent);
    if (reply.status == 200) took_.push_back(took);
    if (reply.status == 503 && reply.retry_after.empty()) ++told_no_time_;
    if (reply.status == 200 || reply.status == 0) return;
    const auto problem = testing::parse_json(reply.body);
    if (const auto* code = problem.member("code")) ++told_[code->text];
}

}  // namespace forecourt::crash
