#include <modules/deals/custody/custody.h>

namespace forecourt::deals {

Date retain_until(Instant signed_at) { return add_months(local_date(signed_at), 120); }

MaybeRefused may_lend(const Custody& custody) {
    switch (custody.state) {
        case CustodyState::shelved:
            return std::nullopt;
        case CustodyState::lent:
            return contract_is_lent;
        case CustodyState::destroyed:
            return contract_is_destroyed;
    }
    return contract_is_destroyed;
}

MaybeRefused check_lend(const Custody& custody, const LendContract& in, Date today) {
    if (auto no = may_lend(custody)) return no;
    if (in.back_by < today) return back_by_past;
    return std::nullopt;
}

MaybeRefused may_return(const Custody& custody) {
    if (custody.state == CustodyState::destroyed) return contract_is_destroyed;
    if (custody.state != CustodyState::lent) return contract_not_lent;
    return std::nullopt;
}

MaybeRefused may_destroy(const Custody& custody, Date today) {
    if (auto no = may_lend(custody)) return no;
    if (today <= custody.retain_until)
        return with(contract_is_retained, "until", to_text(custody.retain_until));
    return std::nullopt;
}

}  // namespace forecourt::deals
