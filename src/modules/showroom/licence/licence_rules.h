#pragma once
#include <modules/showroom/licence/licence.h>

namespace forecourt::showroom {

/// The licence can be written down as seen today.
MaybeRefused check_dates(const CheckLicence& seen, Date today);

/// Its holder may drive a passenger car with this gearbox on this day.
MaybeRefused may_drive(const Licence& licence, vehicles::Gearbox gearbox, Date on);

/// The day from which the holder is not on probation (实习期) any more: twelve months after the issue.
Date probation_end(const Licence& licence);

/// The drive touches a motorway and the holder is in the first year: a companion with three years of practice
/// is needed (order on driving licences, article 77).
MaybeRefused check_companion(const Licence& licence, bool motorway,
                             const std::optional<Date>& companion_since, Date on);

}  // namespace forecourt::showroom
