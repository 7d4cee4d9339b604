#pragma once
#include <crash/served.h>

#include <testing/place.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace forecourt::crash {

// What was sent, and what was answered: empty while nobody knows.
struct Sent {
    std::string key;
    std::string answer;
    Instant sent_at;
    Instant answered_at;
};

struct Count {
    std::size_t acknowledged = 0;
    std::size_t unknown = 0;
    std::size_t lost = 0;
    std::size_t doubled = 0;
    std::vector<std::string> faults;  // what verify found, or what the program should have done
};

/// A store in a folder of its own, and what was asked of it: every request carries a key of its own.
class Ledger {
  public:
    /// With `demo_days` the store is the demonstration's, with so many days of its history.
    explicit Ledger(const std::string& name, int demo_days = 0);
    /// The store is what lies in a packed folder, as it is: of an older program, perhaps.
    static Ledger packed(const std::string& name, const std::string& archive);
    ~Ledger();

    const program::Place& place() const { return place_; }
    const std::string& folder() const { return place_.data_folder; }
    Faults faults() const { return {.disk = disk_file_, .clock = clock_file_}; }
    void fail_disk(const std::string& how) const;
    void mend_disk() const;
    /// From now on the program takes it for so much later than it is.
    void set_clock_ahead(std::chrono::seconds ahead) const;

    /// Callers register arrivals until `enough` says so, or until one is not answered well; `trouble`
    /// comes up meanwhile.
    void load(Served& served, const std::function<bool()>& enough, const std::function<void()>& trouble,
              long patience_ms = 0);
    /// What was answered from this moment on was answered by a program that should have been gone: it counts
    /// as unknown.
    void doubt_answers_since(Instant moment);
    void set_callers(int callers) { callers_ = callers; }
    int callers() const { return callers_; }
    /// Everything is asked once more under its key: the answered must answer the same.
    void ask_again(Served& served, Count& count);
    /// One of them once more.
    static Reply ask_once_more(Served& served, const Sent& sent);
    /// Counts the records against the keys, and lets verify read everything.
    void look(Count& count) const;

    std::size_t sent() const { return sent_.size(); }
    const std::vector<Sent>& all() const { return sent_; }
    std::size_t answered() const;
    /// The same, while callers are at work.
    std::size_t answered_so_far();
    /// How many were answered with this problem.
    std::size_t told(const std::string& code) const;

    /// How many were told to come again, and not when.
    std::size_t told_no_time() const { return told_no_time_; }
    /// How long all but one in a hundred of the answered waited at most.
    long slowest_of_most_ms() const;

  private:
    Ledger(const std::string& name, const std::function<void(const program::Place&)>& make);
    void note(const Sent& sent, const Reply& reply, std::chrono::microseconds took);

    program::Place place_;
    std::string disk_file_;
    std::string clock_file_;
    std::size_t before_ = 0;  // records the store began with
    std::atomic<int> keys_{0};
    std::mutex mutex_;
    std::vector<Sent> sent_;
    std::map<std::string, std::size_t> told_;
    std::size_t told_no_time_ = 0;
    std::vector<std::chrono::microseconds> took_;
    int callers_ = 8;
};

/// How many arrivals stand in a store.
std::size_t count_visits(const program::Place& place);

}  // namespace forecourt::crash
