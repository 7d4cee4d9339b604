#include <modules/parts/stock/stock_rules.h>

#include <algorithm>

namespace forecourt::parts {

Quantity free_of(const Stock& stock) { return stock.on_hand - stock.reserved; }

Quantity missing_of(const WantedRow& wanted) { return wanted.wanted - wanted.reserved - wanted.issued; }

Money average_cost(const Stock& stock) {
    if (stock.on_hand.thousandths == 0) return {};
    return {scale_half_up(stock.value.fen, 1000, stock.on_hand.thousandths)};
}

Money cost_going_out(const Stock& stock, Quantity quantity) {
    ensure(quantity <= stock.on_hand);
    if (quantity == stock.on_hand) return stock.value;
    return {scale_half_up(stock.value.fen, quantity.thousandths, stock.on_hand.thousandths)};
}

Money cost_coming_back(const WantedRow& wanted, Quantity quantity) {
    ensure(quantity <= wanted.issued);
    if (quantity == wanted.issued) return wanted.cost;
    return {scale_half_up(wanted.cost.fen, quantity.thousandths, wanted.issued.thousandths)};
}

Quantity can_reserve(const Stock& stock, Quantity wanted) {
    return std::max(Quantity{0}, std::min(wanted, free_of(stock)));
}

MaybeRefused may_issue(const Stock& stock, const WantedRow& wanted, Quantity quantity) {
    if (quantity <= Quantity{0}) return quantity_not_positive;
    if (quantity > wanted.wanted - wanted.issued) {
        return with(issue_beyond_wanted, "limit", to_text(wanted.wanted - wanted.issued));
    }
    // What lies aside for others is not ours to hand out.
    const Quantity available = free_of(stock) + wanted.reserved;
    if (quantity > available) return with(part_not_on_hand, "available", to_text(available));
    return std::nullopt;
}

MaybeRefused may_take_back(const WantedRow& wanted, Quantity quantity) {
    if (quantity <= Quantity{0}) return quantity_not_positive;
    if (quantity > wanted.issued) return with(return_beyond_issued, "limit", to_text(wanted.issued));
    return std::nullopt;
}

std::vector<Pick> pick_from(const std::vector<BinStock>& bins, std::string_view home_bin, Quantity quantity) {
    std::vector<Pick> picks;
    const auto take = [&](const BinStock& bin) {
        const Quantity here = std::min(bin.quantity, quantity);
        if (here <= Quantity{0}) return;
        picks.push_back({.place_id = bin.place_id, .quantity = here});
        quantity = quantity - here;
    };
    for (const auto& bin : bins) {
        if (bin.name == home_bin) take(bin);
    }
    for (const auto& bin : bins) {
        if (bin.name != home_bin) take(bin);
    }
    ensure(quantity == Quantity{0});  // the bins hold what is on hand
    return picks;
}

Stock received(Stock stock, Quantity quantity, Money amount) {
    stock.on_hand = stock.on_hand + quantity;
    stock.value += amount;
    return stock;
}

Result<CountDifference> decide_count(const Stock& stock, Quantity in_bin, Quantity counted,
                                     Money last_known_cost) {
    if (counted == in_bin) return count_is_unchanged;
    const Quantity difference = counted - in_bin;
    if (stock.on_hand + difference < stock.reserved) {
        return with(count_below_reserved, "reserved", to_text(stock.reserved));
    }
    if (difference < Quantity{0}) return CountDifference{difference, -cost_going_out(stock, -difference)};
    // Pieces found are worth the average; without any on hand, what the part cost the last time.
    const Money each = stock.on_hand.thousandths == 0 ? last_known_cost : average_cost(stock);
    return CountDifference{difference, price_of_half_up(each, difference)};
}

}  // namespace forecourt::parts
