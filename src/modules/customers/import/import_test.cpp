#include <gtest/gtest.h>
#include <modules/customers/import/import_rules.h>

namespace forecourt::customers {
namespace {

TEST(CustomerImport, knows_the_headings_people_use) {
    struct Case {
        const char* heading;
        const char* field;
    };
    const Case cases[] = {
        {"姓名", "name"},
        {" 姓 名 * ", "name"},
        {"手机号（必填）", "phone"},
        {"Mobile", "phone"},
        {"E-Mail", "email"},
        {"身份证号", "identity_number"},
        {"ＶＩＮ", "vin"},
        {"VIN码", "vin"},
        {"车架号", "vin"},
        {"车牌号码", "plate"},
        {"车型", "model"},
        {"行驶里程(km)", "mileage"},
        {"上牌日期", "first_registered"},
        {"license plate", "plate"},
        {"积分", ""},
        {"", ""},
    };
    for (const auto& one : cases) {
        const auto field = field_of_heading(one.heading);
        EXPECT_EQ(field ? name_of(*field) : "", one.field) << one.heading;
    }
}

TEST(CustomerImport, needs_a_name_or_phone_column_and_each_column_once) {
    EXPECT_TRUE(read_columns({"姓名", "积分"}).ok());
    EXPECT_TRUE(read_columns({"手机"}).ok());
    const auto without = read_columns({"车牌", "车型"});
    ASSERT_FALSE(without.ok());
    EXPECT_EQ(without.refused().name(), "import_has_no_name_or_phone_column");
    const auto twice = read_columns({"姓名", "手机", "联系电话"});
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.refused().name(), "import_column_twice");
}

ImportColumns columns() {
    return *read_columns(
        {"姓名", "手机", "性别", "身份证号", "车牌", "VIN", "车型", "里程", "上牌日期", "邮箱", "客户类型"});
}

tables::Row row_of(std::vector<std::string> texts) {
    tables::Row row;
    row.number = 2;
    for (auto& text : texts) row.cells.push_back({.kind = tables::CellKind::text, .text = std::move(text)});
    return row;
}

TEST(CustomerImport, reads_a_row) {
    std::vector<ImportError> errors;
    const auto read = read_row(
        columns(),
        row_of({"王建国", "138 0013 8000", "男", "11010519491231002X", "京A·12345", "LATPAB071W1005301",
                "星驰 A5", "12,345 公里", "2024/3/8", "wang@example.cn", "个人"}),
        errors);
    EXPECT_TRUE(errors.empty());
    EXPECT_EQ(read.name, "王建国");
    EXPECT_EQ(read.phone->text, "13800138000");
    EXPECT_EQ(read.gender, Gender::male);
    EXPECT_EQ(read.identity_number->text, "11010519491231002X");
    EXPECT_EQ(read.plate->text, "京A12345");
    EXPECT_EQ(read.vin->text, "LATPAB071W1005301");
    EXPECT_EQ(read.mileage_km, 12'345);
    EXPECT_EQ(to_text(*read.first_registered), "2024-03-08");
    EXPECT_FALSE(read.company);
}

TEST(CustomerImport, says_what_is_wrong_with_each_cell) {
    struct Case {
        const char* what;
        std::vector<std::string> cells;
        const char* code;
    };
    const Case cases[] = {
        {"only a phone", {"", "13800138000"}, ""},
        {"company", {"北京某某有限公司", "01012345678", "", "", "", "", "", "", "", "", "单位"}, ""},
        {"empty", {"", "", "女"}, "import_needs_name_or_phone"},
        {"short phone", {"王", "1380013800"}, "phone_number_wrong"},
        {"gender", {"王", "", "中"}, "import_gender_not_understood"},
        {"identity number", {"王", "", "", "110105194912310021"}, "identity_number_check_digit_wrong"},
        {"plate", {"王", "", "", "", "X12345"}, "plate_needs_province"},
        {"vin", {"王", "", "", "", "", "LATPAB072W1005301"}, "vin_check_digit_wrong"},
        {"plate without vin", {"王", "", "", "", "京A12345"}, "import_car_needs_vin"},
        {"mileage", {"王", "", "", "", "", "", "", "很多"}, "import_mileage_not_understood"},
        {"most mileage", {"王", "", "", "", "", "", "", "2000000"}, ""},
        {"too much mileage", {"王", "", "", "", "", "", "", "2000001"}, "import_mileage_not_understood"},
        {"chinese date", {"王", "", "", "", "", "", "", "", "2024年3月8日"}, ""},
        {"with time", {"王", "", "", "", "", "", "", "", "2024-03-08 00:00:00"}, ""},
        {"no such day", {"王", "", "", "", "", "", "", "", "2024-02-30"}, "import_date_not_understood"},
        {"not a date", {"王", "", "", "", "", "", "", "", "去年"}, "import_date_not_understood"},
        {"email", {"王", "", "", "", "", "", "", "", "", "wang"}, "email_address_wrong"},
    };
    for (const auto& one : cases) {
        std::vector<ImportError> errors;
        read_row(columns(), row_of(one.cells), errors);
        const std::string code = errors.empty() ? "" : errors.front().code;
        EXPECT_EQ(code, one.code) << one.what;
        EXPECT_LE(errors.size(), 1U) << one.what;
    }
}

TEST(CustomerImport, refuses_numbers_a_spreadsheet_has_spoilt_and_damaged_rows) {
    std::vector<ImportError> errors;
    auto row = row_of({"王", "", "", "3.10101E+17"});
    row.cells[3].digits_lost = true;
    read_row(columns(), row, errors);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, "import_digits_lost");
    EXPECT_EQ(errors[0].column_name, "身份证号");
    EXPECT_EQ(errors[0].row_number, 2);
    errors.clear();
    row = row_of({"王"});
    row.damaged = true;
    read_row(columns(), row, errors);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, "import_characters_damaged");
}

