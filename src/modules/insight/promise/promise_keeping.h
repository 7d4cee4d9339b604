#pragma once
#include <modules/insight/promise/promise.h>

namespace forecourt::insight {

// What the events of other modules mean for the ledger of promises; each runs in the transaction of its
// event.

MaybeRefused on_contract_signed(Tx& tx, const Event& event);
MaybeRefused on_deal_delivered(Tx& tx, const Event& event);
MaybeRefused on_deal_cancelled(Tx& tx, const Event& event);
MaybeRefused on_car_received(Tx& tx, const Event& event);
MaybeRefused on_promise_changed(Tx& tx, const Event& event);
MaybeRefused on_consent_answered(Tx& tx, const Event& event);
MaybeRefused on_quality_passed(Tx& tx, const Event& event);
MaybeRefused on_order_handed_back(Tx& tx, const Event& event);
MaybeRefused on_order_cancelled(Tx& tx, const Event& event);

}  // namespace forecourt::insight
