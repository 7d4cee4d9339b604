#include <documents/blocks.h>

#include <algorithm>

namespace forecourt::documents {
namespace {

constexpr double side_padding = 5;

double head_height(const GridRow& head) { return head.cells.empty() ? 0 : head.height(); }

Align align_of(const Table& table, std::size_t column) { return table.columns[column].align; }

std::vector<double> column_edges(const Table& table) {
    double all = 0;
    for (const TableColumn& column : table.columns) all += column.width;
    std::vector<double> edges{Canvas::left};
    for (const TableColumn& column : table.columns)
        edges.push_back(edges.back() + Canvas::width * column.width / all);
    return edges;
}

GridRow lay_head(const Canvas& canvas, const Table& table, const std::vector<double>& edges) {
    GridRow row;
    const bool has_titles = std::any_of(table.columns.begin(), table.columns.end(),
                                        [](const auto& c) { return !c.title.empty(); });
    if (!has_titles) return row;
    row.padding = 4.5;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double width = edges[i + 1] - edges[i];
        row.cells.push_back({edges[i], width,
                             canvas.layout(table.columns[i].title, {.size = table.size,
                                                                    .width = width - 2 * side_padding,
                                                                    .align = align_of(table, i),
                                                                    .bold = true,
                                                                    .colour = canvas.colour()}),
                             colours::head_fill});
    }
    return row;
}

/// Up to where a cell spans: the label of a total, the first text in its row, takes the empty cells after it.
std::size_t span_end(const TableRow& row, std::size_t column, std::size_t columns, bool label_seen) {
    if (row.kind == RowKind::group) return columns;
    std::size_t end = column + 1;
    const bool spans = row.kind != RowKind::normal && !row.cells[column].empty() && !label_seen;
    while (spans && end < columns && end < row.cells.size() && row.cells[end].empty()) ++end;
    return end;
}

GridRow lay_row(const Canvas& canvas, const Table& table, const TableRow& row,
                const std::vector<double>& edges) {
    GridRow laid;
    const std::size_t columns = table.columns.size();
    const bool strong = row.kind != RowKind::normal;
    laid.padding = row.kind == RowKind::total ? 5 : 3.5;
    bool label_seen = false;
    for (std::size_t i = 0; i < std::min(columns, row.cells.size());) {
        const std::size_t end = span_end(row, i, columns, label_seen);
        label_seen = label_seen || !row.cells[i].empty();
        const double width = edges[end] - edges[i];
        const bool label = strong && end > i + 1;
        GridCell cell{edges[i], width, std::nullopt, std::nullopt};
        LayoutStyle style{.size = row.kind == RowKind::total ? table.size + 1 : table.size,
                          .width = width - 2 * side_padding,
                          .align = !label                       ? align_of(table, i)
                                   : row.kind == RowKind::group ? Align::left
                                                                : Align::right,
                          .bold = strong};
        if (row.kind != RowKind::normal)
            cell.fill = row.kind == RowKind::total ? colours::head_fill : colours::label_fill;
        if (row.kind == RowKind::total) style.colour = canvas.colour();
        cell.layout = canvas.layout(row.cells[i], style);
        laid.cells.push_back(std::move(cell));
        i = end;
    }
    // Missing cells at the end still have their frame.
    if (!laid.cells.empty()) {
        const double reached = laid.cells.back().x + laid.cells.back().width;
        if (reached < Canvas::right - 0.1)
            laid.cells.push_back({reached, Canvas::right - reached, std::nullopt, std::nullopt});
    }
    return laid;
}

}  // namespace

double GridRow::text_height() const {
    double height = 0;
    for (const GridCell& cell : cells)
        if (cell.layout) height = std::max(height, cell.layout->height_of(cell.drawn, cell.layout->lines()));
    return height;
}

