#include <modules/insight/promise/promise_keeping.h>

#include <db/send.h>
#include <modules/deals/api.h>
#include <modules/insight/promise/insight_promise.sql.h>
#include <modules/insight/promise/promise_rules.h>
#include <modules/workshop/api.h>
#include <reflect/json_scan.h>

namespace forecourt::insight {
namespace {

namespace q = sql::insight_promise;

struct CaseRef {
    PromiseCase type{};
    std::int64_t id{};
};

std::string text_of(const Event& event, const char* member) {
    const auto value = reflect::json_member(event.data, member);
    if (!value || value->empty() || value->front() != '"') return {};
    return reflect::JsonScanner(*value).string();
}

/// The promises of one case, as they change with an event.
class Ledger {
  public:
    Ledger(Tx& tx, const Event& event, CaseRef of) : tx_(tx), event_(event), of_(of) {
        promises_ =
            db::all<PromiseRow>(tx.db(), q::promises_of_case,
                                {{"store_id", tx.store_id()}, {"case_type", of.type}, {"case_id", of.id}});
    }

    /// The promise as it is said now: a new one, or a change of the one there is.
    void promise(PromiseRow said, const std::string& reason) {
        for (auto& known : promises_) {
            if (known.kind == said.kind && known.reference == said.reference)
                return change(known, said, reason);
        }
        said.id = tx_.new_id<Promise>();
        said.case_type = of_.type;
        said.case_id = of_.id;
        said.customer_id = event_.object("customer");
        said.user_id = event_.user_id;
        said.person = person();
        said.made_at = event_.at;
        said.first_amount = said.amount;
        said.first_time = said.time;
        tx_.db().execute(q::insert_promise, db::Params::of(said, {{"store_id", tx_.store_id()}}));
    }

    /// What became of the promises of one kind; it is judged when the case is settled.
    void became(PromiseKind kind, std::optional<Money> amount, std::optional<Instant> time) {
        for (auto& promise : promises_) {
            if (promise.kind != kind || promise.outcome == PromiseOutcome::withdrawn) continue;
            promise.became_amount = amount;
            promise.became_time = time;
            store(promise);
        }
    }

    void settle() {
        for (auto& promise : promises_) {
            if (promise.outcome != PromiseOutcome::open) continue;
            promise.outcome = judge(promise);
            promise.difference = difference_of(promise);
            promise.settled_at = event_.at;
            store(promise);
        }
    }

    void withdraw() {
        for (auto& promise : promises_) {
            if (promise.outcome != PromiseOutcome::open) continue;
            promise.outcome = PromiseOutcome::withdrawn;
            promise.settled_at = event_.at;
            store(promise);
        }
    }

    /// Extras that a new contract no longer names.
    void withdraw_extras_but(const std::vector<std::int64_t>& references) {
        for (auto& promise : promises_) {
            if (promise.kind != PromiseKind::extra || promise.outcome != PromiseOutcome::open) continue;
            if (std::find(references.begin(), references.end(), promise.reference) != references.end())
                continue;
            promise.outcome = PromiseOutcome::withdrawn;
            promise.settled_at = event_.at;
            store(promise);
        }
    }

  private:
    /// Who said it; of an answer by the customer's own link the customer's name.
    std::string person() const {
        const auto answered_by = text_of(event_, "answered_by");
        return answered_by.empty() ? event_.actor_name : answered_by;
    }

    void change(PromiseRow& known, const PromiseRow& said, const std::string& reason) {
        if (known.amount == said.amount && known.time == said.time) return;
        tx_.db().execute(q::insert_change, {{"store_id", tx_.store_id()},
                                            {"id", tx_.new_number()},
                                            {"promise_id", known.id},
                                            {"changed_at", event_.at},
                                            {"actor_name", person()},
                                            {"cause", event_.name},
                                            {"reason", reason},
                                            {"amount_before", known.amount},
                                            {"amount_after", said.amount},
                                            {"time_before", known.time},
                                            {"time_after", said.time}});
        known.amount = said.amount;
        known.time = said.time;
        known.changes += 1;
        store(known);
    }

    void store(PromiseRow& promise) {
        db::execute_one(tx_.db(), q::update_promise, db::Params::of(promise, {{"store_id", tx_.store_id()}}));
        promise.version += 1;
    }

