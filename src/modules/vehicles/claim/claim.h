#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

struct Claim;

/// Damage found: claimed from the carrier, who accepts or refuses; closed when the car is right and the money
/// is in.
enum class DamageClaimState { found, claimed, accepted, refused, closed };
FORECOURT_ENUM(DamageClaimState, found, claimed, accepted, refused, closed)

struct ClaimRow {
    Id<Claim> id;
    std::string number;
    Id<Car> car_id;
    std::string car_title;
    std::string damage;
    JsonText photos;
    DamageClaimState state{};
    std::string carrier;
    Money claimed;
    Money accepted;
    Money received;
    std::string answer;
    std::string repair;
    Instant found_at;
    std::string found_by;
    std::optional<Instant> claimed_at;
    std::optional<Instant> answered_at;
    std::optional<Instant> closed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(ClaimRow, id, number, car_id, car_title, damage, photos, state, carrier, claimed, accepted,
                 received, answer, repair, found_at, found_by, claimed_at, answered_at, closed_at, version)

/// Damage found when a car stands here already: on the yard, or overlooked at the arrival.
struct ReportDamage {
    Id<Car> car_id;
    FilledText damage;
    std::vector<FileHash> photos;
};
FORECOURT_STRUCT(ReportDamage, car_id, damage, photos)

struct ClaimOpened {
    Id<Claim> id;
    std::string number;
};
FORECOURT_STRUCT(ClaimOpened, id, number)

struct SendClaim {
    Id<Claim> claim_id;
    FilledText carrier;
    Money claimed;
    std::int64_t version{};
};
FORECOURT_STRUCT(SendClaim, claim_id, carrier, claimed, version)

struct AnswerClaim {
    Id<Claim> claim_id;
    Money accepted;  // 0: refused
    FilledText answer;
    std::int64_t version{};
};
FORECOURT_STRUCT(AnswerClaim, claim_id, accepted, answer, version)

struct CloseClaim {
    Id<Claim> claim_id;
    Money received;
    FilledText repair;  // what was done to the car
    std::int64_t version{};
};
FORECOURT_STRUCT(CloseClaim, claim_id, received, repair, version)

inline constexpr Refusal claim_not_found{"claim_not_found", RefusalKind::not_found};
inline constexpr Refusal claim_was_sent{"claim_was_sent"};
inline constexpr Refusal claim_was_not_sent{"claim_was_not_sent"};
inline constexpr Refusal claim_is_not_answered{"claim_is_not_answered"};
inline constexpr Refusal claim_is_closed{"claim_is_closed"};
inline constexpr Refusal claim_amount_not_positive{"claim_amount_not_positive", RefusalKind::unprocessable};
/// More than was claimed, or than was accepted.
inline constexpr Refusal claim_amount_too_high{"claim_amount_too_high", RefusalKind::unprocessable};

// Guards: the same answer the click and grey out the button.
MaybeRefused may_send_claim(const ClaimRow& claim);
MaybeRefused may_answer_claim(const ClaimRow& claim);
MaybeRefused may_close_claim(const ClaimRow& claim);
MaybeRefused check_claimed(Money claimed);
MaybeRefused check_accepted(const ClaimRow& claim, Money accepted);
MaybeRefused check_received(const ClaimRow& claim, Money received);

/// Opens the claim and tells the sales manager.
ClaimOpened open_claim(Tx& tx, const CarRow& car, const std::string& damage,
                       const std::vector<FileHash>& photos);
std::vector<ClaimRow> claims_of_car(db::Connection& db, Id<Store> store, Id<Car> car);

}  // namespace forecourt::vehicles