bool draw_row_part(Canvas& canvas, GridRow& row, double text_height) {
    double used = 0;
    std::vector<int> counts;
    for (const GridCell& cell : row.cells) {
        int count = cell.layout ? cell.layout->lines_within(cell.drawn, text_height) : 0;
        // A line higher than a page would never end.
        if (cell.layout && count == 0 && cell.drawn < cell.layout->lines() && canvas.at_top()) count = 1;
        if (cell.layout) used = std::max(used, cell.layout->height_of(cell.drawn, cell.drawn + count));
        counts.push_back(count);
    }
    const double height = used + 2 * row.padding;
    for (const GridCell& cell : row.cells)
        if (cell.fill) canvas.fill(cell.x, canvas.y, cell.width, height, *cell.fill);
    bool finished = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        GridCell& cell = row.cells[i];
        canvas.frame(cell.x, canvas.y, cell.width, height, 0.5, colours::line);
        if (!cell.layout) continue;
        const double own = cell.layout->height_of(cell.drawn, cell.drawn + counts[i]);
        canvas.lines(*cell.layout, cell.x + side_padding, canvas.y + row.padding + (used - own) / 2,
                     cell.drawn, cell.drawn + counts[i]);
        cell.drawn += counts[i];
        finished = finished && cell.drawn >= cell.layout->lines();
    }
    canvas.y += height;
    return finished;
}

void place(Canvas& canvas, const Table& table) {
    if (table.columns.empty()) return;
    const std::vector<double> edges = column_edges(table);
    const auto draw_head = [&] {
        GridRow head = lay_head(canvas, table, edges);
        if (head.cells.empty()) return;
        draw_row_part(canvas, head, head.text_height());
    };
    std::vector<GridRow> rows;
    for (const TableRow& row : table.rows) rows.push_back(lay_row(canvas, table, row, edges));
    const auto stays_with_next = [&](std::size_t i) {
        if (i + 1 >= table.rows.size()) return false;
        const RowKind next = table.rows[i + 1].kind;
        return table.rows[i].kind == RowKind::group || next == RowKind::subtotal || next == RowKind::total;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // A total never stands alone on a page, nor a group's name at its foot.
        double together = rows[i].height();
        for (std::size_t next = i; stays_with_next(next) && together < 200; ++next)
            together += rows[next + 1].height();
        const bool first = i == 0;
        if (first) together += head_height(lay_head(canvas, table, edges));
        if (!canvas.fits(together) && !canvas.at_top() && together < Canvas::bottom - Canvas::later_top) {
            canvas.next_page();
            if (!first) draw_head();
        }
        if (first) draw_head();
        place_row(canvas, rows[i], draw_head);
    }
    if (rows.empty()) {
        canvas.need(head_height(lay_head(canvas, table, edges)));
        draw_head();
    }
    canvas.y += 8;
}

void place(Canvas& canvas, const FactsBlock& block) {
    const auto columns = static_cast<std::size_t>(std::clamp(block.columns, 1, 4));
    const double column_width = Canvas::width / static_cast<double>(columns);
    const LayoutStyle label_style{.size = 8.5, .colour = colours::grey};
    double label_width = 0;
    for (const Fact& fact : block.facts)
        label_width =
            std::max(label_width, canvas.layout(fact.label, label_style).ink_width() + 2 * side_padding + 1);
    label_width = std::min(label_width, column_width * 0.45);
    std::size_t i = 0;
    while (i < block.facts.size()) {
        GridRow row;
        row.padding = 3.8;
        std::size_t used = 0;
        while (used < columns && i < block.facts.size()) {
            const Fact& fact = block.facts[i];
            if (fact.wide && used > 0) break;
            const std::size_t span = fact.wide ? columns : 1;
            const double x = Canvas::left + static_cast<double>(used) * column_width;
            LayoutStyle label = label_style;
            label.width = label_width - 2 * side_padding;
            row.cells.push_back({x, label_width, canvas.layout(fact.label, label), colours::label_fill});
            double value_width = column_width * static_cast<double>(span) - label_width;
            // The last of a line that is not full takes the rest of it.
            const bool next_is_wide = i + 1 < block.facts.size() && block.facts[i + 1].wide;
            const bool last_of_row = used + span < columns && (i + 1 == block.facts.size() || next_is_wide);
            if (last_of_row) value_width = Canvas::right - x - label_width;
            row.cells.push_back(
                {x + label_width, value_width,
                 canvas.layout(fact.value, {.size = 9, .width = value_width - 2 * side_padding}),
                 std::nullopt});
            used += span;
            ++i;
        }
        place_row(canvas, row, [] {});
    }
    canvas.y += 8;
}

}  // namespace forecourt::documents
