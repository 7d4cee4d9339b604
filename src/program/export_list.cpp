#include <program/export_list.h>

#include <program/problem.h>
#include <program/words.h>
#include <reflect/json_scan.h>
#include <tables/csv.h>
#include <tables/xlsx_writer.h>

#include <charconv>
#include <set>

namespace forecourt::program {
namespace {

using reflect::Kind;
using reflect::Type;

constexpr Refusal list_cannot_be_exported{"list_cannot_be_exported", RefusalKind::unprocessable};
constexpr std::size_t largest_export = 200'000;

struct ExportColumn {
    std::string name;
    const Type* type;  // without the optional around it
};

const Type& inner(const Type& type) { return type.kind == Kind::optional ? *type.element() : type; }

// Only what fits into a cell: lists and records within a row are left out.
std::vector<ExportColumn> columns_of(const Type& row) {
    std::vector<ExportColumn> columns;
    for (const auto& field : row.fields) {
        const Type& type = inner(*field.type());
        if (type.kind == Kind::list || type.kind == Kind::record || type.kind == Kind::json) continue;
        columns.push_back({.name = std::string(field.name), .type = &type});
    }
    return columns;
}

tables::ColumnKind kind_of(const Type& type) {
    if (type.kind == Kind::integer && type.format == "money") return tables::ColumnKind::money;
    if (type.kind == Kind::integer && type.format == "quantity") return tables::ColumnKind::quantity;
    if (type.kind == Kind::integer && type.format.empty()) return tables::ColumnKind::whole_number;
    if (type.kind == Kind::instant) return tables::ColumnKind::instant;
    if (type.kind == Kind::date) return tables::ColumnKind::date;
    return tables::ColumnKind::text;
}

// One member of a row's JSON as the cell people expect.
tables::Value cell_of(const Type& type, const std::string& json, Language language) {
    if (json.empty() || json == "null") return std::monostate{};
    if (type.kind == Kind::boolean) return word(language, json == "true" ? "ui.yes" : "ui.no");
    if (type.kind == Kind::integer) {
        std::int64_t number = 0;
        std::from_chars(json.data(), json.data() + json.size(), number);
        if (type.format == "id") return std::to_string(number);
        return number;
    }
    std::string text = reflect::JsonScanner(json).string();
    if (type.kind == Kind::enumeration) return word(language, std::string(type.name) + "." + text);
    if (type.kind == Kind::instant) {
        if (const auto at = parse_instant(text)) return at->ms;
    }
    return text;
}

void add_rows(const std::string& rows, const std::vector<ExportColumn>& columns, Language language,
              tables::TableWriter& writer, std::size_t& count) {
    reflect::JsonScanner scan(rows);
    scan.expect('[');
    if (scan.accept(']')) return;
    do {
        std::vector<tables::Value> cells(columns.size());
        scan.expect('{');
        if (!scan.accept('}')) {
            do {
                const std::string member = scan.string();
                scan.expect(':');
                const std::string value(scan.skip_value());
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    if (columns[i].name == member) cells[i] = cell_of(*columns[i].type, value, language);
                }
            } while (scan.accept(','));
            scan.expect('}');
        }
        writer.row(cells);
        ++count;
    } while (scan.accept(','));
}

void set_parameter(std::vector<std::pair<std::string, std::string>>& parameters, const std::string& name,
                   const std::string& value) {
    std::erase_if(parameters, [&](const auto& item) { return item.first == name; });
    parameters.emplace_back(name, value);
}

reflect::FieldErrors repeated(const std::vector<std::pair<std::string, std::string>>& parameters) {
    std::set<std::string_view> names;
    for (const auto& [name, value] : parameters) {
        if (!names.insert(name).second) return {{.path = "/" + name, .code = "repeated_field"}};
    }
    return {};
}

}  // namespace

ListFormat take_format(std::vector<std::pair<std::string, std::string>>& parameters) {
    for (auto at = parameters.begin(); at != parameters.end(); ++at) {
        if (at->first != "format") continue;
        const std::string format = at->second;
        if (format != "json" && format != "csv" && format != "xlsx") return ListFormat::json;
        parameters.erase(at);
        return format == "csv" ? ListFormat::csv : format == "xlsx" ? ListFormat::xlsx : ListFormat::json;
    }
    return ListFormat::json;
}

http::Response export_list(const ViewBase& view, Context& context,
                           std::vector<std::pair<std::string, std::string>> parameters, ListFormat format,
                           ReadingGuard& reading) {
    const Language language = context.actor().language;
    const auto* rows = view.output() ? reflect::find_field(*view.output(), "rows") : nullptr;
    if (rows == nullptr || rows->type()->kind != Kind::list)
        return refusal_response(list_cannot_be_exported, language);
    const auto columns = columns_of(*rows->type()->element());
    std::vector<tables::Column> heads;
    for (const auto& column : columns) {
        heads.push_back({.title = word(language, "field." + column.name), .kind = kind_of(*column.type)});
    }
    const std::string title = word(language, "view." + std::string(view.name));
    auto writer =
        format == ListFormat::xlsx ? tables::make_xlsx_writer(title, heads) : tables::make_csv_writer(heads);
    // Our own limit and place in the list would cover up that one was sent twice.
    if (auto errors = repeated(parameters); !errors.empty()) return malformed_response(errors, language);
    const bool pages = reflect::find_field(view.input(), "after") != nullptr;
    if (pages) set_parameter(parameters, "limit", "1000");
    for (std::size_t count = 0; count < largest_export;) {
        auto done = view.run_query(context, parameters);
        if (!done.errors.empty()) return malformed_response(done.errors, language);
        if (done.refused) return refusal_response(*done.refused, language);
        if (auto refusal = reading.refuse(context, done.customers)) return std::move(*refusal);
        add_rows(reflect::json_member(done.output, "rows").value_or("[]"), columns, language, *writer, count);
        const auto next = reflect::json_member(done.output, "next");
        if (!pages || !next || *next == "null") break;
        set_parameter(parameters, "after", reflect::JsonScanner(*next).string());
    }
    const bool is_xlsx = format == ListFormat::xlsx;
    return download_response(
        {.content_type = is_xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                 : "text/csv; charset=utf-8",
         .file_name = title + "-" + to_text(local_date(context.now())) + (is_xlsx ? ".xlsx" : ".csv"),
         .body = writer->finish()});
}

http::Response download_response(Download&& download) {
    http::Response response;
    response.content_type = std::move(download.content_type);
    std::string encoded;
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : download.file_name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           c == '-' || c == '.' || c == '_';
        if (plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += hex[byte >> 4];
            encoded += hex[byte & 15];
        }
    }
    const bool shown =
        response.content_type == "application/pdf" || response.content_type.starts_with("image/");
    response.headers.push_back({"Content-Disposition", std::string(shown ? "inline" : "attachment") +
                                                           "; filename*=UTF-8''" + encoded});
    response.body = std::move(download.body);
    return response;
}

std::string sniffed_content_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    return "application/octet-stream";
}

}  // namespace forecourt::program