TEST(CustomerImport, shows_no_number_in_its_errors) {
    std::vector<ImportError> errors;
    read_row(columns(), row_of({"王", "13800138", "", "110105194912310021"}), errors);
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].value, "138…(8)");
    EXPECT_EQ(errors[1].value, "110…(18)");
}

TEST(CustomerImport, meets_each_car_once_in_a_file) {
    SeenInFile seen;
    std::vector<ImportError> errors;
    ImportRow first;
    first.vin = Vin{"LATPAB071W1005301"};
    first.plate = Plate{"京A12345"};
    check_repetition(columns(), first, seen, errors);
    EXPECT_TRUE(errors.empty());
    check_repetition(columns(), first, seen, errors);
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].code, "import_vin_twice_in_file");
    EXPECT_EQ(errors[1].code, "import_plate_twice_in_file");
}

TEST(CustomerImport, is_taken_in_once_and_taken_back_once) {
    ImportFile import;
    const auto answer = [](const MaybeRefused& no) { return no ? no->name() : "yes"; };
    EXPECT_EQ(answer(may_commit(import, false)), "yes");
    import.bad_rows = 1;
    EXPECT_EQ(answer(may_commit(import, false)), "import_has_errors");
    EXPECT_EQ(answer(may_commit(import, true)), "yes");
    EXPECT_EQ(answer(may_undo(import)), "import_not_committed");
    import.state = ImportState::committed;
    EXPECT_EQ(answer(may_commit(import, true)), "import_not_waiting");
    EXPECT_EQ(answer(may_undo(import)), "yes");
    import.state = ImportState::undone;
    EXPECT_EQ(answer(may_undo(import)), "import_not_committed");
    EXPECT_EQ(answer(may_commit(import, true)), "import_not_waiting");
}

}  // namespace
}  // namespace forecourt::customers
