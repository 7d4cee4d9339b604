#pragma once
#include <compare>
#include <cstdint>
#include <string>

namespace forecourt {

/// An amount in whole fen (1/100 yuan). No floating point comes near it.
struct Money {
    std::int64_t fen{};
    auto operator<=>(const Money&) const = default;
    constexpr Money operator-() const { return {-fen}; }
    constexpr Money& operator+=(Money b) { return fen += b.fen, *this; }
    constexpr Money& operator-=(Money b) { return fen -= b.fen, *this; }
};
constexpr Money operator+(Money a, Money b) { return {a.fen + b.fen}; }
constexpr Money operator-(Money a, Money b) { return {a.fen - b.fen}; }
constexpr Money operator*(Money a, std::int64_t times) { return {a.fen * times}; }
constexpr Money yuan(std::int64_t whole) { return {whole * 100}; }

/// A whole number of thousandths: parts, litres, hours.
struct Quantity {
    std::int64_t thousandths{};
    auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator-() const { return {-thousandths}; }
};
constexpr Quantity operator+(Quantity a, Quantity b) { return {a.thousandths + b.thousandths}; }
constexpr Quantity operator-(Quantity a, Quantity b) { return {a.thousandths - b.thousandths}; }
constexpr Quantity pieces(std::int64_t whole) { return {whole * 1000}; }

/// `number * numerator / denominator`, half away from zero, without overflow on the way.
std::int64_t scale_half_up(std::int64_t number, std::int64_t numerator, std::int64_t denominator);

/// Price of a quantity, rounded half up to the fen.
Money price_of_half_up(Money unit_price, Quantity quantity);

/// A share in basis points (1/10000), rounded half up to the fen.
Money share_half_up(Money amount, std::int64_t basis_points);

/// An amount that contains VAT, taken apart so that the two sum to it exactly (rate in basis points: 1300).
struct WithTax {
    Money net;
    Money tax;
};
WithTax split_tax_half_up(Money gross, std::int64_t rate_basis_points);

/// "1,234.50": for documents and sentences; never parsed back.
std::string to_text(Money amount);
/// "1.5": without trailing zeros.
std::string to_text(Quantity quantity);

}  // namespace forecourt
