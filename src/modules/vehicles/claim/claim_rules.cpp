#include <modules/vehicles/claim/claim.h>

namespace forecourt::vehicles {

MaybeRefused may_send_claim(const ClaimRow& claim) {
    switch (claim.state) {
        case DamageClaimState::found:
            return std::nullopt;
        case DamageClaimState::claimed:
        case DamageClaimState::accepted:
        case DamageClaimState::refused:
            return claim_was_sent;
        case DamageClaimState::closed:
            return claim_is_closed;
    }
    return claim_is_closed;
}

MaybeRefused may_answer_claim(const ClaimRow& claim) {
    switch (claim.state) {
        case DamageClaimState::found:
            return claim_was_not_sent;
        case DamageClaimState::claimed:
        case DamageClaimState::refused:  // carriers think again
            return std::nullopt;
        case DamageClaimState::accepted:
            return std::nullopt;
        case DamageClaimState::closed:
            return claim_is_closed;
    }
    return claim_is_closed;
}

MaybeRefused may_close_claim(const ClaimRow& claim) {
    switch (claim.state) {
        case DamageClaimState::found:  // a trifle that is put right without asking anybody
        case DamageClaimState::accepted:
        case DamageClaimState::refused:
            return std::nullopt;
        case DamageClaimState::claimed:
            return claim_is_not_answered;
        case DamageClaimState::closed:
            return claim_is_closed;
    }
    return claim_is_closed;
}

MaybeRefused check_claimed(Money claimed) {
    if (claimed <= Money{0}) return claim_amount_not_positive;
    return std::nullopt;
}

MaybeRefused check_accepted(const ClaimRow& claim, Money accepted) {
    if (accepted < Money{0}) return claim_amount_not_positive;
    if (accepted > claim.claimed) return claim_amount_too_high;
    return std::nullopt;
}

MaybeRefused check_received(const ClaimRow& claim, Money received) {
    if (received < Money{0}) return claim_amount_not_positive;
    if (received > claim.accepted) return claim_amount_too_high;
    return std::nullopt;
}

}  // namespace forecourt::vehicles
