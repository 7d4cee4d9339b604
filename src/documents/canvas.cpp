#include <documents/canvas.h>
#include <documents/fonts.h>
#include <documents/qr_code.h>

#include <algorithm>
#include <cmath>

namespace forecourt::documents {
namespace {

/// One per thread: Pango's font maps are not made for several, and loading the fonts is the slow part.
PangoFontMap* font_map() {
    use_own_fonts();
    struct Map {
        PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
        Map() { pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72); }
        ~Map() { g_object_unref(map); }
    };
    static thread_local const Map own;
    return own.map;
}

/// Without hinting and rounding a line breaks at the same place everywhere.
PangoContext* new_context(const std::string& language) {
    PangoContext* context = pango_font_map_create_context(font_map());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(language.c_str()));
    return context;
}

std::string replaced(std::string text, std::string_view from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

void set_colour(cairo_t* cairo, std::uint32_t colour, double alpha = 1) {
    cairo_set_source_rgba(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                          (colour & 255) / 255.0, alpha);
}

}  // namespace

Canvas::Canvas(const DocumentFacts& facts, cairo_surface_t* surface, int pages)
    : facts_(facts), cairo_(cairo_create(surface)), context_(new_context(facts.language)), pages_(pages) {
    begin_page();
}

int Canvas::finish() {
    end_page();
    return page_;
}

void Canvas::need(double height) {
    if (!fits(height) && !at_top()) next_page();
}

void Canvas::next_page() {
    end_page();
    begin_page();
}

void Canvas::begin_page() {
    ++page_;
    watermark();
    if (page_ == 1) {
        first_head();
    } else {
        later_head();
        y = later_top;
    }
    page_top_ = y;
}

void Canvas::end_page() const {
    foot();
    if (pages_ > 0) cairo_show_page(cairo_.get());
}

double Canvas::draw_store(double top) const {
    const Letterhead& store = facts_.letterhead;
    constexpr double mark_side = 36;
    double x = left;
    PictureSize size;
    const CairoSurface logo = store.logo_png.empty() ? nullptr : load_picture(store.logo_png, size);
    if (logo) {
        const double logo_width = std::min(110.0, mark_side * size.width / size.height);
        picture(store.logo_png, x, top, logo_width, mark_side);
        x += logo_width + 10;
    } else if (!store.mark.empty()) {
        fill(x, top, mark_side, mark_side, store.colour, 6);
        const Layout mark = layout(store.mark, {.size = store.mark.size() > 3 ? 13.0 : 20.0,
                                                .width = mark_side,
                                                .align = Align::centre,
                                                .bold = true,
                                                .colour = colours::white});
        text(mark, x, top + (mark_side - mark.height()) / 2);
        x += mark_side + 10;
    }
    const double room = (facts_.qr_text.empty() && facts_.head_facts.empty() ? right : right - 190) - x;
    const Layout name = layout(store.store_name, {.size = 13, .width = room, .bold = true});
    std::string small;
    for (const std::string& line : store.lines) small += (small.empty() ? "" : "\n") + line;
    const Layout lines =
        layout(small, {.size = 7.5, .width = room, .line_spacing = 0.95, .colour = colours::grey});
    const double height = name.height() + (small.empty() ? 0 : lines.height());
    const double at = top + std::max(0.0, (mark_side - height) / 2);
    text(name, x, at);
    if (!small.empty()) text(lines, x, at + name.height());
    return top + std::max(mark_side, height);
}

double Canvas::draw_head_facts(double top, double right_edge) const {
    double at = top;
    for (const auto& [label, value] : facts_.head_facts) {
        const Layout line =
            layout(quiet(label + "  ") + bold(value), {.size = 8, .width = 180, .align = Align::right});
        text(line, right_edge - 180, at);
        at += line.height() + 1;
    }
    return at;
}

void Canvas::first_head() {
    constexpr double top = 36;
    constexpr double qr_side = 50;
    double right_edge = right;
    double below = draw_store(top);
    if (!facts_.qr_text.empty()) {
        qr(facts_.qr_text, right - qr_side, top - 4, qr_side);
        right_edge -= qr_side + 10;
        below = std::max(below, top - 4 + qr_side);
    }
    below = std::max(below, draw_head_facts(top, right_edge));
    below += 7;
    fill(left, below, width, 1.4, colour());
    y = below + 15;
    const Layout title =
        layout(facts_.title,
               {.size = 19, .width = width, .align = Align::centre, .bold = true, .letter_space = 2.5});
    text(title, left, y);
    y += title.height();
    if (!facts_.subtitle.empty()) {
        const Layout subtitle = layout(
            facts_.subtitle, {.size = 8.5, .width = width, .align = Align::centre, .colour = colours::grey});
        text(subtitle, left, y + 1);
        y += subtitle.height() + 1;
    }
    y += 11;
}

