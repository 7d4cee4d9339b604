#pragma once
#include <crash/served.h>

#include <testing/place.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace forecourt::crash {

inline constexpr long callers = 8;

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

/// A store of two houses in a folder of its own, and what was asked of it: every request carries a key of its
/// own.
class Ledger {
  public:
    explicit Ledger(const std::string& name);
    ~Ledger();

    const program::Place& place() const { return place_; }
    const std::string& folder() const { return place_.data_folder; }
    const std::string& fault_file() const { return fault_file_; }
    void fail_disk(const char* how) const;
    void mend_disk() const;

    /// Eight callers register arrivals until `enough` says so, or until one is not answered well; `trouble`
    /// comes up meanwhile.
    void load(Served& served, const std::function<bool()>& enough, const std::function<void()>& trouble,
              long patience_ms = 0);
    /// Everything is asked once more under its key: the answered must answer the same.
    void ask_again(Served& served, Count& count);
    /// Counts the records against the keys, and lets verify read everything.
    void look(Count& count) const;

    std::size_t sent() const { return sent_.size(); }
    const std::vector<Sent>& all() const { return sent_; }
    std::size_t answered() const;
    /// The same, while callers are at work.
    std::size_t answered_so_far();
    /// How many were answered with this problem.
    std::size_t told(const std::string& code) const;

  private:
    void note(const Sent& sent, const Reply& reply);

    program::Place place_;
    std::string fault_file_;
    std::atomic<int> keys_{0};
    std::mutex mutex_;
    std::vector<Sent> sent_;
    std::map<std::string, std::size_t> told_;
};

/// How many arrivals stand in a store.
std::size_t count_visits(const program::Place& place);

}  // namespace forecourt::crash
