#pragma once
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace forecourt::simulator {

/// Money is whole fen and quantities are thousandths, in plain numbers: the model shares no type with the
/// program that it judges.
using Fen = std::int64_t;
using RecordId = std::int64_t;

/// The members of an action's input, in the order they were said.
class Input {
  public:
    Input& number(std::string name, std::int64_t value) {
        return json(std::move(name), std::to_string(value));
    }
    Input& flag(std::string name, bool value) { return json(std::move(name), value ? "true" : "false"); }
    Input& text(std::string name, const std::string& value);
    /// Said anew, the last value counts.
    Input& json(std::string name, std::string value);
    bool has(const std::string& name) const;
    std::int64_t number_of(const std::string& name) const;
    std::string written() const;

  private:
    std::vector<std::pair<std::string, std::string>> members_;
};

/// What somebody tries, and what the norms say to it.
struct Attempt {
    std::size_t store = 0;  // whose people and records
    std::string who;        // login in the first store
    std::string action;
    Input input = {};
    /// Why it must be refused, by the refusals' names. Any of them may be the answer; none: it must be done.
    std::set<std::string> reasons = {};
    /// What came of it, for the model; throws Mismatch when the answer is another than expected.
    std::function<void(const std::string& answer)> then = {};
    std::string record = {};   // the member of the input that names the record; empty: none
    std::string missing = {};  // the refusal when there is no such record
    RecordId customer = 0;     // a customer does it, by the personal link
    bool both_stores = false;  // the record is the other store's too

    void must_not(bool holds, const char* reason) {
        if (holds) reasons.insert(reason);
    }
};

/// The program does not do what the norms say.
struct Mismatch : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Throws Mismatch with both values.
void expect_equal(const std::string& what, std::int64_t expected, std::int64_t found);
void expect_equal(const std::string& what, const std::string& expected, const std::string& found);

}  // namespace forecourt::simulator
