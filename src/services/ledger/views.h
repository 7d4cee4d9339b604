#pragma once
#include <action/view.h>
#include <services/ledger/api.h>

namespace forecourt::ledger {

inline constexpr Right ledger_read{"ledger.read"};

struct EntriesInput {
    std::optional<Account> account;
    std::optional<std::int64_t> customer_id;
    std::optional<std::string> kind;
    std::optional<std::string> object_type;
    std::optional<std::int64_t> object_id;
    std::optional<Instant> from_at;
    std::optional<Instant> until_at;
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(EntriesInput, account, customer_id, kind, object_type, object_id, from_at, until_at, limit,
                 after, sort)

struct PostingRow {
    int line{};
    Account account{};
    std::int64_t customer_id{};
    Money amount;
};
FORECOURT_STRUCT(PostingRow, line, account, customer_id, amount)

struct EntryRow {
    Id<Entry> id;
    Instant posted_at;
    std::string kind;
    std::string object_type;
    std::int64_t object_id{};
    std::string posted_by_name;
    Money amount;  // the sum of its debits
    std::vector<PostingRow> postings;
};
FORECOURT_STRUCT(EntryRow, id, posted_at, kind, object_type, object_id, posted_by_name, amount, postings)

struct AccountRow {
    Account account{};
    Money debit;  // one of the two is zero
    Money credit;
};
FORECOURT_STRUCT(AccountRow, account, debit, credit)

struct TrialBalance {
    std::vector<AccountRow> rows;
    Money debit;
    Money credit;
};
FORECOURT_STRUCT(TrialBalance, rows, debit, credit)

struct TrialBalanceInput {
    std::optional<std::int64_t> customer_id;
};
FORECOURT_STRUCT(TrialBalanceInput, customer_id)

extern const View<EntriesInput, Page<EntryRow>> entries;
extern const View<TrialBalanceInput, TrialBalance> trial_balance;

}  // namespace forecourt::ledger
