#include <gtest/gtest.h>
#include <modules/showroom/licence/licence_rules.h>

namespace forecourt::showroom {
namespace {

using vehicles::Gearbox;

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }
Date day(const char* text) { return *parse_date(text); }

TEST(Licence, covers_the_gearbox_on_the_day) {
    struct Case {
        LicenceClass licence_class;
        Gearbox gearbox;
        const char* valid_until;  // null: for good
        const char* wanted;
    };
    const Case cases[] = {
        {LicenceClass::C1, Gearbox::manual, nullptr, "ok"},
        {LicenceClass::C1, Gearbox::automatic, nullptr, "ok"},
        {LicenceClass::A1, Gearbox::manual, nullptr, "ok"},
        {LicenceClass::B2, Gearbox::manual, nullptr, "ok"},
        {LicenceClass::C2, Gearbox::automatic, nullptr, "ok"},
        {LicenceClass::C2, Gearbox::manual, nullptr, "licence_automatic_only"},
        {LicenceClass::C3, Gearbox::automatic, nullptr, "licence_not_for_cars"},
        {LicenceClass::C5, Gearbox::automatic, nullptr, "licence_not_for_cars"},
        {LicenceClass::D, Gearbox::automatic, nullptr, "licence_not_for_cars"},
        {LicenceClass::C1, Gearbox::manual, "2026-11-22", "ok"},               // the last day counts
        {LicenceClass::C1, Gearbox::manual, "2026-11-21", "licence_expired"},  // one day past it
    };
    for (const auto& c : cases) {
        Licence licence{.licence_class = c.licence_class, .issued_on = day("2015-03-01")};
        if (c.valid_until != nullptr) licence.valid_until = day(c.valid_until);
        EXPECT_EQ(name_or_ok(may_drive(licence, c.gearbox, day("2026-11-22"))), c.wanted)
            << name_of(c.licence_class) << ' ' << name_of(c.gearbox);
    }
}

TEST(Licence, dates_that_cannot_be_are_not_written_down) {
    struct Case {
        const char* issued_on;
        const char* valid_until;
        const char* wanted;
    };
    const Case cases[] = {
        {"2020-05-06", nullptr, "ok"},
        {"2026-11-22", "2032-11-22", "ok"},  // issued today
        {"2026-11-23", nullptr, "licence_dates_wrong"},
        {"2020-05-06", "2020-05-06", "licence_dates_wrong"},
        {"2020-05-06", "2020-05-07", "licence_expired"},
        {"2020-05-06", "2026-11-22", "ok"},
        {"2020-05-06", "2026-11-21", "licence_expired"},
    };
    for (const auto& c : cases) {
        CheckLicence seen{.issued_on = day(c.issued_on)};
        if (c.valid_until != nullptr) seen.valid_until = day(c.valid_until);
        EXPECT_EQ(name_or_ok(check_dates(seen, day("2026-11-22"))), c.wanted) << c.issued_on;
    }
}

TEST(Licence, a_motorway_in_the_first_year_needs_a_companion) {
    struct Case {
        const char* issued_on;
        bool motorway;
        const char* companion_since;
        const char* wanted;
    };
    const Case cases[] = {
        {"2025-11-22", true, nullptr, "ok"},  // the year is over today
        {"2025-11-23", true, nullptr, "companion_needed"},
        {"2025-11-23", false, nullptr, "ok"},
        {"2025-11-23", true, "2023-11-22", "ok"},  // three years today
        {"2025-11-23", true, "2023-11-23", "companion_needed"},
    };
    for (const auto& c : cases) {
        const Licence licence{.licence_class = LicenceClass::C1, .issued_on = day(c.issued_on)};
        std::optional<Date> companion;
        if (c.companion_since != nullptr) companion = day(c.companion_since);
        EXPECT_EQ(name_or_ok(check_companion(licence, c.motorway, companion, day("2026-11-22"))), c.wanted)
            << c.issued_on;
    }
}

}  // namespace
}  // namespace forecourt::showroom
