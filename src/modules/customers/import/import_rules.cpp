#include <modules/customers/import/import_rules.h>

#include <text/characters.h>

#include <charconv>

namespace forecourt::customers {
namespace {

struct Heading {
    std::string_view text;
    ImportField field;
};

// As they stand in the lists dealerships really send; folded, without blanks, stars and brackets.
constexpr Heading known_headings[] = {
    {"姓名", ImportField::name},
    {"客户姓名", ImportField::name},
    {"客户名称", ImportField::name},
    {"客户", ImportField::name},
    {"车主", ImportField::name},
    {"车主姓名", ImportField::name},
    {"name", ImportField::name},
    {"customer", ImportField::name},
    {"customername", ImportField::name},
    {"手机", ImportField::phone},
    {"手机号", ImportField::phone},
    {"手机号码", ImportField::phone},
    {"电话", ImportField::phone},
    {"电话号码", ImportField::phone},
    {"联系电话", ImportField::phone},
    {"联系方式", ImportField::phone},
    {"phone", ImportField::phone},
    {"phonenumber", ImportField::phone},
    {"mobile", ImportField::phone},
    {"telephone", ImportField::phone},
    {"性别", ImportField::gender},
    {"gender", ImportField::gender},
    {"sex", ImportField::gender},
    {"客户类型", ImportField::company},
    {"客户性质", ImportField::company},
    {"customertype", ImportField::company},
    {"身份证", ImportField::identity_number},
    {"身份证号", ImportField::identity_number},
    {"身份证号码", ImportField::identity_number},
    {"证件号", ImportField::identity_number},
    {"证件号码", ImportField::identity_number},
    {"identitynumber", ImportField::identity_number},
    {"idnumber", ImportField::identity_number},
    {"邮箱", ImportField::email},
    {"电子邮箱", ImportField::email},
    {"电子邮件", ImportField::email},
    {"email", ImportField::email},
    {"地址", ImportField::address},
    {"联系地址", ImportField::address},
    {"住址", ImportField::address},
    {"address", ImportField::address},
    {"备注", ImportField::note},
    {"说明", ImportField::note},
    {"note", ImportField::note},
    {"remark", ImportField::note},
    {"vin", ImportField::vin},
    {"vin码", ImportField::vin},
    {"车架号", ImportField::vin},
    {"车架号码", ImportField::vin},
    {"车辆识别代号", ImportField::vin},
    {"车辆识别码", ImportField::vin},
    {"底盘号", ImportField::vin},
    {"车牌", ImportField::plate},
    {"车牌号", ImportField::plate},
    {"车牌号码", ImportField::plate},
    {"plate", ImportField::plate},
    {"platenumber", ImportField::plate},
    {"licenseplate", ImportField::plate},
    {"车型", ImportField::model},
    {"车款", ImportField::model},
    {"车辆型号", ImportField::model},
    {"model", ImportField::model},
    {"颜色", ImportField::colour},
    {"车身颜色", ImportField::colour},
    {"外观颜色", ImportField::colour},
    {"colour", ImportField::colour},
    {"color", ImportField::colour},
    {"里程", ImportField::mileage},
    {"里程数", ImportField::mileage},
    {"行驶里程", ImportField::mileage},
    {"公里数", ImportField::mileage},
    {"mileage", ImportField::mileage},
    {"mileagekm", ImportField::mileage},
    {"上牌日期", ImportField::first_registered},
    {"注册日期", ImportField::first_registered},
    {"登记日期", ImportField::first_registered},
    {"初次登记日期", ImportField::first_registered},
    {"首次登记日期", ImportField::first_registered},
    {"firstregistered", ImportField::first_registered},
    {"registrationdate", ImportField::first_registered},
};

// "手机号（必填）*" -> "手机号", "E-Mail" -> "email"
std::string plain_heading(std::string_view heading) {
    std::u32string kept;
    for (const char32_t c : text::folded(heading)) {
        if (c == U'(' || c == U'[' || c == U'【') break;
        if (text::is_hanzi(c) || text::is_letter_or_digit(c)) kept += c;
    }
    return text::to_utf8(kept);
}

class RowReader {
  public:
    RowReader(const ImportColumns& columns, const tables::Row& row, std::vector<ImportError>& errors)
        : columns_(columns), row_(row), errors_(errors) {}

