#pragma once
#include <string>
#include <string_view>

namespace forecourt::files {

/// The picture without what the camera wrote beside it: place, time, device, names, a smaller picture. What
/// it shows stays byte for byte, and so do its colours and which side is up. Anything but a JPEG or PNG comes
/// back as it is; of a damaged one, the rest from the damage on, and what is left out right before it.
std::string without_camera_data(std::string_view bytes);

}  // namespace forecourt::files
