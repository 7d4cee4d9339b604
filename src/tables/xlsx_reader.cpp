#include <tables/row_feed.h>
#include <tables/xlsx_archive.h>
#include <tables/xlsx_format.h>
#include <tables/xlsx_reader.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <map>

namespace forecourt::tables {
namespace {

constexpr std::size_t last_row_of_excel = 1'048'576;

int to_int(const char* text, int otherwise) {
    if (text == nullptr) return otherwise;
    int number = otherwise;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

struct Relations : XmlListener {
    std::map<std::string, std::string> target_of_id;
    std::map<std::string, std::string> target_of_type;  // by the last word of the type

    void start(std::string_view name, const char** attributes) override {
        const char* id = attribute(attributes, "Id");
        const char* type = attribute(attributes, "Type");
        const char* target = attribute(attributes, "Target");
        if (name != "Relationship" || id == nullptr || type == nullptr || target == nullptr) return;
        target_of_id[id] = target;
        const char* word = std::strrchr(type, '/');
        target_of_type.emplace(word != nullptr ? word + 1 : type, target);
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

struct Workbook : XmlListener {
    struct Sheet {
        std::string name;
        std::string relation;
        bool visible = true;
    };
    std::vector<Sheet> sheets;
    bool since_1904 = false;

    void start(std::string_view name, const char** attributes) override {
        if (name == "workbookPr") {
            const char* value = attribute(attributes, "date1904");
            since_1904 =
                value != nullptr && (std::strcmp(value, "1") == 0 || std::strcmp(value, "true") == 0);
        }
        if (name != "sheet") return;
        const char* title = attribute(attributes, "name");
        const char* state = attribute(attributes, "state");
        // `id` stands with a prefix, `sheetId` without: only the relation ends in plain "id".
        const char* relation = attribute(attributes, "id");
        if (title != nullptr && relation != nullptr)
            sheets.push_back({title, relation, state == nullptr || std::strcmp(state, "visible") == 0});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

/// Which cell styles show a date.
struct Styles : XmlListener {
    std::vector<bool> is_date;
    std::map<int, bool> own_formats;
    bool in_cell_formats = false;

    void start(std::string_view name, const char** attributes) override {
        if (name == "numFmt") {
            const char* code = attribute(attributes, "formatCode");
            if (code != nullptr)
                own_formats[to_int(attribute(attributes, "numFmtId"), 0)] = is_date_format(code);
        }
        if (name == "cellXfs") in_cell_formats = true;
        if (name != "xf" || !in_cell_formats || is_date.size() > 100'000) return;
        const int number = to_int(attribute(attributes, "numFmtId"), 0);
        const auto own = own_formats.find(number);
        is_date.push_back(own != own_formats.end() ? own->second : is_date_format(number));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats = false;
    }
    void text(std::string_view) override {}
};

/// All shared strings in one piece of memory.
struct SharedStrings : XmlListener {
    std::string all;
    std::vector<std::size_t> ends;
    bool in_text = false;
    int phonetic = 0;

    std::string_view at(std::size_t index) const {
        if (index >= ends.size()) return {};
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view(all).substr(begin, ends[index] - begin);
    }
    void start(std::string_view name, const char**) override {
        if (name == "t") in_text = true;
        if (name == "rPh") ++phonetic;
    }
    void end(std::string_view name) override {
        if (name == "t") in_text = false;
        if (name == "rPh") --phonetic;
        if (name == "si") ends.push_back(all.size());
    }
    void text(std::string_view piece) override {
        if (in_text && phonetic == 0) all += piece;
    }
};

class SheetReader : public XmlListener {
  public:
    SheetReader(const SharedStrings& strings, const Styles& styles, bool since_1904,
                const TableOptions& options, RowFeed& feed)
        : strings_(strings), styles_(styles), since_1904_(since_1904), options_(options), feed_(feed) {}

    void start(std::string_view name, const char** attributes) override {
        if (done_) return;
        if (name == "row") {
            start_row(attribute(attributes, "r"));
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "v" || name == "t") {
            in_value_ = true;
        } else if (name == "rPh") {
            ++phonetic_;
        }
    }

    void end(std::string_view name) override {
        if (done_) return;
        if (name == "v" || name == "t") {
            in_value_ = false;
        } else if (name == "rPh") {
            --phonetic_;
        } else if (name == "c") {
            finish_cell();
        } else if (name == "row") {
            done_ = !feed_.take(row_);
        }
    }

    void text(std::string_view piece) override {
        if (!in_value_ || phonetic_ > 0 || done_) return;
        if (value_.size() + piece.size() > options_.max_cell_bytes)
            throw WorkbookTooLarge("a cell is too long");
        value_ += piece;
    }

    bool wants_more() const override { return !done_; }
    std::size_t row_number() const { return row_.number; }

  private:
    void start_row(const char* number) {
        std::size_t n = row_.number + 1;
        if (number != nullptr) std::from_chars(number, number + std::strlen(number), n);
        if (n <= row_.number || n > last_row_of_excel) throw DamagedWorkbook("rows are out of order");
        row_ = Row{};
        row_.number = n;
        next_column_ = 0;
    }

    void start_cell(const char** attributes) {
        const char* reference = attribute(attributes, "r");
        const int column = reference != nullptr ? column_of(reference) : next_column_;
        if (column < 0) throw DamagedWorkbook("a cell without a place");
        // Far cells are mostly formatting without content; a value there is refused when it comes.
        column_ = column;
        next_column_ = column + 1;
        const char* type = attribute(attributes, "t");
        type_ = type != nullptr ? type : "n";
        style_ = to_int(attribute(attributes, "s"), 0);
        value_.clear();
    }

    void finish_cell() {
        if (value_.empty() && type_ != "s") return;
        Cell cell = typed_cell();
        trim(cell.text);
        if (cell.text.empty()) return;
        if (static_cast<std::size_t>(column_) >= options_.max_columns)
            throw WorkbookTooLarge("too many columns");
        if (row_.cells.size() <= static_cast<std::size_t>(column_))
            row_.cells.resize(static_cast<std::size_t>(column_) + 1);
        row_.cells[static_cast<std::size_t>(column_)] = std::move(cell);
    }

    Cell typed_cell() const {
        if (type_ == "s") {
            std::size_t index = strings_.ends.size();
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            return text_cell(strings_.at(index));
        }
        if (type_ == "inlineStr" || type_ == "str") return text_cell(value_);
        if (type_ == "b") return {CellKind::boolean, value_ == "1" || value_ == "true" ? "1" : "0", 0, false};
        if (type_ == "e") return {CellKind::error, value_, 0, false};
        if (type_ == "d") return {CellKind::date, iso_date(value_), 0, false};
        return number_cell();
    }

    static Cell text_cell(std::string_view text) {
        return {CellKind::text, std::string(text), 0, looks_scientific(text)};
    }

    static std::string iso_date(std::string text) {
        if (text.size() > 10 && text[10] == 'T') text[10] = ' ';
        if (text.ends_with(" 00:00:00")) text.resize(10);
        return text;
    }

    Cell number_cell() const {
        double number = 0;
        const auto [end, problem] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
        if (problem != std::errc{} || end != value_.data() + value_.size() || !std::isfinite(number))
            return text_cell(value_);
        const bool dated = static_cast<std::size_t>(style_) < styles_.is_date.size() &&
                           styles_.is_date[static_cast<std::size_t>(style_)];
        if (dated)
            if (std::string date = date_text(number, since_1904_); !date.empty())
                return {CellKind::date, std::move(date), number, false};
        return {CellKind::number, number_text(number), number, std::fabs(number) >= 1e15};
    }

    const SharedStrings& strings_;
    const Styles& styles_;
    bool since_1904_;
    const TableOptions& options_;
    RowFeed& feed_;
    Row row_;
    int column_ = 0;
    int next_column_ = 0;
    int style_ = 0;
    int phonetic_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
    bool done_ = false;
};

/// "worksheets/sheet1.xml" beside "xl/workbook.xml", or "/xl/worksheets/sheet1.xml" from the top.
std::string resolve(const std::string& base, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    std::string folder = base.substr(0, base.find_last_of('/') + 1);
    while (target.starts_with("../") && !folder.empty()) {
        target.erase(0, 3);
        folder.pop_back();
        folder.resize(folder.find_last_of('/') + 1);
    }
    return folder + target;
}

std::string relations_part(const std::string& part) {
    const std::size_t slash = part.find_last_of('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

const Workbook::Sheet& choose_sheet(const Workbook& workbook, const std::string& wanted) {
    for (const auto& sheet : workbook.sheets)
        if (wanted.empty() ? sheet.visible : sheet.name == wanted) return sheet;
    throw DamagedWorkbook("no such sheet");
}

void read_workbook(XlsxArchive& archive, const TableOptions& options, const TableSink& sink,
                   TableRead& read) {
    std::string book_part = "xl/workbook.xml";
    if (archive.has("_rels/.rels")) {
        Relations top;
        archive.parse("_rels/.rels", top);
        const auto found = top.target_of_type.find("officeDocument");
        if (found != top.target_of_type.end()) book_part = resolve("", found->second);
    }
    Workbook workbook;
    archive.parse(book_part, workbook);
    Relations relations;
    archive.parse(relations_part(book_part), relations);
    for (const auto& sheet : workbook.sheets)
        if (sheet.visible) read.info.sheets.push_back(sheet.name);
    const Workbook::Sheet& sheet = choose_sheet(workbook, options.sheet);
    read.info.sheet = sheet.name;
    const auto sheet_target = relations.target_of_id.find(sheet.relation);
    if (sheet_target == relations.target_of_id.end()) throw DamagedWorkbook("a sheet without a part");

    SharedStrings strings;
    Styles styles;
    if (const auto found = relations.target_of_type.find("sharedStrings");
        found != relations.target_of_type.end())
        archive.parse(resolve(book_part, found->second), strings);
    if (const auto found = relations.target_of_type.find("styles"); found != relations.target_of_type.end())
        archive.parse(resolve(book_part, found->second), styles);
    RowFeed feed(options, sink, read);
    SheetReader reader(strings, styles, workbook.since_1904, options, feed);
    try {
        archive.parse(resolve(book_part, sheet_target->second), reader);
    } catch (const DamagedWorkbook&) {
        read.problem_row = reader.row_number();
        throw;
    } catch (const WorkbookTooLarge&) {
        read.problem_row = reader.row_number();
        throw;
    }
}

}  // namespace

TableRead read_xlsx(std::string_view bytes, const TableOptions& options, const TableSink& sink) {
    TableRead read;
    read.info.format = "xlsx";
    read.info.encoding = "UTF-8";
    try {
        XlsxArchive archive(bytes, options.max_unpacked_bytes);
        read_workbook(archive, options, sink, read);
        if (!read.problem && read.info.header.empty()) read.problem = TableProblem::empty;
    } catch (const DamagedWorkbook&) {
        read.problem = TableProblem::damaged_workbook;
    } catch (const WorkbookTooLarge&) {
        read.problem = TableProblem::too_large;
    }
    return read;
}

}  // namespace forecourt::tables