    const std::string& text(ImportField field) const {
        static const std::string nothing;
        const auto column = columns_.at.find(field);
        return column == columns_.at.end() ? nothing : row_.text(column->second);
    }

    void wrong(ImportField field, const char* code) {
        const auto column = columns_.at.find(field);
        const bool is_there = column != columns_.at.end();
        errors_.push_back({.row_number = static_cast<std::int64_t>(row_.number),
                           .column_name = is_there ? columns_.headings[column->second] : std::string{},
                           .code = code,
                           .value = is_there ? shown(field, row_.text(column->second)) : std::string{}});
    }

    template <class Checked>
    std::optional<Checked> checked(ImportField field) {
        const auto& raw = text(field);
        if (raw.empty()) return std::nullopt;
        // A spreadsheet that turned a long number into 3.1E+17 has lost its last digits for good.
        if (row_.at(columns_.at.at(field)).digits_lost) {
            wrong(field, "import_digits_lost");
            return std::nullopt;
        }
        const auto result = Checked::check(raw);
        if (result.problem != nullptr) {
            wrong(field, result.problem);
            return std::nullopt;
        }
        return Checked{result.text};
    }

    std::string short_text(ImportField field, std::size_t most) {
        const auto& raw = text(field);
        if (character_count(raw) > most) wrong(field, "text_too_long");
        return raw;
    }

  private:
    // A list of errors is no way around the masks.
    static std::string shown(ImportField field, const std::string& value) {
        const bool personal = field == ImportField::phone || field == ImportField::identity_number;
        if (!personal || value.size() <= 4) return value.substr(0, 100);
        return value.substr(0, 3) + "…(" + std::to_string(character_count(value)) + ")";
    }

    const ImportColumns& columns_;
    const tables::Row& row_;
    std::vector<ImportError>& errors_;
};

Gender read_gender(RowReader& reader) {
    const auto& raw = reader.text(ImportField::gender);
    const auto folded = text::to_utf8(text::folded(raw));
    if (folded.empty() || folded == "未知" || folded == "unknown") return Gender::unknown;
    if (folded == "男" || folded == "先生" || folded == "m" || folded == "male") return Gender::male;
    if (folded == "女" || folded == "女士" || folded == "f" || folded == "female") return Gender::female;
    reader.wrong(ImportField::gender, "import_gender_not_understood");
    return Gender::unknown;
}

bool read_company(RowReader& reader) {
    const auto& raw = reader.text(ImportField::company);
    for (const std::string_view word : {"单位", "公司", "企业", "company", "Company"}) {
        if (raw.find(word) != std::string::npos) return true;
    }
    return false;
}

std::int64_t read_mileage(RowReader& reader) {
    std::string digits = normalised_code(reader.text(ImportField::mileage));
    std::erase(digits, ',');
    if (digits.empty()) return 0;
    for (const std::string_view unit : {"公里", "KM"}) {
        if (digits.ends_with(unit)) digits.resize(digits.size() - unit.size());
    }
    std::int64_t km = -1;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), km);
    if (failed != std::errc{} || end != digits.data() + digits.size() || km < 0 || km > 2'000'000) {
        reader.wrong(ImportField::mileage, "import_mileage_not_understood");
        return 0;
    }
    return km;
}

// 2024-03-08, 2024/3/8, 2024.3.8, 2024年3月8日, and with a time behind it
std::optional<Date> parse_loose_date(std::string_view raw) {
    std::int64_t parts[3] = {0, 0, 0};
    std::size_t part = 0;
    bool in_number = false;
    for (std::size_t i = 0; i < raw.size() && part < 3; ++i) {
        const char c = raw[i];
        if (c >= '0' && c <= '9') {
            parts[part] = parts[part] * 10 + (c - '0');
            if (parts[part] > 9999) return std::nullopt;
            in_number = true;
        } else if (in_number) {
            ++part;
            in_number = false;
        }
    }
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    if (parts[0] < 1950 || parts[1] == 0 || parts[2] == 0) return std::nullopt;
    return parse_date(std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]));
}

