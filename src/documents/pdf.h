#pragma once
#include <core/time.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace forecourt::documents {

/// A piece of text in one style.
struct Run {
    std::string text;
    bool bold = false;
    bool quiet = false;  // grey: labels, remarks
};

/// Text with bold and quiet pieces. A line end in it starts a new line.
struct Text {
    std::vector<Run> runs;
    Text() = default;
    Text(const char* plain) : runs{{plain}} {}                   // NOLINT
    Text(std::string plain) : runs{{std::move(plain)}} {}        // NOLINT
    Text(std::initializer_list<Run> several) : runs(several) {}  // NOLINT
    bool empty() const;
};
Text bold(std::string text);
Text quiet(std::string text);
Text operator+(Text a, const Text& b);

enum class Align { left, centre, right };

/// The store at the top of the first page.
struct Letterhead {
    std::string store_name;
    std::vector<std::string> lines;  // address, telephone, credit code: small
    std::string mark;                // one or two characters in the coloured square when there is no logo
    std::string logo_png;
    std::uint32_t colour = 0x17406d;  // of the mark, the rules and the headings
};

/// What a whole document says about itself.
struct DocumentFacts {
    Letterhead letterhead;
    std::string title;
    std::string subtitle;
    std::string number;  // beside the QR code and at the head of every later page
    std::vector<std::pair<std::string, std::string>> head_facts;  // 合同编号 / 签订日期 ..., at most four
    std::string qr_text;                                          // empty: no QR code
    std::string footer;                                           // small, left of the page number
    std::string page_label = "第 {page} 页 / 共 {pages} 页";
    std::string watermark;  // 样本, 作废 ...: large and pale across each page
    std::string language = "zh-CN";
    /// Written into the file as its date. Nothing else of the outside gets in, so the same input gives the
    /// same bytes: their hash is archived.
    Instant created;
};

struct ParagraphStyle {
    double size = 9.5;          // points
    bool indent_first = false;  // two characters, as Chinese contracts have it
    Align align = Align::left;
    double space_after = 5;
};

/// A label with its value in a grid.
struct Fact {
    std::string label;
    Text value;
    bool wide = false;  // takes a whole line
};

enum class RowKind {
    normal,
    group,     // its first cell spans the table: a heading among the rows
    subtotal,  // a cell spans the empty ones after it; bold
    total,     // as subtotal, stronger
};

struct TableColumn {
    std::string title;
    double width = 1;  // relative to the others
    Align align = Align::left;
};
struct TableRow {
    std::vector<Text> cells;
    RowKind kind = RowKind::normal;
};
struct Table {
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    double size = 8.5;  // points
};

/// A photo or drawing; PNG or JPEG as uploaded.
struct Picture {
    std::string bytes;
    std::string caption;
};

struct SignatureBox {
    std::string role;        // 甲方（出卖人）
    std::string name;        // printed below
    std::string picture;     // PNG of the pad; empty: room for a pen
    std::string stamp;       // PNG of the store's seal; empty: none
    std::string line_label;  // 签字：
    std::string date;        // 2026-11-22, or empty for a line to fill in
    std::string date_label;  // 日期：
};

/// A document of A4 pages, put together from the top down. Blocks never overlap the foot; headings stay with
/// what follows, heads of tables are repeated, signatures are never parted. Text may hold anything: what is
/// not UTF-8 is shown as U+FFFD.
class Document {
  public:
    explicit Document(DocumentFacts facts);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    Document& heading(std::string text);
    Document& paragraph(Text text, const ParagraphStyle& style = {});
    /// A numbered clause: the label hangs, the text is indented. Level 0 is "第一条", 1 is "1.1" ...
    Document& clause(std::string label, Text text, int level = 0);
    /// Labels and values in a grid of 1 to 4 columns.
    Document& facts(std::vector<Fact> facts, int columns = 2);
    Document& table(Table table);
    /// A tinted band for what must not be overlooked: the total, a warning.
    Document& callout(Text left, Text right = {});
    /// Photos side by side, each with its caption. Those that cannot be read appear as an empty frame.
    Document& pictures(std::vector<Picture> pictures, int columns = 3);
    Document& signatures(std::vector<SignatureBox> boxes);
    /// Small print.
    Document& note(Text text);
    Document& space(double points);
    Document& page_break();

    /// The bytes of the PDF. Throws std::runtime_error when the fonts are missing.
    std::string pdf() const;
    /// How many pages it has.
    int pages() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A box to tick on paper: "■" or "□" before the text.
std::string tick(bool chosen, std::string_view text);

}  // namespace forecourt::documents
