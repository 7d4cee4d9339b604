#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

struct Appraisal;

/// What the old car is worth, and what is offered for it on this deal.
struct Appraisal {
    Id<Appraisal> id;
    Id<Deal> deal_id;
    Vin vin;
    std::string plate;
    std::string model_text;
    Date first_registered;
    std::int64_t mileage_km{};
    std::string condition;
    Money market_price;
    Money repair_estimate;
    Money offered;
    Date valid_until;
    std::optional<Instant> accepted_at;
    Id<User> appraised_by;
    Instant appraised_at;
};
FORECOURT_STRUCT(Appraisal, id, deal_id, vin, plate, model_text, first_registered, mileage_km, condition,
                 market_price, repair_estimate, offered, valid_until, accepted_at, appraised_by, appraised_at)

struct AppraiseTradeIn {
    Id<Deal> deal_id;
    Vin vin;
    std::optional<Plate> plate;
    FilledText model_text;
    Date first_registered;
    std::int64_t mileage_km{};
    FilledText condition;
    Money market_price;
    Money repair_estimate;
    Money offered;
    Date valid_until;
};
FORECOURT_STRUCT(AppraiseTradeIn, deal_id, vin, plate, model_text, first_registered, mileage_km, condition,
                 market_price, repair_estimate, offered, valid_until)

struct AppraisalMade {
    Id<Appraisal> id;
};
FORECOURT_STRUCT(AppraisalMade, id)

struct AcceptTradeIn {
    Id<Appraisal> appraisal_id;
    std::int64_t version{};  // of the deal
};
FORECOURT_STRUCT(AcceptTradeIn, appraisal_id, version)

inline constexpr Refusal appraisal_not_found{"appraisal_not_found", RefusalKind::not_found};
inline constexpr Refusal appraisal_wrong{"appraisal_wrong", RefusalKind::unprocessable};
/// More is offered than the market gives less the repairs; the detail `limit` says how much that is.
inline constexpr Refusal appraisal_over_value{"appraisal_over_value"};
inline constexpr Refusal appraisal_past{"appraisal_past"};
inline constexpr Refusal appraisal_is_accepted{"appraisal_is_accepted"};
/// One old car for one new one.
inline constexpr Refusal trade_in_is_there{"trade_in_is_there"};

}  // namespace forecourt::deals
