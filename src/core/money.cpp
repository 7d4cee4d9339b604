#include <core/ensure.h>
#include <core/money.h>

namespace forecourt {

std::int64_t scale_half_up(std::int64_t number, std::int64_t numerator, std::int64_t denominator) {
    ensure(denominator > 0);
    const __int128 product = static_cast<__int128>(number) * numerator;
    const __int128 half = denominator / 2;
    const __int128 scaled =
        product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
    ensure(scaled < (static_cast<__int128>(1) << 62) && scaled > -(static_cast<__int128>(1) << 62));
    return static_cast<std::int64_t>(scaled);
}

Money price_of_half_up(Money unit_price, Quantity quantity) {
    return {scale_half_up(unit_price.fen, quantity.thousandths, 1000)};
}

Money share_half_up(Money amount, std::int64_t basis_points) {
    return {scale_half_up(amount.fen, basis_points, 10000)};
}

WithTax split_tax_half_up(Money gross, std::int64_t rate_basis_points) {
    const Money net{scale_half_up(gross.fen, 10000, 10000 + rate_basis_points)};
    return {.net = net, .tax = gross - net};
}

std::string to_text(Money amount) {
    const bool negative = amount.fen < 0;
    const std::uint64_t fen = negative ? 0 - static_cast<std::uint64_t>(amount.fen) : amount.fen;
    std::string whole = std::to_string(fen / 100);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) whole.insert(at, ",");
    const auto cents = fen % 100;
    return (negative ? "-" : "") + whole + "." + (cents < 10 ? "0" : "") + std::to_string(cents);
}

std::string to_text(Quantity quantity) {
    const bool negative = quantity.thousandths < 0;
    const std::int64_t parts = negative ? -quantity.thousandths : quantity.thousandths;
    std::string text = (negative ? "-" : "") + std::to_string(parts / 1000);
    if (parts % 1000 != 0) {
        std::string tail = std::to_string(1000 + parts % 1000).substr(1);
        while (tail.back() == '0') tail.pop_back();
        text += "." + tail;
    }
    return text;
}

}  // namespace forecourt
