#include <tables/csv.h>
#include <tables/encoding.h>
#include <tables/row_feed.h>

#include <algorithm>

namespace forecourt::tables {
namespace {

char find_separator(std::string_view text) {
    // Counted in the first record only, outside quotes.
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : text.substr(0, 100'000)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' && commas + semicolons + tabs > 0) break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (tabs > commas && tabs >= semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

/// Excel and older programs force a text by ="001" or by a leading apostrophe, as our own writer does.
void unwrap_forced_text(std::string& text) {
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"')) {
        text = text.substr(2, text.size() - 3);
    } else if (text.size() >= 2 && text[0] == '\'') {
        text.erase(0, 1);
    }
}

class CsvReader {
  public:
    CsvReader(std::string_view text, const TableOptions& options, RowFeed& feed)
        : text_(text), options_(options), feed_(feed) {
        if (text_.starts_with("sep=") && text_.size() > 5 && (text_[5] == '\r' || text_[5] == '\n')) {
            separator_ = text_[4];
            at_ = text_.find('\n') == std::string_view::npos ? text_.size() : text_.find('\n') + 1;
            ++record_;
        } else {
            separator_ = find_separator(text_);
        }
    }

    void read() {
        while (at_ < text_.size()) {
            Row row;
            row.number = ++record_;
            if (!read_record(row) || !feed_.take(row)) return;
        }
    }

  private:
    bool read_record(Row& row) {
        for (;;) {
            std::string field;
            if (!read_field(field)) return feed_.stop_with(TableProblem::unclosed_quote, row.number);
            if (field.size() > options_.max_cell_bytes || row.cells.size() > options_.max_columns + 100)
                return feed_.stop_with(TableProblem::too_large, row.number);
            add_cell(row, std::move(field));
            if (at_ >= text_.size()) return true;
            const char end = text_[at_++];
            if (end == separator_) continue;
            if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            return true;
        }
    }

    /// False when a quote is never closed.
    bool read_field(std::string& field) {
        if (at_ < text_.size() && text_[at_] == '"') {
            ++at_;
            for (;;) {
                const std::size_t quote = text_.find('"', at_);
                if (quote == std::string_view::npos) return false;
                field += text_.substr(at_, quote - at_);
                at_ = quote + 1;
                if (at_ >= text_.size() || text_[at_] != '"') break;
                field += '"';
                ++at_;
            }
        }
        // Whatever stands between a closing quote and the separator belongs to the field as it is.
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        field += text_.substr(begin, at_ - begin);
        return true;
    }

    static void add_cell(Row& row, std::string field) {
        Cell cell;
        cell.text = std::move(field);
        row.damaged |= cell.text.find("\xef\xbf\xbd") != std::string::npos;
        trim(cell.text);
        unwrap_forced_text(cell.text);
        cell.kind = cell.text.empty() ? CellKind::empty : CellKind::text;
        cell.digits_lost = looks_scientific(cell.text);
        row.cells.push_back(std::move(cell));
    }

    std::string_view text_;
    const TableOptions& options_;
    RowFeed& feed_;
    char separator_ = ',';
    std::size_t at_ = 0;
    std::size_t record_ = 0;
};

std::string decimal(std::int64_t number, std::int64_t unit, int digits) {
    const std::uint64_t size =
        number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    std::string fraction = std::to_string(size % static_cast<std::uint64_t>(unit));
    fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
    return (number < 0 ? "-" : "") + std::to_string(size / static_cast<std::uint64_t>(unit)) + "." + fraction;
}

std::string number_text(ColumnKind kind, std::int64_t number) {
    switch (kind) {
        case ColumnKind::text:
        case ColumnKind::whole_number:
            return std::to_string(number);
        case ColumnKind::money:
            return decimal(number, 100, 2);
        case ColumnKind::quantity:
            return to_text(Quantity{number});
        case ColumnKind::date:
            return to_text(Date{static_cast<std::int32_t>(number)});
        case ColumnKind::instant:
            return local_text(Instant{number});
    }
    return {};
}

class CsvWriter : public TableWriter {
  public:
    explicit CsvWriter(const std::vector<Column>& columns) : columns_(columns), text_("\xef\xbb\xbf") {
        for (std::size_t i = 0; i < columns.size(); ++i)
            text_ += (i ? "," : "") + csv_field(columns[i].title);
        text_ += "\r\n";
    }

    void row(const std::vector<Value>& values) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) text_ += ',';
            if (i >= values.size()) continue;
            if (const auto* text = std::get_if<std::string>(&values[i])) text_ += csv_field(*text);
            if (const auto* number = std::get_if<std::int64_t>(&values[i]))
                text_ += number_text(columns_[i].kind, *number);
        }
        text_ += "\r\n";
    }

    std::string finish() override { return std::move(text_); }

  private:
    std::vector<Column> columns_;
    std::string text_;
};

}  // namespace

TableRead read_csv(std::string_view bytes, const TableOptions& options, const TableSink& sink) {
    TableRead read;
    const Decoded decoded =
        options.encoding.empty() ? decode_text(bytes) : decode_text_as(bytes, options.encoding);
    read.info.format = "csv";
    read.info.encoding = decoded.encoding;
    read.info.sure = decoded.sure;
    if (decoded.text.find('\0') != std::string::npos) {
        read.problem = TableProblem::not_a_table;
        return read;
    }
    RowFeed feed(options, sink, read);
    CsvReader(decoded.text, options, feed).read();
    if (!read.problem && read.info.header.empty()) read.problem = TableProblem::empty;
    return read;
}

std::string csv_field(std::string_view text) {
    const bool guarded =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    std::string field;
    if (quoted) field += '"';
    if (guarded) field += '\'';
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    if (quoted) field += '"';
    return field;
}

std::unique_ptr<TableWriter> make_csv_writer(const std::vector<Column>& columns) {
    return std::make_unique<CsvWriter>(columns);
}

}  // namespace forecourt::tables
