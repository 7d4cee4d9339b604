#include <modules/deals/quote/deal_rules.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

DealLine* find_kind(std::vector<DealLine>& lines, DealLineKind kind) {
    const auto at =
        std::find_if(lines.begin(), lines.end(), [&](const DealLine& line) { return line.kind == kind; });
    return at == lines.end() ? nullptr : &*at;
}

bool has_kind(std::span<const DealLine> lines, DealLineKind kind) {
    return std::any_of(lines.begin(), lines.end(), [&](const DealLine& line) { return line.kind == kind; });
}

void explain(DealLine& line, const ExplainedAmount& explained) {
    line.amount = explained.amount;
    line.explanation = explained.explanation;
}

struct Wording {
    const char* title;
    const char* explanation;
};

// What a line is called when nobody says it.
Wording usual_wording(DealLineKind kind) {
    switch (kind) {
        case DealLineKind::car:
            return {"", "厂家建议零售价，含增值税"};
        case DealLineKind::option:
            return {"选装", "原厂选装，随车交付"};
        case DealLineKind::accessory:
            return {"", "加装精品，含安装"};
        case DealLineKind::gift:
            return {"", "本店赠送"};
        case DealLineKind::insurance:
            return {"商业保险", ""};
        case DealLineKind::registration:
            return {"上牌", ""};
        case DealLineKind::purchase_tax:
            return {"车辆购置税", ""};
        case DealLineKind::compulsory_insurance:
            return {"交强险", ""};
        case DealLineKind::vehicle_tax:
            return {"车船税", ""};
        case DealLineKind::fee:
            return {"", ""};
        case DealLineKind::trade_in:
            return {"旧车置换", "旧车评估收购价，抵作车款"};
        case DealLineKind::discount:
            return {"优惠", ""};
    }
    return {"", ""};
}

bool is_state_charge(DealLineKind kind) {
    return kind == DealLineKind::purchase_tax || kind == DealLineKind::compulsory_insurance ||
           kind == DealLineKind::vehicle_tax;
}

bool must_be_explained(DealLineKind kind) {
    return kind == DealLineKind::insurance || kind == DealLineKind::registration || kind == DealLineKind::fee;
}

DealLine usual_line(DealLineKind kind) {
    return {.kind = kind, .title = usual_wording(kind).title, .explanation = usual_wording(kind).explanation};
}

// The option's price is the catalogue's, or what was agreed for one that the catalogue does not have.
Result<DealLine> option_line(const AddLine& in, DealLine line, const Deal& deal,
                             std::span<const DealLine> lines,
                             const std::optional<vehicles::OptionFacts>& option) {
    if (!option) return line;
    if (option->model_id != deal.model_id) return option_of_other_model;
    for (const auto& other : lines) {
        if (other.option_id == in.option_id) return line_is_there;
    }
    line.title = option->name;
    line.amount = option->price;
    line.option_id = in.option_id;
    return line;
}

MaybeRefused ended(const Deal& deal) {
    if (deal.state == DealState::delivered) return deal_is_delivered;
    if (deal.state == DealState::cancelled) return deal_is_cancelled;
    return std::nullopt;
}

}  // namespace

PlanSums sums_of(std::span<const DealLine> lines) {
    PlanSums sums;
    for (const auto& line : lines) {
        sums.total += line.amount;
        switch (line.kind) {
            case DealLineKind::car:
            case DealLineKind::option:
                sums.car_price += line.amount;
                break;
            case DealLineKind::discount:
                sums.car_price += line.amount;
                sums.concession -= line.amount;
                break;
            case DealLineKind::accessory:
                sums.accessories += line.amount;
                break;
            case DealLineKind::gift:
                sums.gifts += line.worth;
                sums.concession += line.worth;
                break;
            case DealLineKind::fee:
                sums.fees += line.amount;
                break;
            case DealLineKind::insurance:
            case DealLineKind::registration:
            case DealLineKind::purchase_tax:
            case DealLineKind::compulsory_insurance:
            case DealLineKind::vehicle_tax:
                sums.passed_on += line.amount;
                break;
            case DealLineKind::trade_in:
                sums.trade_in -= line.amount;
                break;
        }
    }
    return sums;
}

Result<std::int64_t> car_vat_basis_points(const TaxTables& tables, const Deal& deal) {
    if (deal.used) return used_car_vat_on(tables, deal.bought_on);
    const auto vat = vat_on(tables, deal.bought_on);
    if (!vat) return vat.refused();
    return vat->goods_basis_points;
}

Result<std::vector<DealLine>> recomputed(const Deal& deal, std::vector<DealLine> lines, const TaxedCar& car,
                                         const TaxTables& tables) {
    if (auto* line = find_kind(lines, DealLineKind::car)) {
        line->title = deal.car_title;
        line->amount = deal.list_price;
    }
    auto* discount = find_kind(lines, DealLineKind::discount);
    if (discount == nullptr && deal.discount > Money{0}) {
        lines.push_back(usual_line(DealLineKind::discount));
        discount = &lines.back();
    }
    if (discount != nullptr) {
        discount->amount = -deal.discount;
        discount->explanation = deal.discount_reason;
    }
    // An option may have been taken out again under a discount that counted on it.
    const Money car_price = sums_of(lines).car_price;
    if (car_price < Money{0}) return discount_over_price;
    // Asked for here, so that no quote on a used car stands on a day without a rate.
    if (deal.used) {
        if (const auto vat = car_vat_basis_points(tables, deal); !vat) return vat.refused();
    }
    if (auto* line = find_kind(lines, DealLineKind::purchase_tax)) {
        const auto tax = purchase_tax(tables, car, car_price);
        if (!tax) return tax.refused();
        explain(*line, *tax);
    }
    if (auto* line = find_kind(lines, DealLineKind::compulsory_insurance)) {
        const auto premium = compulsory_insurance(tables, car);
        if (!premium) return premium.refused();
        explain(*line, *premium);
    }
    if (auto* line = find_kind(lines, DealLineKind::vehicle_tax)) {
        const auto tax = vehicle_tax(tables, car);
        if (!tax) return tax.refused();
        explain(*line, *tax);
    }
    if (sums_of(lines).total < Money{0}) return total_negative;
    return lines;
}

