#pragma once
#include <modules/showroom/licence/licence.h>

namespace forecourt::showroom {

inline constexpr Right test_drive_write{"showroom.test_drive_write"};

extern const Action<CheckLicence, LicenceChecked> check_licence;

}  // namespace forecourt::showroom
