#include <db/send.h>
#include <services/ledger/api.h>
#include <services/ledger/ledger.sql.h>

namespace forecourt::ledger {
namespace {

void add_to_balance(Tx& tx, const Posting& posting, std::int64_t customer_id) {
    db::send(tx.db(), sql::ledger::add_to_balance,
             {{"store_id", tx.store_id()},
              {"account", posting.account},
              {"customer_id", customer_id},
              {"amount", posting.amount}});
}

/// What ledger.posted tells.
struct Posted {
    std::string kind;
    Money amount;
};
FORECOURT_STRUCT(Posted, kind, amount)

}  // namespace

Id<Entry> post(Tx& tx, std::string_view kind, const ObjectRef& about, std::vector<Posting> postings) {
    std::erase_if(postings, [](const Posting& posting) { return posting.amount == Money{}; });
    // A sample that is received, counted or given out is worth nothing: there is nothing to book.
    if (postings.empty()) return {};
    ensure(postings.size() >= 2);
    Money sum, debit;
    for (const auto& posting : postings) {
        sum += posting.amount;
        if (posting.amount > Money{}) debit += posting.amount;
    }
    ensure(sum == Money{});
    const auto id = tx.new_id<Entry>();
    db::send(tx.db(), sql::ledger::insert_entry,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"kind", kind},
              {"object_type", about.type},
              {"object_id", about.id},
              {"posted_at", tx.now()},
              {"posted_by", tx.actor().user_id},
              {"posted_by_name", tx.actor().name},
              {"amount", debit}});
    std::int64_t line = 0;
    for (const auto& posting : postings) {
        db::send(tx.db(), sql::ledger::insert_posting,
                 {{"store_id", tx.store_id()},
                  {"entry_id", id},
                  {"line", ++line},
                  {"account", posting.account},
                  {"customer_id", posting.customer_id},
                  {"amount", posting.amount},
                  {"posted_at", tx.now()}});
        add_to_balance(tx, posting, 0);
        if (posting.customer_id != 0) add_to_balance(tx, posting, posting.customer_id);
    }
    tx.emit("ledger.posted", {{"ledger_entry", id}, about},
            Posted{.kind = std::string(kind), .amount = debit});
    return id;
}

Money balance(db::Connection& db, Id<Store> store, Account account, std::int64_t customer_id) {
    return {db::number(db, sql::ledger::find_balance,
                       {{"store_id", store}, {"account", account}, {"customer_id", customer_id}})
                .value_or(0)};
}

Turnover turnover(db::Connection& db, Id<Store> store, Account account, Instant from, Instant until) {
    const auto row = db::first<Turnover>(
        db, sql::ledger::turnover,
        {{"store_id", store}, {"account", account}, {"from_at", from}, {"until_at", until}});
    return row.value_or(Turnover{});
}

}  // namespace forecourt::ledger
