#pragma once
// The blocks of a document and how each is placed; only for the .cpp files of this folder.
#include <documents/canvas.h>
#include <documents/pdf.h>

#include <optional>
#include <variant>

namespace forecourt::documents {

struct HeadingBlock {
    std::string text;
};
struct ParagraphBlock {
    Text text;
    ParagraphStyle style;
};
struct ClauseBlock {
    std::string label;
    Text text;
    int level = 0;
};
struct FactsBlock {
    std::vector<Fact> facts;
    int columns = 2;
};
struct CalloutBlock {
    Text left;
    Text right;
};
struct PicturesBlock {
    std::vector<Picture> pictures;
    int columns = 3;
};
struct SignaturesBlock {
    std::vector<SignatureBox> boxes;
};
struct NoteBlock {
    Text text;
};
struct SpaceBlock {
    double points = 0;
};
struct PageBreakBlock {};

using Block = std::variant<HeadingBlock, ParagraphBlock, ClauseBlock, FactsBlock, Table, CalloutBlock,
                           PicturesBlock, SignaturesBlock, NoteBlock, SpaceBlock, PageBreakBlock>;

void place(Canvas& canvas, const HeadingBlock& block);
void place(Canvas& canvas, const ParagraphBlock& block);
void place(Canvas& canvas, const ClauseBlock& block);
void place(Canvas& canvas, const FactsBlock& block);
void place(Canvas& canvas, const Table& block);
void place(Canvas& canvas, const CalloutBlock& block);
void place(Canvas& canvas, const PicturesBlock& block);
void place(Canvas& canvas, const SignaturesBlock& block);
void place(Canvas& canvas, const NoteBlock& block);
void place(Canvas& canvas, const SpaceBlock& block);
void place(Canvas& canvas, const PageBreakBlock& block);

/// One cell of a grid row that may have to be continued on the next page.
struct GridCell {
    double x = 0;
    double width = 0;
    std::optional<Layout> layout;
    std::optional<std::uint32_t> fill;
    int drawn = 0;  // lines that stand on earlier pages
};
/// Cells side by side, as high as the highest.
struct GridRow {
    std::vector<GridCell> cells;
    double padding = 3.5;  // above and below the text
    double text_height() const;
    double height() const { return text_height() + 2 * padding; }
};
/// Draws the row at `canvas.y` and moves on. A row higher than the room is continued on further pages;
/// `on_new_page` draws what must stand above it there.
template <class OnNewPage>
void place_row(Canvas& canvas, GridRow& row, const OnNewPage& on_new_page);
/// Draws as many lines of each cell as fit into the height; true when nothing is left.
bool draw_row_part(Canvas& canvas, GridRow& row, double text_height);

template <class OnNewPage>
void place_row(Canvas& canvas, GridRow& row, const OnNewPage& on_new_page) {
    if (!canvas.fits(row.height()) && !canvas.at_top()) {
        const double page = Canvas::bottom - Canvas::later_top;
        const bool will_never_fit = row.height() > page * 0.8;
        if (!will_never_fit || canvas.room() < 60) {
            canvas.next_page();
            on_new_page();
        }
    }
    while (!draw_row_part(canvas, row, canvas.room() - 2 * row.padding)) {
        canvas.next_page();
        on_new_page();
    }
}

}  // namespace forecourt::documents
