#include <modules/showroom/licence/licence_rules.h>

namespace forecourt::showroom {
namespace {

enum class Covers { no_cars, automatic_cars, all_cars };

// Classes A1 to B2 include C1. C5 is for cars adapted to a handicap, which demo cars are not; C6 is a trailer
// class that is held beside C1 or C2 and then seen as that.
Covers covers(LicenceClass licence_class) {
    switch (licence_class) {
        case LicenceClass::A1:
        case LicenceClass::A2:
        case LicenceClass::A3:
        case LicenceClass::B1:
        case LicenceClass::B2:
        case LicenceClass::C1:
            return Covers::all_cars;
        case LicenceClass::C2:
            return Covers::automatic_cars;
        case LicenceClass::C3:
        case LicenceClass::C4:
        case LicenceClass::C5:
        case LicenceClass::C6:
        case LicenceClass::D:
        case LicenceClass::E:
        case LicenceClass::F:
        case LicenceClass::M:
        case LicenceClass::N:
        case LicenceClass::P:
            return Covers::no_cars;
    }
    return Covers::no_cars;
}

}  // namespace

MaybeRefused check_dates(const CheckLicence& seen, Date today) {
    if (seen.issued_on > today) return licence_dates_wrong;
    if (seen.valid_until && *seen.valid_until <= seen.issued_on) return licence_dates_wrong;
    if (seen.valid_until && *seen.valid_until < today) {
        return with(licence_expired, "valid_until", to_text(*seen.valid_until));
    }
    return std::nullopt;
}

MaybeRefused may_drive(const Licence& licence, vehicles::Gearbox gearbox, Date on) {
    const auto covered = covers(licence.licence_class);
    if (covered == Covers::no_cars) {
        return with(licence_not_for_cars, "licence_class", std::string(name_of(licence.licence_class)));
    }
    if (covered == Covers::automatic_cars && gearbox == vehicles::Gearbox::manual)
        return licence_automatic_only;
    if (licence.valid_until && *licence.valid_until < on) {
        return with(licence_expired, "valid_until", to_text(*licence.valid_until));
    }
    return std::nullopt;
}

Date probation_end(const Licence& licence) { return add_months(licence.issued_on, 12); }

MaybeRefused check_companion(const Licence& licence, bool motorway,
                             const std::optional<Date>& companion_since, Date on) {
    const bool first_year = on < probation_end(licence);
    if (!motorway || !first_year) return std::nullopt;
    if (companion_since && add_months(*companion_since, 36) <= on) return std::nullopt;
    return companion_needed;
}

}  // namespace forecourt::showroom