std::optional<Date> read_first_registered(RowReader& reader) {
    const auto& raw = reader.text(ImportField::first_registered);
    if (raw.empty()) return std::nullopt;
    const auto date = parse_loose_date(raw);
    if (!date) reader.wrong(ImportField::first_registered, "import_date_not_understood");
    return date;
}

}  // namespace

std::optional<ImportField> field_of_heading(std::string_view heading) {
    const auto plain = plain_heading(heading);
    for (const auto& known : known_headings) {
        if (known.text == plain) return known.field;
    }
    return std::nullopt;
}

Result<ImportColumns> read_columns(const std::vector<std::string>& header) {
    ImportColumns columns{.headings = header, .at = {}};
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto field = field_of_heading(header[i]);
        if (!field) continue;
        if (!columns.at.emplace(*field, i).second) return with(import_column_twice, "column", header[i]);
    }
    if (!columns.at.contains(ImportField::name) && !columns.at.contains(ImportField::phone)) {
        return import_has_no_name_or_phone_column;
    }
    return columns;
}

ImportRow read_row(const ImportColumns& columns, const tables::Row& row, std::vector<ImportError>& errors) {
    RowReader reader(columns, row, errors);
    const auto before = errors.size();
    ImportRow read;
    read.number = static_cast<std::int64_t>(row.number);
    read.name = reader.short_text(ImportField::name, 100);
    read.phone = reader.checked<Phone>(ImportField::phone);
    read.gender = read_gender(reader);
    read.company = read_company(reader);
    read.identity_number = reader.checked<IdentityNumber>(ImportField::identity_number);
    if (const auto email = reader.checked<EmailAddress>(ImportField::email)) read.email = email->text;
    read.address = reader.short_text(ImportField::address, 300);
    read.note = reader.short_text(ImportField::note, 1000);
    read.vin = reader.checked<Vin>(ImportField::vin);
    read.plate = reader.checked<Plate>(ImportField::plate);
    read.model = reader.short_text(ImportField::model, 200);
    read.colour = reader.short_text(ImportField::colour, 50);
    read.mileage_km = read_mileage(reader);
    read.first_registered = read_first_registered(reader);
    if (row.damaged) reader.wrong(ImportField::name, "import_characters_damaged");
    if (errors.size() > before) return read;
    if (read.name.empty() && !read.phone) reader.wrong(ImportField::name, "import_needs_name_or_phone");
    // A car is known by its VIN; the plate alone may move to another car.
    if (!read.vin && read.plate) reader.wrong(ImportField::vin, "import_car_needs_vin");
    return read;
}

void check_repetition(const ImportColumns& columns, const ImportRow& row, SeenInFile& seen,
                      std::vector<ImportError>& errors) {
    const auto wrong = [&](ImportField field, const char* code, const std::string& value) {
        errors.push_back({.row_number = row.number,
                          .column_name = columns.headings[columns.at.at(field)],
                          .code = code,
                          .value = value});
    };
    if (row.vin && !seen.vins.insert(row.vin->text).second) {
        wrong(ImportField::vin, "import_vin_twice_in_file", row.vin->text);
    }
    if (row.plate && !seen.plates.insert(row.plate->text).second) {
        wrong(ImportField::plate, "import_plate_twice_in_file", row.plate->text);
    }
}

MaybeRefused may_commit(const ImportFile& import, bool skip_bad_rows) {
    if (import.state != ImportState::checked) return import_not_waiting;
    if (import.bad_rows > 0 && !skip_bad_rows) {
        return with(import_has_errors, "rows", std::to_string(import.bad_rows));
    }
    return std::nullopt;
}

MaybeRefused may_undo(const ImportFile& import) {
    if (import.state != ImportState::committed) return import_not_committed;
    return std::nullopt;
}

}  // namespace forecourt::customers
