#pragma once
#include <action/action.h>
#include <modules/payments/payment/payment.h>

namespace forecourt::payments {

/// The cashier's count at the end of a day: what the ledger says must lie in the drawer, and what does.
struct Closing {
    Id<Closing> id;
    std::string number;
    Date closed_on;
    Money cash_expected;
    Money cash_counted;
    Money cash_banked;  // taken to the bank after counting
    Money received_cash;
    Money received_card;
    Money received_transfer;
    Money received_qr;
    Money refunded;
    std::int64_t payments{};
    std::string note;
    Id<User> closed_by;
    Instant closed_at;
};
FORECOURT_STRUCT(Closing, id, number, closed_on, cash_expected, cash_counted, cash_banked, received_cash,
                 received_card, received_transfer, received_qr, refunded, payments, note, closed_by,
                 closed_at)

/// What came in and went out since the last closing.
struct Takings {
    Money received_cash;
    Money received_card;
    Money received_transfer;
    Money received_qr;
    Money refunded;
    std::int64_t payments{};
};
FORECOURT_STRUCT(Takings, received_cash, received_card, received_transfer, received_qr, refunded, payments)

struct CloseDay {
    Money cash_counted;
    Money cash_banked;
    std::string note;
};
FORECOURT_STRUCT(CloseDay, cash_counted, cash_banked, note)

struct DayClosed {
    Id<Closing> id;
    std::string number;
    Money difference;  // counted less expected
};
FORECOURT_STRUCT(DayClosed, id, number, difference)

inline constexpr Refusal cash_count_negative{"cash_count_negative", RefusalKind::unprocessable};
/// More is taken to the bank than was counted, or less than nothing.
inline constexpr Refusal cash_banked_wrong{"cash_banked_wrong", RefusalKind::unprocessable};
/// The drawer holds more or less than the ledger says, and nobody wrote why; the detail says how much.
inline constexpr Refusal cash_difference_unexplained{"cash_difference_unexplained"};

}  // namespace forecourt::payments
