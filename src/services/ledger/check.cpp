#include <services/ledger/api.h>
#include <services/ledger/ledger.sql.h>

namespace forecourt::ledger {
namespace {

struct Unbalanced {
    std::int64_t entry_id{};
    Money difference;
};
FORECOURT_STRUCT(Unbalanced, entry_id, difference)

struct Lonely {
    std::int64_t id{};
};
FORECOURT_STRUCT(Lonely, id)

struct WrongBalance {
    std::string account;
    std::int64_t customer_id{};
    Money balance;
    Money posted;
};
FORECOURT_STRUCT(WrongBalance, account, customer_id, balance, posted)

struct MissingBalance {
    std::string account;
    std::int64_t customer_id{};
    Money posted;
};
FORECOURT_STRUCT(MissingBalance, account, customer_id, posted)

std::string named(const std::string& account, std::int64_t customer_id) {
    return customer_id == 0 ? account : account + " of customer " + std::to_string(customer_id);
}

}  // namespace

std::vector<std::string> check_ledger(db::Connection& db, Id<Store> store) {
    const std::string where = "ledger of store " + std::to_string(store.value) + ": ";
    const db::Params params{{"store_id", store}};
    std::vector<std::string> faults;
    for (const auto& row : db::all<Unbalanced>(db, sql::ledger::unbalanced_entries, params)) {
        faults.push_back(where + "entry " + std::to_string(row.entry_id) + " is off by " +
                         to_text(row.difference));
    }
    for (const auto& row : db::all<Lonely>(db, sql::ledger::entries_without_postings, params)) {
        faults.push_back(where + "entry " + std::to_string(row.id) + " has no postings");
    }
    for (const auto& row : db::all<WrongBalance>(db, sql::ledger::wrong_balances, params)) {
        faults.push_back(where + named(row.account, row.customer_id) + " stands at " + to_text(row.balance) +
                         ", its postings sum to " + to_text(row.posted));
    }
    for (const auto& row : db::all<MissingBalance>(db, sql::ledger::missing_balances, params)) {
        faults.push_back(where + named(row.account, row.customer_id) + " has postings of " +
                         to_text(row.posted) + " and no balance");
    }
    return faults;
}

}  // namespace forecourt::ledger
