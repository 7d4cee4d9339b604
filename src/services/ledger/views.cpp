#include <services/ledger/ledger.sql.h>
#include <services/ledger/views.h>

#include <algorithm>

namespace forecourt::ledger {
namespace {

struct BalanceRow {
    Account account{};
    Money balance;
};
FORECOURT_STRUCT(BalanceRow, account, balance)

Result<Page<EntryRow>> run_entries(Context& context, const EntriesInput& in) {
    auto page = list_page<EntryRow>(context, sql::ledger::list_entries, in, "-posted_at");
    if (!page) return page;
    for (auto& row : page->rows) {
        row.postings = db::all<PostingRow>(context.db(), sql::ledger::postings_of_entry,
                                           {{"store_id", context.store_id()}, {"entry_id", row.id}});
    }
    return page;
}

Result<TrialBalance> run_trial_balance(Context& context, const TrialBalanceInput& in) {
    const auto balances =
        in.customer_id
            ? db::all<BalanceRow>(context.db(), sql::ledger::customer_balances,
                                  {{"store_id", context.store_id()}, {"customer_id", *in.customer_id}})
            : db::all<BalanceRow>(context.db(), sql::ledger::trial_balance,
                                  {{"store_id", context.store_id()}});
    TrialBalance result;
    for (const auto& row : balances) {
        const bool is_debit = row.balance > Money{};
        result.rows.push_back({.account = row.account,
                               .debit = is_debit ? row.balance : Money{},
                               .credit = is_debit ? Money{} : -row.balance});
        result.debit += result.rows.back().debit;
        result.credit += result.rows.back().credit;
    }
    // In the order of the chart of accounts.
    std::sort(result.rows.begin(), result.rows.end(),
              [](const AccountRow& a, const AccountRow& b) { return a.account < b.account; });
    return result;
}

}  // namespace

const View<EntriesInput, Page<EntryRow>> entries{{.name = "ledger.entries",
                                                  .needs = ledger_read,
                                                  .refuses = {cursor_not_understood, sort_not_offered},
                                                  .run = run_entries}};
const View<TrialBalanceInput, TrialBalance> trial_balance{
    {.name = "ledger.trial_balance", .needs = ledger_read, .refuses = {}, .run = run_trial_balance}};

}  // namespace forecourt::ledger