std::vector<DealLine> first_lines(const Deal& deal) {
    DealLine car = usual_line(DealLineKind::car);
    car.title = deal.car_title;
    if (deal.used) {
        car.explanation = "本店在售二手车，一车一价";
        return {car};
    }
    return {car, usual_line(DealLineKind::purchase_tax), usual_line(DealLineKind::compulsory_insurance),
            usual_line(DealLineKind::vehicle_tax)};
}

Result<DealLine> new_line(const AddLine& in, const Deal& deal, std::span<const DealLine> lines,
                          const std::optional<vehicles::OptionFacts>& option) {
    if (in.kind == DealLineKind::car || in.kind == DealLineKind::discount) return line_kind_not_allowed;
    if (deal.used && in.kind == DealLineKind::purchase_tax) return used_car_pays_no_purchase_tax;
    if (deal.used && in.kind == DealLineKind::option) return line_kind_not_allowed;
    DealLine line = usual_line(in.kind);
    if (is_state_charge(in.kind)) {
        if (has_kind(lines, in.kind)) return line_is_there;
        return line;  // its amount is computed
    }
    if (!trimmed(in.title).empty()) line.title = trimmed(in.title);
    if (!trimmed(in.explanation).empty()) line.explanation = trimmed(in.explanation);
    line.amount = in.amount;
    if (in.kind == DealLineKind::option) {
        auto with_option = option_line(in, line, deal, lines, option);
        if (!with_option) return with_option;
        line = *with_option;
    }
    if (line.title.empty()) return line_needs_title;
    if (must_be_explained(in.kind) && line.explanation.empty()) return line_needs_explanation;
    const bool may_be_free = in.kind == DealLineKind::option;
    if (line.amount < Money{0} || (line.amount == Money{0} && !may_be_free)) return line_amount_wrong;
    const bool is_fitted = in.kind == DealLineKind::accessory || in.kind == DealLineKind::gift;
    line.cost = in.cost.value_or(Money{0});
    if (line.cost < Money{0} || (line.cost > Money{0} && !is_fitted)) return line_cost_wrong;
    if (in.kind == DealLineKind::gift) {
        line.worth = line.amount;
        line.amount = Money{0};
    }
    if (in.kind == DealLineKind::trade_in) line.amount = -line.amount;
    return line;
}

MaybeRefused check_remove(const DealLine& line) {
    if (line.kind == DealLineKind::car || line.kind == DealLineKind::discount) return line_kind_not_allowed;
    return std::nullopt;
}

Result<DiscountDecision> decide_discount(const Deal& deal, const PlanSums& sums, Money amount, Money limit,
                                         const DiscountLimits& limits) {
    if (amount < Money{0}) return discount_negative;
    if (amount > sums.car_price + deal.discount) return discount_over_price;
    DiscountDecision decision{.concession = amount + sums.gifts};
    if (decision.concession <= std::max(limit, deal.concession_granted)) return decision;
    decision.needs_approval = true;
    decision.decider = next_decider(limits, deal.list_price, decision.concession, 0);
    return decision;
}

MaybeRefused check_concession(const Deal& deal, Money concession, Money limit) {
    const Money furthest = std::max(limit, deal.concession_granted);
    if (concession > furthest) return with(gift_beyond_limit, "limit", to_text(furthest));
    return std::nullopt;
}

MaybeRefused may_change_quote(const Deal& deal) {
    switch (deal.state) {
        case DealState::draft:
        case DealState::offered:
            return std::nullopt;
        case DealState::awaiting_approval:
            return discount_is_waiting;
        case DealState::contract_drafted:
            return contract_is_drafted;
        case DealState::contract_signed:
            return contract_is_signed;
        case DealState::delivered:
        case DealState::cancelled:
            return ended(deal);
    }
    return std::nullopt;
}

MaybeRefused may_choose_car(const Deal& deal) {
    if (auto no = may_change_quote(deal)) return no;
    if (deal.used) return used_car_needs_own_quote;
    return std::nullopt;
}

MaybeRefused may_offer(const Deal& deal) {
    if (deal.state == DealState::offered) return quote_is_offered;
    return may_change_quote(deal);
}

MaybeRefused may_withdraw_discount(const Deal& deal) {
    if (deal.state != DealState::awaiting_approval) return discount_not_waiting;
    return std::nullopt;
}

MaybeRefused may_cancel_deal(const Deal& deal) {
    if (deal.state == DealState::contract_signed) return contract_is_signed;
    return ended(deal);
}

int section_of(DealLineKind kind) {
    switch (kind) {
        case DealLineKind::car:
            return 0;
        case DealLineKind::option:
            return 1;
        case DealLineKind::discount:
            return 2;
        case DealLineKind::accessory:
            return 3;
        case DealLineKind::gift:
            return 4;
        case DealLineKind::purchase_tax:
            return 5;
        case DealLineKind::vehicle_tax:
            return 6;
        case DealLineKind::compulsory_insurance:
            return 7;
        case DealLineKind::insurance:
            return 8;
        case DealLineKind::registration:
            return 9;
        case DealLineKind::fee:
            return 10;
        case DealLineKind::trade_in:
            return 11;
    }
    return 12;
}

}  // namespace forecourt::deals
