#pragma once
#include <action/view.h>
#include <modules/vehicles/claim/claim.h>

namespace forecourt::vehicles {

extern const Action<ReportDamage, ClaimOpened> report_damage;
extern const Action<SendClaim, Nothing> send_claim;
extern const Action<AnswerClaim, Nothing> answer_claim;
extern const Action<CloseClaim, Nothing> close_claim;

struct ClaimListIn {
    std::optional<DamageClaimState> state;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -found_at (default), found_at
};
FORECOURT_STRUCT(ClaimListIn, state, limit, after, sort)

struct ClaimListRow {
    Id<Claim> id;
    std::string number;
    Id<Car> car_id;
    std::string car_title;
    std::string damage;
    DamageClaimState state{};
    std::string carrier;
    Money claimed;
    Money accepted;
    Money received;
    Instant found_at;
};
FORECOURT_STRUCT(ClaimListRow, id, number, car_id, car_title, damage, state, carrier, claimed, accepted,
                 received, found_at)

struct ClaimIn {
    Id<Claim> claim_id;
};
FORECOURT_STRUCT(ClaimIn, claim_id)

struct ClaimRecord {
    ClaimRow claim;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ClaimRecord, claim, allowed_actions)

extern const View<ClaimListIn, Page<ClaimListRow>> claim_list;
extern const View<ClaimIn, ClaimRecord> claim_record;

}  // namespace forecourt::vehicles