    Tx& tx_;
    const Event& event_;
    CaseRef of_;
    std::vector<PromiseRow> promises_;
};

PromiseRow said(PromiseKind kind, const std::string& number) {
    PromiseRow row;
    row.kind = kind;
    row.number = number;
    return row;
}

CaseRef deal_of(const Event& event) { return {PromiseCase::deal, event.object("deal")}; }
CaseRef order_of(const Event& event) { return {PromiseCase::repair_order, event.object("repair_order")}; }

}  // namespace

/// A contract promises the price, the day of the delivery and the gifts; an amended one changes them.
MaybeRefused on_contract_signed(Tx& tx, const Event& event) {
    const Id<deals::Deal> id{event.object("deal")};
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), id);
    ensure(deal.has_value());
    const std::string number = text_of(event, "number");
    Ledger ledger(tx, event, deal_of(event));
    auto price = said(PromiseKind::price, number);
    price.amount = deal->total;
    ledger.promise(price, number);
    if (deal->deliver_on) {
        auto time = said(PromiseKind::time, number);
        time.time = local_instant(*deal->deliver_on + 1) - Duration{1};
        ledger.promise(time, number);
    }
    std::vector<std::int64_t> references;
    for (const auto& gift : deals::gifts_of(tx.db(), tx.store_id(), id)) {
        auto extra = said(PromiseKind::extra, number);
        extra.reference = gift.line_id;
        extra.subject = gift.title;
        extra.amount = gift.worth;
        ledger.promise(extra, number);
        references.push_back(gift.line_id);
    }
    ledger.withdraw_extras_but(references);
    return std::nullopt;
}

MaybeRefused on_deal_delivered(Tx& tx, const Event& event) {
    Ledger ledger(tx, event, deal_of(event));
    ledger.became(PromiseKind::price, deals::deal_total(tx.db(), tx.store_id(), {event.object("deal")}),
                  std::nullopt);
    ledger.became(PromiseKind::time, std::nullopt, event.at);
    ledger.became(PromiseKind::extra, std::nullopt, event.at);
    ledger.settle();
    return std::nullopt;
}

MaybeRefused on_deal_cancelled(Tx& tx, const Event& event) {
    Ledger(tx, event, deal_of(event)).withdraw();
    return std::nullopt;
}

MaybeRefused on_car_received(Tx& tx, const Event& event) {
    auto time = said(PromiseKind::time, text_of(event, "number"));
    time.time = parse_instant(text_of(event, "promised_at"));
    ensure(time.time.has_value());
    Ledger(tx, event, order_of(event)).promise(time, {});
    return std::nullopt;
}

MaybeRefused on_promise_changed(Tx& tx, const Event& event) {
    if (event.object("customer") == 0) return std::nullopt;  // the store promised itself something
    auto time = said(PromiseKind::time, text_of(event, "number"));
    time.time = parse_instant(text_of(event, "promised_at"));
    ensure(time.time.has_value());
    Ledger(tx, event, order_of(event)).promise(time, text_of(event, "reason"));
    return std::nullopt;
}

/// The price the customer has said yes to, each time it grows.
MaybeRefused on_consent_answered(Tx& tx, const Event& event) {
    if (event.object("customer") == 0) return std::nullopt;
    const auto order = workshop::find_order(tx.db(), tx.store_id(), {event.object("repair_order")});
    ensure(order.has_value());
    auto price = said(PromiseKind::price, order->number);
    price.amount = order->approved_total;
    Ledger(tx, event, order_of(event)).promise(price, {});
    return std::nullopt;
}

/// The car is ready; after rework the last time counts.
MaybeRefused on_quality_passed(Tx& tx, const Event& event) {
    Ledger(tx, event, order_of(event)).became(PromiseKind::time, std::nullopt, event.at);
    return std::nullopt;
}

MaybeRefused on_order_handed_back(Tx& tx, const Event& event) {
    const auto order = workshop::find_order(tx.db(), tx.store_id(), {event.object("repair_order")});
    ensure(order.has_value());
    Ledger ledger(tx, event, order_of(event));
    ledger.became(PromiseKind::price, order->customer_total, std::nullopt);
    ledger.settle();
    return std::nullopt;
}

MaybeRefused on_order_cancelled(Tx& tx, const Event& event) {
    Ledger(tx, event, order_of(event)).withdraw();
    return std::nullopt;
}

}  // namespace forecourt::insight
