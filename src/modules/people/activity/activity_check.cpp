#include <db/rows.h>
#include <modules/people/activity/activity_store.h>
#include <modules/people/activity/people_activity.sql.h>
#include <modules/people/api.h>
#include <modules/people/commission/statement_store.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace forecourt::people {
namespace {

struct DayFigure {
    Measure measure{};
    Id<User> user_id;
    Date day;
    std::int64_t amount{};
};
FORECOURT_STRUCT(DayFigure, measure, user_id, day, amount)

// Figures are compared by person, measure and day: the model may have changed with the contract since.
using Figures = std::map<std::tuple<Measure, std::int64_t, std::int32_t>, std::int64_t>;

// Counts the log without writing anything.
class LogCount {
  public:
    void add(db::Connection& db, Id<Store> store, const Event& event) {
        for (const auto& count : counts_of(db, store, event)) {
            if (!count.user_id && count.amount != 0) continue;
            if (!count.settles) {
                figures_[{count.measure, count.user_id.value, local_date(event.at).days}] += count.amount;
                continue;
            }
            auto& before = counted_[{count.object_type, count.object_id, count.measure}];
            for (const auto& part : difference_to(count, before)) {
                figures_[{count.measure, part.user_id.value, local_date(event.at).days}] += part.amount;
            }
            before.clear();
            if (count.amount != 0) before.push_back({count.user_id, count.model_id, count.amount});
        }
    }
    Figures& figures() { return figures_; }

  private:
    Figures figures_;
    std::map<std::tuple<std::string, std::int64_t, Measure>, std::vector<Counted>> counted_;
};

std::string sentence(std::string_view what, Measure measure, std::int64_t user, Date day,
                     std::int64_t amount) {
    return "people: " + std::string(name_of(measure)) + " of person " + std::to_string(user) + " on " +
           to_text(day) + " " + std::string(what) + " by " + std::to_string(amount);
}

void compare_with_log(db::Connection& db, Id<Store> store, std::vector<std::string>& findings) {
    constexpr std::size_t page_size = 1'000;
    LogCount log_count;
    std::int64_t after = 0;
    for (bool more = true; more;) {
        const auto page = log::entries_since(db, store, after, page_size);
        for (const auto& entry : page) {
            after = entry.seq;
            const auto& names = counted_events();
            if (std::find(names.begin(), names.end(), entry.name) == names.end()) continue;
            log_count.add(db, store, log::event_of(entry));
        }
        more = page.size() == page_size;
    }
    auto& figures = log_count.figures();
    for (const auto& row : db::all<DayFigure>(db, sql::people_activity::every_day, {{"store_id", store}})) {
        figures[{row.measure, row.user_id.value, row.day.days}] -= row.amount;
    }
    for (const auto& [key, amount] : figures) {
        if (amount == 0) continue;
        const auto& [measure, user, day] = key;
        findings.push_back(sentence("differs from the log", measure, user, Date{day}, amount));
    }
}

}  // namespace

std::vector<std::string> check_people(db::Connection& db, Id<Store> store) {
    std::vector<std::string> findings;
    for (const auto& row : db::all<DayFigure>(db, sql::people_activity::uneven_days, {{"store_id", store}})) {
        findings.push_back(
            sentence("differs from its cases", row.measure, row.user_id.value, row.day, row.amount));
    }
    // Before the history is counted there is nothing to compare with.
    if (history_is_counted(db, store)) compare_with_log(db, store, findings);
    add_statement_findings(db, store, findings);
    return findings;
}

}  // namespace forecourt::people
