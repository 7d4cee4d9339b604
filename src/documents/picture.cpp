#include <documents/canvas.h>
#include <files/image_facts.h>

#include <cstring>

namespace forecourt::documents {
namespace {

struct Reader {
    const std::string& bytes;
    std::size_t at = 0;
};

cairo_status_t read_bytes(void* data, unsigned char* target, unsigned int length) {
    auto& reader = *static_cast<Reader*>(data);
    if (reader.bytes.size() - reader.at < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(target, reader.bytes.data() + reader.at, length);
    reader.at += length;
    return CAIRO_STATUS_SUCCESS;
}

/// The PDF takes a JPEG as it is. Its surface needs the size only; the memory behind it is never touched.
CairoSurface jpeg_surface(const std::string& bytes, const files::FileFacts& facts) {
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(facts.width_px),
                                                    static_cast<int>(facts.height_px)));
    auto* copy = new std::string(bytes);
    const auto drop = [](void* data) { delete static_cast<std::string*>(data); };
    const cairo_status_t status = cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(copy->data()),
        copy->size(), drop, copy);
    if (status != CAIRO_STATUS_SUCCESS) {
        drop(copy);
        return nullptr;
    }
    return surface;
}

}  // namespace

CairoSurface load_picture(const std::string& bytes, PictureSize& size) {
    const auto check =
        files::check_upload(bytes, {.max_bytes = 40U << 20, .max_pixels = 64'000'000, .allow_pdf = false});
    if (!check.facts) return nullptr;
    CairoSurface surface;
    if (check.facts->kind == files::FileKind::jpeg) {
        surface = jpeg_surface(bytes, *check.facts);
    } else {
        Reader reader{bytes};
        surface.reset(cairo_image_surface_create_from_png_stream(read_bytes, &reader));
    }
    if (!surface || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    size = {static_cast<double>(check.facts->width_px), static_cast<double>(check.facts->height_px)};
    return surface;
}

}  // namespace forecourt::documents
