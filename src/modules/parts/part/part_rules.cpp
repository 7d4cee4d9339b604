#include <modules/parts/part/part_rules.h>

namespace forecourt::parts {

MaybeRefused may_change(const PartRow& part) {
    if (part.withdrawn_at) return part_is_withdrawn;
    return std::nullopt;
}

MaybeRefused may_withdraw(const PartRow& part, const Stock& stock) {
    if (const auto no = may_change(part)) return no;
    if (stock.on_hand > Quantity{0}) return with(part_is_on_hand, "quantity", to_text(stock.on_hand));
    return std::nullopt;
}

MaybeRefused may_price(Money price) {
    if (price < Money{0}) return part_price_negative;
    return std::nullopt;
}

}  // namespace forecourt::parts
