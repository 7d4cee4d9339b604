#include <modules/workshop/line/line_rules.h>

#include <algorithm>

namespace forecourt::workshop {

Money amount_of(Quantity quantity, Money unit_price, Money discount) {
    const Money amount = price_of_half_up(unit_price, quantity) - discount;
    ensure(amount >= Money{0});
    return amount;
}

MaybeRefused may_remove(const LineRow& line, Quantity issued) {
    switch (line.state) {
        case LineState::removed:
        case LineState::declined:
            return line_is_gone;
        case LineState::asked:
            return line_is_asked;
        case LineState::planned:
            return std::nullopt;
        case LineState::approved:
            break;
    }
    if (line.work != Work::waiting || issued > Quantity{0}) return line_has_work;
    return std::nullopt;
}

LineRow without_returned(LineRow line, Quantity returned) {
    ensure(Quantity{0} < returned && returned <= line.quantity);
    if (returned == line.quantity) {
        line.state = LineState::removed;
        return line;
    }
    const Quantity before = line.quantity;
    line.quantity = before - returned;
    const Money gross = price_of_half_up(line.unit_price, line.quantity);
    const Money share{scale_half_up(line.discount.fen, line.quantity.thousandths, before.thousandths)};
    // Rounding in two places must neither make the price negative nor lift it beyond what was approved.
    line.amount = std::min(gross - std::min(share, gross), line.amount);
    line.discount = gross - line.amount;
    return line;
}

std::int64_t discount_limit_basis_points(const Actor& actor) { return actor.is(Role::gm) ? 10'000 : 1'000; }

MaybeRefused may_discount(Money gross, Money discount, std::int64_t limit_basis_points) {
    if (discount < Money{0} || discount > gross) return discount_beyond_amount;
    const Money limit = share_half_up(gross, limit_basis_points);
    if (discount > limit) return with(service_discount_beyond_limit, "limit", to_text(limit));
    return std::nullopt;
}

MaybeRefused may_discount_line(const LineRow& line, Money discount, std::int64_t limit_basis_points) {
    if (line.state == LineState::removed || line.state == LineState::declined) return line_is_gone;
    if (line.state == LineState::asked) return line_is_asked;
    if (line.state == LineState::approved && discount < line.discount) return line_is_approved;
    return may_discount(price_of_half_up(line.unit_price, line.quantity), discount, limit_basis_points);
}

MaybeRefused may_be_promised(const LineRow& line) {
    if (line.state == LineState::removed || line.state == LineState::declined) return line_is_gone;
    if (line.state == LineState::asked) return line_is_asked;
    if (line.payer != Payer::customer) return line_is_not_customers;
    return std::nullopt;
}

MaybeRefused may_issue_for(const LineRow& line) {
    if (line.kind != LineKind::part) return line_is_not_part;
    if (line.customer_supplied) return part_is_customers_own;
    if (line.state != LineState::approved) return line_not_approved;
    return std::nullopt;
}

}  // namespace forecourt::workshop
