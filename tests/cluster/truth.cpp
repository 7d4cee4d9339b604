#include <cluster/hosts.h>
#include <cluster/truth.h>

#include <db/postgresql.h>

namespace forecourt::cluster {
namespace {

constexpr db::Sql kept_answers{"cluster.kept_answers",
                               "select idempotency_key, answer from log_idempotency "
                               "where idempotency_key like :pattern"};
constexpr db::Sql every_visit{"cluster.every_visit", "select id from reception_visit"};

}  // namespace

Truth read_truth(const std::string& label) {
    Truth truth;
    const auto connection = db::open_postgresql(place_of_copy(1).postgresql_url);
    connection->query(kept_answers, {{"pattern", label + " %"}},
                      [&](const db::Row& row) { truth.answers.emplace(row.text(0), row.text(1)); });
    connection->query(every_visit, {}, [&](const db::Row& row) { truth.visits.insert(row.number(0)); });
    return truth;
}

Findings compare(const Load& load, const std::set<std::int64_t>& before, const Truth& truth) {
    Findings findings{.unknown = load.unknown()};
    for (const auto& one : load.asked()) {
        if (one.answer.empty()) continue;
        ++findings.acknowledged;
        const auto kept = truth.answers.find(one.key);
        const bool is_there = kept != truth.answers.end() && kept->second == one.answer &&
                              truth.visits.contains(one.visit) && !before.contains(one.visit);
        if (!is_there) ++findings.lost;
    }
    const auto fresh = truth.visits.size() - before.size();
    if (fresh > truth.answers.size()) findings.doubled = fresh - truth.answers.size();
    if (findings.acknowledged == 0) findings.faults.push_back("nobody was answered");
    for (const auto& [what, times] : load.refused()) {
        findings.faults.push_back(std::to_string(times) + " times: " + what);
    }
    return findings;
}

}  // namespace forecourt::cluster
