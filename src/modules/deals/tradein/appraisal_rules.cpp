#include <modules/deals/tradein/appraisal_rules.h>

#include <algorithm>

namespace forecourt::deals {

MaybeRefused check_appraisal(const AppraiseTradeIn& in, Date today) {
    const bool possible = in.mileage_km >= 0 && in.mileage_km <= 2'000'000 && in.first_registered <= today;
    if (!possible || in.market_price <= Money{0} || in.repair_estimate < Money{0} || in.offered <= Money{0})
        return appraisal_wrong;
    const Money limit = in.market_price - in.repair_estimate;
    if (in.offered > limit) return with(appraisal_over_value, "limit", to_text(std::max(Money{0}, limit)));
    if (in.valid_until < today) return appraisal_past;
    return std::nullopt;
}

MaybeRefused may_accept_trade_in(const Appraisal& appraisal, std::span<const DealLine> lines, Date today) {
    if (appraisal.accepted_at) return appraisal_is_accepted;
    if (appraisal.valid_until < today) return appraisal_past;
    const bool is_there = std::any_of(
        lines.begin(), lines.end(), [](const DealLine& line) { return line.kind == DealLineKind::trade_in; });
    if (is_there) return trade_in_is_there;
    return std::nullopt;
}

std::string trade_in_title(const Appraisal& appraisal) {
    const auto& vin = appraisal.vin.text;
    return "旧车置换 " + appraisal.model_text + " " + vin.substr(vin.size() > 6 ? vin.size() - 6 : 0);
}

}  // namespace forecourt::deals
