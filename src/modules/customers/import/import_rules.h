#pragma once
#include <modules/customers/import/import.h>
#include <tables/table.h>

#include <map>
#include <set>

namespace forecourt::customers {

/// What a column of the file means to us.
enum class ImportField {
    name,
    phone,
    gender,
    company,
    identity_number,
    email,
    address,
    note,
    vin,
    plate,
    model,
    colour,
    mileage,
    first_registered,
};
FORECOURT_ENUM(ImportField, name, phone, gender, company, identity_number, email, address, note, vin, plate,
               model, colour, mileage, first_registered)

/// The field a heading names, in Chinese or English, whatever its blanks, stars and brackets.
std::optional<ImportField> field_of_heading(std::string_view heading);

struct ImportColumns {
    std::vector<std::string> headings;
    std::map<ImportField, std::size_t> at;
};
/// Refuses import_column_twice, import_has_no_name_or_phone_column.
Result<ImportColumns> read_columns(const std::vector<std::string>& header);

/// One row that can be taken in.
struct ImportRow {
    std::int64_t number{};
    std::string name;
    std::optional<Phone> phone;
    Gender gender{};
    bool company{};
    std::optional<IdentityNumber> identity_number;
    std::string email;
    std::string address;
    std::string note;
    std::optional<Vin> vin;
    std::optional<Plate> plate;
    std::string model;
    std::string colour;
    std::int64_t mileage_km{};
    std::optional<Date> first_registered;
};

/// Reads the cells; every wrong one adds an error. The row may be used only when none was added.
ImportRow read_row(const ImportColumns& columns, const tables::Row& row, std::vector<ImportError>& errors);

/// What a row must not share with an earlier one of the same file.
struct SeenInFile {
    std::set<std::string> vins;
    std::set<std::string> plates;
};
void check_repetition(const ImportColumns& columns, const ImportRow& row, SeenInFile& seen,
                      std::vector<ImportError>& errors);

MaybeRefused may_commit(const ImportFile& import, bool skip_bad_rows);
MaybeRefused may_undo(const ImportFile& import);

}  // namespace forecourt::customers
