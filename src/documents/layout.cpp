#include <documents/canvas.h>
#include <text/characters.h>

#include <algorithm>

namespace forecourt::documents {
namespace {

constexpr const char* font_family = "Noto Sans CJK SC";

/// Pango wants clean UTF-8 without control characters.
std::string clean(const std::string& text) {
    std::string cleaned = text::to_utf8(text::to_characters(text));
    std::erase_if(cleaned, [](char c) { return c == '\r' || c == '\0'; });
    for (char& c : cleaned)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
    return cleaned;
}

void add_style(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

void set_colour(cairo_t* cairo, std::uint32_t colour) {
    cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                         (colour & 255) / 255.0);
}

guint16 channel(std::uint32_t colour, int shift) {
    return static_cast<guint16>((colour >> shift & 255) * 257);
}

void add_styles(PangoAttrList* list, const Run& run, std::size_t begin, std::size_t end) {
    if (run.bold) add_style(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
    if (run.quiet)
        add_style(list,
                  pango_attr_foreground_new(channel(colours::grey, 16), channel(colours::grey, 8),
                                            channel(colours::grey, 0)),
                  begin, end);
}

}  // namespace

Layout::Layout(PangoContext* context, const Text& text, const LayoutStyle& style)
    : layout_(pango_layout_new(context)), colour_(style.colour) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, font_family);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_, font);
    pango_font_description_free(font);

    std::string all;
    PangoAttrList* list = pango_attr_list_new();
    for (const Run& run : text.runs) {
        const std::size_t begin = all.size();
        all += clean(run.text);
        add_styles(list, run, begin, all.size());
    }
    if (style.letter_space > 0)
        add_style(list, pango_attr_letter_spacing_new(static_cast<int>(style.letter_space * PANGO_SCALE)), 0,
                  all.size());
    pango_layout_set_text(layout_, all.data(), static_cast<int>(all.size()));
    pango_layout_set_attributes(layout_, list);
    pango_attr_list_unref(list);

    if (style.width > 0) pango_layout_set_width(layout_, static_cast<int>(style.width * PANGO_SCALE));
    pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout_, style.align == Align::left     ? PANGO_ALIGN_LEFT
                                        : style.align == Align::centre ? PANGO_ALIGN_CENTER
                                                                       : PANGO_ALIGN_RIGHT);
    if (style.first_indent != 0)
        pango_layout_set_indent(layout_, static_cast<int>(style.first_indent * PANGO_SCALE));
    if (style.line_spacing > 0)
        pango_layout_set_line_spacing(layout_, static_cast<float>(style.line_spacing));
    find_edges();
}

Layout::~Layout() {
    if (layout_ != nullptr) g_object_unref(layout_);
}

void Layout::find_edges() {
    PangoLayoutIter* at = pango_layout_get_iter(layout_);
    int below = 0;
    do {
        int top = 0;
        pango_layout_iter_get_line_yrange(at, &top, &below);
        edges_.push_back(static_cast<double>(top) / PANGO_SCALE);
    } while (pango_layout_iter_next_line(at) != 0);
    edges_.push_back(static_cast<double>(below) / PANGO_SCALE);
    pango_layout_iter_free(at);
}

double Layout::ink_width() const {
    PangoRectangle box;
    pango_layout_get_extents(layout_, nullptr, &box);
    return static_cast<double>(box.width) / PANGO_SCALE;
}

double Layout::height_of(int first, int last) const {
    return edges_[static_cast<std::size_t>(last)] - edges_[static_cast<std::size_t>(first)];
}

int Layout::lines_within(int first, double height) const {
    const double limit = edges_[static_cast<std::size_t>(first)] + height + 0.01;
    const auto from = edges_.begin() + first + 1;
    return static_cast<int>(std::upper_bound(from, edges_.end(), limit) - from);
}

void Layout::draw_lines(cairo_t* cairo, double x, double y, int first, int last) const {
    set_colour(cairo, colour_);
    PangoLayoutIter* at = pango_layout_get_iter(layout_);
    const double skipped = edges_[static_cast<std::size_t>(first)];
    for (int line = 0; line < last; ++line) {
        if (line >= first) {
            PangoRectangle box;
            pango_layout_iter_get_line_extents(at, nullptr, &box);
            const int baseline = pango_layout_iter_get_baseline(at);
            cairo_move_to(cairo, x + static_cast<double>(box.x) / PANGO_SCALE,
                          y + static_cast<double>(baseline) / PANGO_SCALE - skipped);
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(at));
        }
        if (pango_layout_iter_next_line(at) == 0) break;
    }
    pango_layout_iter_free(at);
}

}  // namespace forecourt::documents
