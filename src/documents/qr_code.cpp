#include <documents/qr_code.h>

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace forecourt::documents {

std::vector<std::vector<bool>> qr_code(const std::string& text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                          0, QR_ECLEVEL_M),
        QRcode_free);
    if (!code) throw std::invalid_argument("the text is too long for a QR code");
    const auto width = static_cast<std::size_t>(code->width);
    std::vector<std::vector<bool>> modules(width, std::vector<bool>(width));
    for (std::size_t row = 0; row < width; ++row)
        for (std::size_t column = 0; column < width; ++column)
            modules[row][column] = (code->data[row * width + column] & 1) != 0;
    return modules;
}

}  // namespace forecourt::documents
