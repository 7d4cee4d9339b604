#include <demo/player.h>

#include <zlib.h>

#include <array>
#include <cmath>

namespace forecourt::demo {
namespace {

void append_number(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift);
}

void append_chunk(std::string& png, const std::string& type, const std::string& data) {
    append_number(png, static_cast<std::uint32_t>(data.size()));
    const std::string covered = type + data;
    png += covered;
    append_number(png, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(covered.data()),
                                                        static_cast<uInt>(covered.size()))));
}

// Grey pixels as a PNG.
std::string png_of(int width, int height, const std::string& pixels) {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        rows += pixels.substr(static_cast<std::size_t>(y) * width, width);
    }
    uLongf packed_size = compressBound(static_cast<uLong>(rows.size()));
    std::string packed(packed_size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &packed_size,
              reinterpret_cast<const Bytef*>(rows.data()), static_cast<uLong>(rows.size()), 3);
    packed.resize(packed_size);
    std::string head;
    append_number(head, static_cast<std::uint32_t>(width));
    append_number(head, static_cast<std::uint32_t>(height));
    head += std::string("\x08\x00\x00\x00\x00", 5);
    std::string png = "\x89PNG\r\n\x1a\n";
    append_chunk(png, "IHDR", head);
    append_chunk(png, "IDAT", packed);
    append_chunk(png, "IEND", "");
    return png;
}

}  // namespace

std::string signature_png(unsigned seed) {
    constexpr int width = 360, height = 140;
    std::string pixels(width * height, '\xff');
    std::mt19937 dice(seed * 7919 + 17);
    const auto roll = [&](int low, int high) { return low + static_cast<int>(dice() % (high - low + 1)); };
    const auto dot = [&](double x, double y, int radius) {
        for (int dy = -radius; dy <= radius; ++dy) {
            for (int dx = -radius; dx <= radius; ++dx) {
                const int px = static_cast<int>(x) + dx, py = static_cast<int>(y) + dy;
                if (px < 0 || py < 0 || px >= width || py >= height || dx * dx + dy * dy > radius * radius)
                    continue;
                pixels[static_cast<std::size_t>(py) * width + px] = '\x18';
            }
        }
    };
    // Two or three characters, each some curved strokes from left to right.
    const int characters = roll(2, 3);
    for (int c = 0; c < characters; ++c) {
        const int left = 30 + c * 105;
        for (int stroke = roll(3, 5); stroke > 0; --stroke) {
            const double x0 = left + roll(0, 40), y0 = roll(20, 110), x1 = left + roll(30, 90),
                         y1 = roll(20, 120);
            const double bend_x = (x0 + x1) / 2 + roll(-25, 25), bend_y = (y0 + y1) / 2 + roll(-35, 35);
            for (double t = 0; t <= 1; t += 0.006) {
                const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), d = t * t;
                dot(a * x0 + b * bend_x + d * x1, a * y0 + b * bend_y + d * y1, t < 0.7 ? 2 : 1);
            }
        }
    }
    return png_of(width, height, pixels);
}

std::string photo_png(unsigned seed) {
    constexpr int width = 320, height = 240;
    std::string pixels(width * height, '\0');
    // A soft light over a surface with one mark, so that it reads as a close-up.
    std::array<double, width> lights{};
    for (int x = 0; x < width; ++x) lights[x] = 150 + 60 * std::sin((x + seed * 13) * 0.012);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double light = lights[x] - y * 0.25;
            const double mark =
                std::abs(y - 120 - 0.2 * (x - 160)) < 2 + seed % 3 && x > 110 && x < 220 ? -70 : 0;
            pixels[static_cast<std::size_t>(y) * width + x] =
                static_cast<char>(static_cast<int>(light + mark));
        }
    }
    return png_of(width, height, pixels);
}

}  // namespace forecourt::demo
