#include <cairo-pdf.h>
#include <documents/blocks.h>
#include <documents/pdf.h>

#include <stdexcept>

namespace forecourt::documents {
namespace {

int place_all(const DocumentFacts& facts, const std::vector<Block>& blocks, cairo_surface_t* surface,
              int pages) {
    Canvas canvas(facts, surface, pages);
    for (const Block& block : blocks) std::visit([&](const auto& b) { place(canvas, b); }, block);
    return canvas.finish();
}

int count_pages(const DocumentFacts& facts, const std::vector<Block>& blocks) {
    const CairoSurface measure(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
    return place_all(facts, blocks, measure.get(), 0);
}

cairo_status_t append_bytes(void* target, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const DocumentFacts& facts) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface, what, value.c_str());
    };
    std::string created = to_text(facts.created);
    created.replace(created.size() - 5, 5, "Z");  // without milliseconds
    set(CAIRO_PDF_METADATA_TITLE, facts.title + (facts.number.empty() ? "" : " " + facts.number));
    set(CAIRO_PDF_METADATA_AUTHOR, facts.letterhead.store_name);
    set(CAIRO_PDF_METADATA_SUBJECT, facts.number);
    set(CAIRO_PDF_METADATA_CREATOR, "Forecourt");
    set(CAIRO_PDF_METADATA_CREATE_DATE, created);
}

}  // namespace

struct Document::State {
    DocumentFacts facts;
    std::vector<Block> blocks;
};

bool Text::empty() const {
    for (const Run& run : runs)
        if (!run.text.empty()) return false;
    return true;
}

Text bold(std::string text) { return {Run{std::move(text), true, false}}; }

Text quiet(std::string text) { return {Run{std::move(text), false, true}}; }

Text operator+(Text a, const Text& b) {
    a.runs.insert(a.runs.end(), b.runs.begin(), b.runs.end());
    return a;
}

Document::Document(DocumentFacts facts) : state_(std::make_unique<State>()) {
    state_->facts = std::move(facts);
}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Document& Document::heading(std::string text) {
    state_->blocks.emplace_back(HeadingBlock{std::move(text)});
    return *this;
}

Document& Document::paragraph(Text text, const ParagraphStyle& style) {
    state_->blocks.emplace_back(ParagraphBlock{std::move(text), style});
    return *this;
}

Document& Document::clause(std::string label, Text text, int level) {
    state_->blocks.emplace_back(ClauseBlock{std::move(label), std::move(text), level});
    return *this;
}

Document& Document::facts(std::vector<Fact> facts, int columns) {
    state_->blocks.emplace_back(FactsBlock{std::move(facts), columns});
    return *this;
}

Document& Document::table(Table table) {
    state_->blocks.emplace_back(std::move(table));
    return *this;
}

Document& Document::callout(Text left, Text right) {
    state_->blocks.emplace_back(CalloutBlock{std::move(left), std::move(right)});
    return *this;
}

Document& Document::pictures(std::vector<Picture> pictures, int columns) {
    state_->blocks.emplace_back(PicturesBlock{std::move(pictures), columns});
    return *this;
}

Document& Document::signatures(std::vector<SignatureBox> boxes) {
    state_->blocks.emplace_back(SignaturesBlock{std::move(boxes)});
    return *this;
}

Document& Document::note(Text text) {
    state_->blocks.emplace_back(NoteBlock{std::move(text)});
    return *this;
}

Document& Document::space(double points) {
    state_->blocks.emplace_back(SpaceBlock{points});
    return *this;
}

Document& Document::page_break() {
    state_->blocks.emplace_back(PageBreakBlock{});
    return *this;
}

int Document::pages() const { return count_pages(state_->facts, state_->blocks); }

std::string Document::pdf() const {
    // Twice: the first pass only counts the pages, because each page names their number.
    const int pages = count_pages(state_->facts, state_->blocks);
    std::string bytes;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(append_bytes, &bytes, Canvas::page_width, Canvas::page_height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    describe(surface.get(), state_->facts);
    place_all(state_->facts, state_->blocks, surface.get(), pages);
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("a document could not be drawn: ") +
                                 cairo_status_to_string(cairo_surface_status(surface.get())));
    return bytes;
}

std::string tick(bool chosen, std::string_view text) { return (chosen ? "■ " : "□ ") + std::string(text); }

}  // namespace forecourt::documents
