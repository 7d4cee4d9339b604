#pragma once
#include <string>

namespace forecourt::documents {

/// The folder with NotoSansSC-Regular.otf and NotoSansSC-Bold.otf: $FORECOURT_FONTS, `fonts` beside the
/// program's folder, or /usr/share/forecourt/fonts. Throws std::runtime_error when none has them.
std::string font_folder();

/// Makes these fonts the only ones the program sees, so that a document looks the same on every machine.
/// Called by itself before the first document; safe from several threads.
void use_own_fonts();

}  // namespace forecourt::documents
