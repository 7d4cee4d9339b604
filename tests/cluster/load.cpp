#include <cluster/hosts.h>
#include <cluster/load.h>
#include <testing/json_value.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace forecourt::cluster {
namespace {

using namespace std::chrono_literals;

const std::string arrival = R"({"party_size":2,"purpose":"look_at_cars","channel":"walk_in"})";
constexpr long patience_ms = 15'000;
constexpr auto longest_wait = 3min;  // for one answer, with all its tries

std::int64_t member_number(const std::string& json, const char* name) {
    const auto value = testing::parse_json(json);
    const auto* member = value.member(name);
    if (member == nullptr) throw std::runtime_error("no " + std::string(name) + " in " + json);
    return std::stoll(member->text);
}

}  // namespace

void Load::run(std::chrono::seconds how_long, const std::function<void()>& trouble) {
    began_ = Steady::now();
    std::vector<std::thread> callers;
    for (int i = 0; i < callers_; ++i) {
        const std::string login = i % 2 == 0 ? "host" : "host_2";
        callers.emplace_back([this, login, until = began_ + how_long] { call(login, until); });
    }
    std::exception_ptr problem;
    try {
        trouble();
    } catch (...) {
        problem = std::current_exception();
    }
    for (auto& caller : callers) caller.join();
    ended_ = Steady::now();
    if (problem) std::rethrow_exception(problem);
}

void Load::call(const std::string& login, Steady::time_point until) {
    try {
        crash::Line line(front_port, crash::sign_in(front_port, login));
        while (Steady::now() < until) {
            Asked asked{.key = {}, .is_of_first_store = login == "host"};
            {
                const std::lock_guard guard(mutex_);
                asked.key = label_ + " " + std::to_string(++keys_);
            }
            const bool answered = ask(line, asked);
            const std::lock_guard guard(mutex_);
            asked_.push_back(asked);
            if (!answered) return;
        }
    } catch (const std::exception& error) {
        const std::lock_guard guard(mutex_);
        ++refused_[error.what()];
    }
}

bool Load::ask(crash::Line& line, Asked& asked) {
    const auto give_up = Steady::now() + longest_wait;
    while (Steady::now() < give_up) {
        const auto reply = line.post("/api/reception/register_arrival", asked.key, arrival, patience_ms);
        ++asked.tries;
        if (reply.status == 200) {
            asked.answer = reply.body;
            asked.visit = member_number(reply.body, "visit_id");
            asked.answered_at = Steady::now();
            return true;
        }
        const bool no_answer = reply.status == 0 || reply.status == 502 || reply.status == 504;
        const bool told_unknown = reply.body.find("outcome_unknown") != std::string::npos;
        if (no_answer || told_unknown) asked.was_unknown = true;
        if (!no_answer && reply.status != 503) {
            const std::lock_guard guard(mutex_);
            ++refused_[std::to_string(reply.status) + " " + reply.body];
            return false;
        }
        std::this_thread::sleep_for(100ms);
    }
    const std::lock_guard guard(mutex_);
    ++refused_["nobody answered for minutes"];
    return false;
}

std::size_t Load::unknown() const {
    return static_cast<std::size_t>(
        std::count_if(asked_.begin(), asked_.end(), [](const Asked& one) { return one.was_unknown; }));
}

double Load::longest_gap_s() const {
    std::vector<Steady::time_point> times{began_};
    for (const auto& one : asked_) {
        if (!one.answer.empty()) times.push_back(one.answered_at);
    }
    std::sort(times.begin(), times.end());
    Steady::duration longest{};
    for (std::size_t i = 1; i < times.size(); ++i) longest = std::max(longest, times[i] - times[i - 1]);
    return std::chrono::duration<double>(longest).count();
}

double Load::per_second() const {
    return static_cast<double>(asked_.size()) / std::chrono::duration<double>(ended_ - began_).count();
}

}  // namespace forecourt::cluster
