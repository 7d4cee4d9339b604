#pragma once
#include <string>
#include <vector>

namespace forecourt::documents {

/// The modules of a QR code: rows of cells, true is dark. Error correction M, byte mode (UTF-8). Throws
/// std::invalid_argument when the text is too long for one (2,331 bytes).
std::vector<std::vector<bool>> qr_code(const std::string& text);

}  // namespace forecourt::documents
