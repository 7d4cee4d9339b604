#pragma once
// The drawing side of documents; only for the .cpp files of this folder.
#include <cairo.h>
#include <documents/pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <utility>

namespace forecourt::documents {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const {
        release(object);
    }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using CairoContext = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Pango = std::unique_ptr<PangoContext, Release<g_object_unref>>;

namespace colours {
inline constexpr std::uint32_t ink = 0x1c2229;
inline constexpr std::uint32_t grey = 0x66707c;
inline constexpr std::uint32_t line = 0xccd3db;
inline constexpr std::uint32_t head_fill = 0xe9eef4;
inline constexpr std::uint32_t label_fill = 0xf5f7fa;
inline constexpr std::uint32_t white = 0xffffff;
}  // namespace colours

struct LayoutStyle {
    double size = 9.5;
    double width = 0;  // 0: one line
    Align align = Align::left;
    bool bold = false;
    double first_indent = 0;
    double letter_space = 0;
    double line_spacing = 0;  // factor; 0: the font's own
    std::uint32_t colour = colours::ink;
};

/// Text that was broken into lines for a width.
class Layout {
  public:
    Layout(PangoContext* context, const Text& text, const LayoutStyle& style);
    Layout(Layout&& other) noexcept
        : layout_(std::exchange(other.layout_, nullptr)),
          edges_(std::move(other.edges_)),
          colour_(other.colour_) {}
    Layout& operator=(Layout&& other) noexcept {
        std::swap(layout_, other.layout_);
        edges_ = std::move(other.edges_);
        colour_ = other.colour_;
        return *this;
    }
    ~Layout();

    double height() const { return height_of(0, lines()); }
    /// The width of the longest line.
    double ink_width() const;
    int lines() const { return static_cast<int>(edges_.size()) - 1; }
    /// Height of the lines from `first` up to before `last`.
    double height_of(int first, int last) const;
    /// How many lines from `first` on fit into a height.
    int lines_within(int first, double height) const;
    void draw(cairo_t* cairo, double x, double y) const { draw_lines(cairo, x, y, 0, lines()); }
    void draw_lines(cairo_t* cairo, double x, double y, int first, int last) const;

  private:
    void find_edges();

    PangoLayout* layout_ = nullptr;
    std::vector<double> edges_;  // where each line begins, and the last ends, from the top
    std::uint32_t colour_ = colours::ink;
};

/// Pages, one after the other, with their head and foot. With `pages` = 0 it only measures: nothing is drawn.
class Canvas {
  public:
    static constexpr double page_width = 595.276;
    static constexpr double page_height = 841.890;
    static constexpr double left = 48;
    static constexpr double right = page_width - 48;
    static constexpr double width = right - left;
    static constexpr double bottom = page_height - 58;
    static constexpr double later_top = 58;

    Canvas(const DocumentFacts& facts, cairo_surface_t* surface, int pages);
    /// Closes the last page and answers how many there are.
    int finish();

    double y = 0;  // where the next block begins

    bool fits(double height) const { return y + height <= bottom + 0.01; }
    /// Starts a new page unless the height fits.
    void need(double height);
    void next_page();
    /// Nothing was placed on this page yet.
    bool at_top() const { return y <= page_top_ + 0.01; }
    double room() const { return bottom - y; }

    Layout layout(const Text& text, const LayoutStyle& style) const { return {context_.get(), text, style}; }
    void text(const Layout& layout, double x, double at_y) const;
    void lines(const Layout& layout, double x, double at_y, int first, int last) const;
    void rule(double x1, double y1, double x2, double y2, double thickness, std::uint32_t colour) const;
    void fill(double x, double at_y, double w, double h, std::uint32_t colour, double radius = 0) const;
    void frame(double x, double at_y, double w, double h, double thickness, std::uint32_t colour) const;
    /// Fits a PNG or JPEG into a box, centred; false when it cannot be read.
    bool picture(const std::string& bytes, double x, double at_y, double w, double h) const;
    void qr(const std::string& text, double x, double at_y, double side) const;
    const DocumentFacts& facts() const { return facts_; }
    std::uint32_t colour() const { return facts_.letterhead.colour; }

  private:
    void begin_page();
    void end_page() const;
    void first_head();
    void later_head() const;
    void foot() const;
    void watermark() const;
    double draw_store(double top) const;
    double draw_head_facts(double top, double right_edge) const;

    const DocumentFacts& facts_;
    CairoContext cairo_;
    Pango context_;
    int pages_;
    int page_ = 0;
    double page_top_ = 0;
};

/// The size of a PNG or JPEG in pixels that this folder is willing to draw; nothing for all else.
struct PictureSize {
    double width{};
    double height{};
};
CairoSurface load_picture(const std::string& bytes, PictureSize& size);

}  // namespace forecourt::documents
