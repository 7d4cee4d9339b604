#include <documents/blocks.h>

#include <algorithm>

namespace forecourt::documents {
namespace {

/// Lines of running text, continued on the next page where they must; never one line alone at a foot or head.
void place_lines(Canvas& canvas, const Layout& layout, double x) {
    int at = 0;
    while (at < layout.lines()) {
        int count = layout.lines_within(at, canvas.room());
        const int left = layout.lines() - at;
        if (count < left && left - count == 1 && count > 2) --count;
        const bool lonely = count == 1 && left > 1 && !canvas.at_top();
        if (count == 0 && canvas.at_top()) count = 1;
        if (count == 0 || lonely) {
            canvas.next_page();
            continue;
        }
        canvas.lines(layout, x, canvas.y, at, at + count);
        canvas.y += layout.height_of(at, at + count);
        at += count;
        if (at < layout.lines()) canvas.next_page();
    }
}

void place_signature(Canvas& canvas, const SignatureBox& box, double x, double width, double height) {
    constexpr double margin = 9;
    constexpr double text_size = 8.5;
    canvas.frame(x, canvas.y, width, height, 0.5, colours::line);
    const double inside = width - 2 * margin;
    canvas.text(canvas.layout(bold(box.role), {.size = 9, .width = inside}), x + margin, canvas.y + 7);
    const double line_y = canvas.y + height - 36;
    const Layout label = canvas.layout(quiet(box.line_label), {.size = text_size});
    const double label_width = box.line_label.empty() ? 0 : label.ink_width() + 4;
    canvas.text(label, x + margin, line_y - label.height() + 1);
    canvas.rule(x + margin + label_width, line_y, x + width - margin, line_y, 0.6, colours::grey);
    if (!box.picture.empty())
        canvas.picture(box.picture, x + margin + label_width, line_y - 40, inside - label_width, 39);
    if (!box.stamp.empty()) canvas.picture(box.stamp, x + width - margin - 74, canvas.y + 4, 74, 74);
    const double half = inside / 2;
    canvas.text(canvas.layout(box.name, {.size = text_size, .width = half}), x + margin, line_y + 9);
    const Layout date =
        canvas.layout(quiet(box.date_label) + (box.date.empty() ? quiet("＿＿＿＿＿＿") : Text(box.date)),
                      {.size = text_size, .width = half, .align = Align::right});
    canvas.text(date, x + margin + half, line_y + 9);
}

void place_picture(Canvas& canvas, const Picture& picture, double x, double width, double height) {
    canvas.fill(x, canvas.y, width, height, colours::label_fill);
    canvas.picture(picture.bytes, x + 2, canvas.y + 2, width - 4, height - 4);
    canvas.frame(x, canvas.y, width, height, 0.5, colours::line);
}

}  // namespace

void place(Canvas& canvas, const HeadingBlock& block) {
    const Layout text = canvas.layout(
        block.text, {.size = 11, .width = Canvas::width - 9, .bold = true, .colour = canvas.colour()});
    // A heading takes some of what follows with it.
    canvas.need(text.height() + 60);
    if (!canvas.at_top()) canvas.y += 5;
    canvas.fill(Canvas::left, canvas.y + 3, 3, text.height() - 6, canvas.colour());
    canvas.text(text, Canvas::left + 9, canvas.y);
    canvas.y += text.height() + 4;
}

void place(Canvas& canvas, const ParagraphBlock& block) {
    const ParagraphStyle& style = block.style;
    place_lines(canvas,
                canvas.layout(block.text, {.size = style.size,
                                           .width = Canvas::width,
                                           .align = style.align,
                                           .first_indent = style.indent_first ? 2 * style.size : 0,
                                           .line_spacing = 1.08}),
                Canvas::left);
    canvas.y += style.space_after;
}

void place(Canvas& canvas, const ClauseBlock& block) {
    const bool article = block.level <= 0;
    constexpr double size = 9.2;
    const double indent = article ? 0 : 10 + 14.0 * (block.level - 1);
    const LayoutStyle label_style{.size = size, .bold = article};
    const Layout label = canvas.layout(block.label, label_style);
    const double hang = std::max(article ? 0 : 24.0, label.ink_width() + 7);
    const Layout text = canvas.layout(
        block.text,
        {.size = size, .width = Canvas::width - indent - hang, .line_spacing = article ? 0 : 1.04});
    // An article's name takes the first clause below it along.
    canvas.need(article ? 46 : text.height_of(0, std::min(2, text.lines())));
    if (article && !canvas.at_top()) canvas.y += 3;
    canvas.text(label, Canvas::left + indent, canvas.y);
    place_lines(canvas, text, Canvas::left + indent + hang);
    canvas.y += 3.2;
}

void place(Canvas& canvas, const CalloutBlock& block) {
    constexpr double padding = 7;
    const double inside = Canvas::width - 2 * padding - 6;
    const bool two = !block.right.empty();
    const Layout right =
        canvas.layout(block.right, {.size = 12, .width = two ? inside * 0.4 : 1, .align = Align::right});
    const Layout left = canvas.layout(block.left, {.size = 9.5, .width = two ? inside * 0.6 : inside});
    const double height = std::max(left.height(), two ? right.height() : 0) + 2 * padding;
    canvas.need(height);
    canvas.fill(Canvas::left, canvas.y, Canvas::width, height, colours::head_fill);
    canvas.fill(Canvas::left, canvas.y, 3, height, canvas.colour());
    canvas.text(left, Canvas::left + padding + 6, canvas.y + (height - left.height()) / 2);
    if (two)
        canvas.text(right, Canvas::left + padding + 6 + inside * 0.6,
                    canvas.y + (height - right.height()) / 2);
    canvas.y += height + 8;
}

void place(Canvas& canvas, const PicturesBlock& block) {
    const auto columns = static_cast<std::size_t>(std::clamp(block.columns, 1, 6));
    constexpr double gap = 8;
    const double width =
        (Canvas::width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double height = std::min(width * 0.75, 380.0);
    for (std::size_t first = 0; first < block.pictures.size(); first += columns) {
        const std::size_t last = std::min(first + columns, block.pictures.size());
        std::vector<Layout> captions;
        double caption_height = 0;
        for (std::size_t i = first; i < last; ++i) {
            captions.push_back(canvas.layout(
                block.pictures[i].caption,
                {.size = 7.5, .width = width, .align = Align::centre, .colour = colours::grey}));
            caption_height = std::max(caption_height, captions.back().height());
        }
        canvas.need(height + caption_height + 4);
        for (std::size_t i = first; i < last; ++i) {
            const double x = Canvas::left + static_cast<double>(i - first) * (width + gap);
            place_picture(canvas, block.pictures[i], x, width, height);
            canvas.text(captions[i - first], x, canvas.y + height + 2);
        }
        canvas.y += height + caption_height + 8;
    }
}

void place(Canvas& canvas, const SignaturesBlock& block) {
    if (block.boxes.empty()) return;
    constexpr double gap = 10;
    constexpr double height = 104;
    constexpr std::size_t most_in_a_row = 3;
    const std::size_t columns = std::min(block.boxes.size(), most_in_a_row);
    const double width =
        (Canvas::width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    canvas.y += 4;
    for (std::size_t first = 0; first < block.boxes.size(); first += columns) {
        canvas.need(height);
        for (std::size_t i = first; i < std::min(first + columns, block.boxes.size()); ++i)
            place_signature(canvas, block.boxes[i],
                            Canvas::left + static_cast<double>(i - first) * (width + gap), width, height);
        canvas.y += height + gap;
    }
}

void place(Canvas& canvas, const NoteBlock& block) {
    place_lines(canvas,
                canvas.layout(block.text, {.size = 7.5, .width = Canvas::width, .colour = colours::grey}),
                Canvas::left);
    canvas.y += 4;
}

void place(Canvas& canvas, const SpaceBlock& block) {
    canvas.y = std::min(canvas.y + block.points, Canvas::bottom);
}

void place(Canvas& canvas, const PageBreakBlock&) {
    if (!canvas.at_top()) canvas.next_page();
}

}  // namespace forecourt::documents
