#include <tables/encoding.h>
#include <tables/row_feed.h>
#include <tables/xlsx_writer.h>

#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace forecourt::tables {
namespace {

constexpr std::size_t longest_cell = 32'767;
constexpr double excel_day_of_1970 = 25'569;
constexpr std::int64_t china_offset_ms = 8 * 3'600'000;
constexpr double day_ms = 86'400'000;

double width_of(const Column& column) {
    if (column.width > 0) return column.width;
    switch (column.kind) {
        case ColumnKind::text:
            return 20;
        case ColumnKind::whole_number:
            return 10;
        case ColumnKind::money:
            return 14;
        case ColumnKind::quantity:
            return 10;
        case ColumnKind::date:
            return 12;
        case ColumnKind::instant:
            return 18;
    }
    return 12;
}

/// What XML and Excel can hold: no control characters, no broken UTF-8, no more than Excel's length.
std::string clean(std::string_view text) {
    std::string cleaned = is_utf8(text) ? std::string(text) : decode_text_as(text, "UTF-8").text;
    for (char& c : cleaned)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') c = ' ';
    std::size_t characters = 0;
    for (std::size_t i = 0; i < cleaned.size(); ++i) {
        if ((cleaned[i] & 0xc0) == 0x80) continue;
        characters += static_cast<unsigned char>(cleaned[i]) >= 0xf0 ? 2 : 1;  // Excel counts UTF-16 units
        if (characters > longest_cell) {
            cleaned.resize(i);
            break;
        }
    }
    return cleaned;
}

/// Excel allows 31 characters and not these signs.
std::string clean_sheet_name(const std::string& name) {
    std::string cleaned;
    std::size_t characters = 0;
    for (const char c : clean(name)) {
        if ((c & 0xc0) != 0x80 && ++characters > 31) break;
        cleaned += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    }
    trim(cleaned);
    return cleaned.empty() ? "Sheet1" : cleaned;
}

std::string new_temporary_file() {
    const char* folder = std::getenv("TMPDIR");
    std::string pattern =
        std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/forecourt-XXXXXX";
    const int descriptor = ::mkstemp(pattern.data());
    if (descriptor < 0) throw std::runtime_error("no temporary file for an export");
    ::close(descriptor);
    return pattern;
}

std::string read_and_remove(const std::string& path) {
    std::string bytes;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file != nullptr) {
        std::array<char, 1 << 16> piece;
        for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), file)) > 0;)
            bytes.append(piece.data(), got);
        std::fclose(file);
    }
    ::unlink(path.c_str());
    return bytes;
}

class XlsxWriter : public TableWriter {
  public:
    XlsxWriter(const std::string& sheet_name, const std::vector<Column>& columns)
        : columns_(columns), path_(new_temporary_file()) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(path_.c_str(), &options);
        if (book_ == nullptr) throw std::runtime_error("no memory for an export");
        sheet_ = workbook_add_worksheet(book_, clean_sheet_name(sheet_name).c_str());
        if (sheet_ == nullptr) throw std::runtime_error("no sheet for an export");
        make_formats();
        write_head();
    }

    ~XlsxWriter() override {
        if (book_ != nullptr) {
            workbook_close(book_);
            ::unlink(path_.c_str());
        }
    }

    void row(const std::vector<Value>& values) override {
        if (next_row_ >= LXW_ROW_MAX) throw std::runtime_error("more rows than a sheet of Excel holds");
        for (std::size_t i = 0; i < columns_.size() && i < values.size(); ++i)
            write(static_cast<lxw_col_t>(i), columns_[i].kind, values[i]);
        ++next_row_;
    }

    std::string finish() override {
        if (!columns_.empty())
            worksheet_autofilter(sheet_, 0, 0, next_row_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
        const lxw_error error = workbook_close(book_);
        book_ = nullptr;
        std::string bytes = read_and_remove(path_);
        if (error != LXW_NO_ERROR || bytes.empty())
            throw std::runtime_error(std::string("export failed: ") + lxw_strerror(error));
        return bytes;
    }

  private:
    void make_formats() {
        const auto numbered = [&](const char* format) {
            lxw_format* made = workbook_add_format(book_);
            format_set_num_format(made, format);
            return made;
        };
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bg_color(head_, 0xE8EDF4);
        format_set_bottom(head_, LXW_BORDER_THIN);
        format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
        text_ = numbered("@");  // Excel then leaves digits alone when someone edits the cell
        whole_ = numbered("0");
        money_ = numbered("#,##0.00");
        quantity_ = numbered("#,##0.###");
        date_ = numbered("yyyy-mm-dd");
        instant_ = numbered("yyyy-mm-dd hh:mm");
    }

    void write_head() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, width_of(columns_[i]), nullptr);
        }
        worksheet_set_row(sheet_, 0, 20, nullptr);
        for (std::size_t i = 0; i < columns_.size(); ++i)
            worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), clean(columns_[i].title).c_str(),
                                   head_);
        worksheet_freeze_panes(sheet_, 1, 0);
    }

    void write(lxw_col_t column, ColumnKind kind, const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (text->empty()) return;
            if (kind == ColumnKind::date)
                if (const auto date = parse_date(*text)) return write_number(column, kind, date->days);
            worksheet_write_string(sheet_, next_row_, column, clean(*text).c_str(), text_);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            write_number(column, kind, *number);
        }
    }

    void write_number(lxw_col_t column, ColumnKind kind, std::int64_t number) {
        const auto put = [&](double shown, lxw_format* format) {
            worksheet_write_number(sheet_, next_row_, column, shown, format);
        };
        const auto exact = static_cast<double>(number);
        switch (kind) {
            case ColumnKind::text:
                worksheet_write_string(sheet_, next_row_, column, std::to_string(number).c_str(), text_);
                break;
            case ColumnKind::whole_number:
                put(exact, whole_);
                break;
            case ColumnKind::money:
                put(exact / 100, money_);
                break;
            case ColumnKind::quantity:
                put(exact / 1000, quantity_);
                break;
            case ColumnKind::date:
                put(exact + excel_day_of_1970, date_);
                break;
            case ColumnKind::instant:
                put(static_cast<double>(number + china_offset_ms) / day_ms + excel_day_of_1970, instant_);
                break;
        }
    }

    std::vector<Column> columns_;
    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t next_row_ = 1;
    lxw_format* head_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* whole_ = nullptr;
    lxw_format* money_ = nullptr;
    lxw_format* quantity_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* instant_ = nullptr;
};

}  // namespace

std::unique_ptr<TableWriter> make_xlsx_writer(const std::string& sheet_name,
                                              const std::vector<Column>& columns) {
    return std::make_unique<XlsxWriter>(sheet_name, columns);
}

}  // namespace forecourt::tables
