#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/vehicles/api.h>

namespace forecourt::showroom {

/// The classes of Chinese driving licences.
enum class LicenceClass { A1, A2, A3, B1, B2, C1, C2, C3, C4, C5, C6, D, E, F, M, N, P };
FORECOURT_ENUM(LicenceClass, A1, A2, A3, B1, B2, C1, C2, C3, C4, C5, C6, D, E, F, M, N, P)

/// A licence as it was seen. `valid_until` is missing where it is valid for good.
struct Licence {
    Id<Licence> id;
    Id<customers::Customer> customer_id;
    LicenceClass licence_class{};
    Date issued_on;
    std::optional<Date> valid_until;
    FileHash photo;
    Id<User> checked_by;
    Instant checked_at;
};
FORECOURT_STRUCT(Licence, id, customer_id, licence_class, issued_on, valid_until, photo, checked_by,
                 checked_at)

struct CheckLicence {
    Id<customers::Customer> customer_id;
    LicenceClass licence_class{};
    Date issued_on;
    std::optional<Date> valid_until;
    FileHash photo;
};
FORECOURT_STRUCT(CheckLicence, customer_id, licence_class, issued_on, valid_until, photo)

struct LicenceChecked {
    Id<Licence> id;
};
FORECOURT_STRUCT(LicenceChecked, id)

/// The class does not cover passenger cars (tractors, motorcycles, a trailer class alone, adapted cars).
inline constexpr Refusal licence_not_for_cars{"licence_not_for_cars"};
/// C2: automatic gearboxes only.
inline constexpr Refusal licence_automatic_only{"licence_automatic_only"};
inline constexpr Refusal licence_expired{"licence_expired"};
/// Nobody has looked at the customer's licence yet.
inline constexpr Refusal licence_not_checked{"licence_not_checked"};
/// Issued in the future, or ended before it was issued.
inline constexpr Refusal licence_dates_wrong{"licence_dates_wrong", RefusalKind::unprocessable};
/// In the first year a motorway needs a companion who has had a licence for three years.
inline constexpr Refusal companion_needed{"companion_needed"};

}  // namespace forecourt::showroom
