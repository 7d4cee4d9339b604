#pragma once
#include <crash/served.h>

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace forecourt::cluster {

using Steady = std::chrono::steady_clock;

/// One thing that was asked under a key of its own, until it was answered.
struct Asked {
    std::string key;
    bool is_of_first_store = false;
    std::int64_t visit{};
    std::string answer;
    Steady::time_point answered_at;
    int tries = 0;
    bool was_unknown = false;  // it was told so, or no answer came
};

/// People who register arrivals at the front, and ask again under the same key until they are answered.
class Load {
  public:
    /// `label` begins every key.
    explicit Load(std::string label, int callers = 8) : label_(std::move(label)), callers_(callers) {}

    /// `trouble` comes up meanwhile; callers begin nothing new after `how_long`, but finish what they began.
    void run(std::chrono::seconds how_long, const std::function<void()>& trouble);

    const std::vector<Asked>& asked() const { return asked_; }
    std::size_t unknown() const;
    /// The longest time in which nobody was answered.
    double longest_gap_s() const;
    double per_second() const;
    /// What was answered that should not be.
    const std::map<std::string, int>& refused() const { return refused_; }

  private:
    void call(const std::string& login, Steady::time_point until);
    bool ask(crash::Line& line, Asked& asked);

    std::string label_;
    int callers_;
    std::mutex mutex_;
    std::vector<Asked> asked_;
    std::map<std::string, int> refused_;
    Steady::time_point began_, ended_;
    int keys_ = 0;
};

}  // namespace forecourt::cluster