void Canvas::later_head() const {
    const LayoutStyle small{.size = 7.5, .width = width, .colour = colours::grey};
    LayoutStyle on_the_right = small;
    on_the_right.align = Align::right;
    text(layout(facts_.letterhead.store_name + "  ·  " + facts_.title, small), left, 32);
    text(layout(facts_.number, on_the_right), left, 32);
    rule(left, 46, right, 46, 0.5, colours::line);
}

void Canvas::foot() const {
    constexpr double top = page_height - 44;
    rule(left, top, right, top, 0.5, colours::line);
    const LayoutStyle small{.size = 7.5, .width = width, .colour = colours::grey};
    LayoutStyle on_the_right = small;
    on_the_right.align = Align::right;
    LayoutStyle footer = small;
    footer.width = width - 110;
    footer.size = 7;
    text(layout(facts_.footer, footer), left, top + 5);
    const std::string label = replaced(replaced(facts_.page_label, "{pages}", std::to_string(pages_)),
                                       "{page}", std::to_string(page_));
    text(layout(label, on_the_right), left, top + 5);
}

void Canvas::watermark() const {
    if (facts_.watermark.empty() || pages_ == 0) return;
    const Layout mark =
        layout(facts_.watermark, {.size = 110, .bold = true, .letter_space = 20, .colour = 0xeceff3});
    cairo_save(cairo_.get());
    cairo_translate(cairo_.get(), page_width / 2, page_height / 2);
    cairo_rotate(cairo_.get(), -std::atan2(page_height, page_width) / 1.6);
    mark.draw(cairo_.get(), -mark.ink_width() / 2, -mark.height() / 2);
    cairo_restore(cairo_.get());
}

void Canvas::text(const Layout& layout, double x, double at_y) const {
    lines(layout, x, at_y, 0, layout.lines());
}

void Canvas::lines(const Layout& layout, double x, double at_y, int first, int last) const {
    if (pages_ > 0) layout.draw_lines(cairo_.get(), x, at_y, first, last);
}

void Canvas::rule(double x1, double y1, double x2, double y2, double thickness, std::uint32_t colour) const {
    if (pages_ == 0) return;
    set_colour(cairo_.get(), colour);
    cairo_set_line_width(cairo_.get(), thickness);
    cairo_move_to(cairo_.get(), x1, y1);
    cairo_line_to(cairo_.get(), x2, y2);
    cairo_stroke(cairo_.get());
}

void Canvas::fill(double x, double at_y, double w, double h, std::uint32_t colour, double radius) const {
    if (pages_ == 0) return;
    cairo_t* cairo = cairo_.get();
    set_colour(cairo, colour);
    if (radius > 0) {
        constexpr double quarter = 1.5707963267948966;
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, x + w - radius, at_y + radius, radius, -quarter, 0);
        cairo_arc(cairo, x + w - radius, at_y + h - radius, radius, 0, quarter);
        cairo_arc(cairo, x + radius, at_y + h - radius, radius, quarter, 2 * quarter);
        cairo_arc(cairo, x + radius, at_y + radius, radius, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo);
    } else {
        cairo_rectangle(cairo, x, at_y, w, h);
    }
    cairo_fill(cairo);
}

void Canvas::frame(double x, double at_y, double w, double h, double thickness, std::uint32_t colour) const {
    if (pages_ == 0) return;
    set_colour(cairo_.get(), colour);
    cairo_set_line_width(cairo_.get(), thickness);
    cairo_rectangle(cairo_.get(), x, at_y, w, h);
    cairo_stroke(cairo_.get());
}

bool Canvas::picture(const std::string& bytes, double x, double at_y, double w, double h) const {
    PictureSize size;
    const CairoSurface surface = load_picture(bytes, size);
    if (!surface) return false;
    if (pages_ == 0) return true;
    const double scale = std::min(w / size.width, h / size.height);
    cairo_t* cairo = cairo_.get();
    cairo_save(cairo);
    cairo_translate(cairo, x + (w - size.width * scale) / 2, at_y + (h - size.height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_rectangle(cairo, 0, 0, size.width, size.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
    return true;
}

void Canvas::qr(const std::string& text, double x, double at_y, double side) const {
    const auto modules = qr_code(text);
    if (pages_ == 0) return;
    const double cell = side / static_cast<double>(modules.size());
    cairo_t* cairo = cairo_.get();
    set_colour(cairo, 0x000000);
    // Runs of dark cells as one box each, all in one path: small, and without hairlines between neighbours.
    for (std::size_t row = 0; row < modules.size(); ++row)
        for (std::size_t column = 0; column < modules.size(); ++column) {
            std::size_t end = column;
            while (end < modules.size() && modules[row][end]) ++end;
            if (end == column) continue;
            cairo_rectangle(cairo, x + static_cast<double>(column) * cell,
                            at_y + static_cast<double>(row) * cell, static_cast<double>(end - column) * cell,
                            cell);
            column = end;
        }
    cairo_fill(cairo);
}

}  // namespace forecourt::documents
