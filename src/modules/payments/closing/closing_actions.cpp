#include <db/send.h>
#include <modules/payments/closing/closing_actions.h>
#include <modules/payments/closing/closing_rules.h>
#include <modules/payments/closing/payments_closing.sql.h>
#include <services/numbering/api.h>

namespace forecourt::payments {
namespace {

namespace statements = sql::payments_closing;

struct ClosingEvent {
    std::string number;
    Date closed_on;
    Money cash_counted;
    Money difference;
    std::int64_t payments{};
};
FORECOURT_STRUCT(ClosingEvent, number, closed_on, cash_counted, difference, payments)

Result<DayClosed> run_close_day(Tx& tx, const CloseDay& in) {
    const Money expected = ledger::balance(tx.db(), tx.store_id(), ledger::Account::cash);
    if (auto no = check_closing(expected, in)) return *no;
    const Takings takings = load_takings(tx.db(), tx.store_id());
    const Closing closing{.id = tx.new_id<Closing>(),
                          .number = numbering::next_number(tx, "CL"),
                          .closed_on = local_date(tx.now()),
                          .cash_expected = expected,
                          .cash_counted = in.cash_counted,
                          .cash_banked = in.cash_banked,
                          .received_cash = takings.received_cash,
                          .received_card = takings.received_card,
                          .received_transfer = takings.received_transfer,
                          .received_qr = takings.received_qr,
                          .refunded = takings.refunded,
                          .payments = takings.payments,
                          .note = in.note,
                          .closed_by = tx.actor().user_id,
                          .closed_at = tx.now()};
    db::send(tx.db(), statements::insert_closing, db::Params::of(closing, {{"store_id", tx.store_id()}}));
    db::send(tx.db(), statements::close_payments, {{"store_id", tx.store_id()}, {"closing_id", closing.id}});
    db::send(tx.db(), statements::close_refunds, {{"store_id", tx.store_id()}, {"closing_id", closing.id}});
    const Money difference = in.cash_counted - expected;
    if (difference != Money{0} || in.cash_banked != Money{0}) {
        ledger::post(tx, "payments.day_closed", {"closing", closing.id}, postings_of_closing(expected, in));
    }
    tx.emit("payments.day_closed", {{"closing", closing.id}},
            ClosingEvent{closing.number, closing.closed_on, in.cash_counted, difference, takings.payments});
    return DayClosed{closing.id, closing.number, difference};
}

}  // namespace

Takings load_takings(db::Connection& db, Id<Store> store) {
    return db::first<Takings>(db, statements::takings, {{"store_id", store}}).value_or(Takings{});
}

const Action<CloseDay, DayClosed> close_day{
    {.name = "payments.close_day",
     .needs = day_close,
     .refuses = {cash_count_negative, cash_banked_wrong, cash_difference_unexplained},
     .run = run_close_day}};

}  // namespace forecourt::payments
