#include <tables/csv.h>
#include <tables/xlsx_format.h>
#include <tables/xlsx_reader.h>
#include <tables/xlsx_writer.h>

#include <gtest/gtest.h>
#include <zip.h>

#include <map>

namespace forecourt::tables {
namespace {

using Parts = std::map<std::string, std::string>;

/// A zip made in memory, as a spreadsheet program would.
std::string zipped(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
        zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(zip);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

constexpr const char* relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

Parts workbook(const std::string& rows, const std::string& properties = "") {
    const std::string types = relation_types;
    return {
        {"xl/workbook.xml", "<workbook xmlns:r='x'><workbookPr " + properties +
                                "/><sheets><sheet name='隐藏' sheetId='1' state='hidden' r:id='rId2'/>"
                                "<sheet name='客户' sheetId='2' r:id='rId1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='" + types +
             "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='" + types +
             "worksheet' Target='/xl/worksheets/sheet2.xml'/><Relationship Id='rId3' Type='" + types +
             "sharedStrings' Target='sharedStrings.xml'/><Relationship Id='rId4' Type='" + types +
             "styles' Target='styles.xml'/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
         "<numFmt numFmtId='177' formatCode='#,##0\"days\"'/></numFmts><cellStyleXfs><xf "
         "numFmtId='14'/></cellStyleXfs>"
         "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/><xf numFmtId='177'/><xf "
         "numFmtId='31'/>"
         "<xf numFmtId='22'/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>姓名</t></si><si><r><t>张</t></r><r><t xml:space='preserve'>三 "
         "</t></r><rPh><t>zhang</t></rPh>"
         "</si><si><t>值</t></si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<x:worksheet xmlns:x='y'><x:sheetData><x:row><x:c "
         "t='inlineStr'><x:is><x:t>secret</x:t></x:is></x:c></x:row>"
         "</x:sheetData></x:worksheet>"},
    };
}

const std::string header = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>2</v></c></row>";

Cell one_cell(const std::string& xml, const std::string& properties = "") {
    const Table table = load_table(
        zipped(workbook(header + "<row r='2'><c r='A2'><v>1</v></c>" + xml + "</row>", properties)), "x.xlsx",
        5);
    return table.rows.size() == 1 ? table.rows[0].at(1) : Cell{CellKind::error, "no row", 0, false};
}

std::optional<TableProblem> problem_of(const Parts& parts, const TableOptions& options = {}) {
    return read_table(zipped(parts), "x.xlsx", options, {}).problem;
}

}  // namespace

TEST(XlsxFormat, dates_are_told_from_numbers) {
    for (const char* format :
         {"yyyy-mm-dd", "m/d/yy", "h:mm", "[h]:mm", "[$-804]yyyy\"年\"m\"月\"", "\"x\"d", "[Red]yyyy"})
        EXPECT_TRUE(is_date_format(format)) << format;
    for (const char* format :
         {"General", "0.00", "#,##0\"days\"", "[Red]0", "0.00E+00", "\\d0", "@", "0;yyyy", "[abc"})
        EXPECT_FALSE(is_date_format(format)) << format;
    for (const int number : {14, 22, 27, 36, 45, 50, 58}) EXPECT_TRUE(is_date_format(number)) << number;
    for (const int number : {0, 1, 13, 23, 37, 44, 48, 49, 59, 164})
        EXPECT_FALSE(is_date_format(number)) << number;
}

TEST(XlsxFormat, dates_count_as_in_excel) {
    struct {
        double number;
        bool since_1904;
        const char* text;
    } const cases[] = {{1, false, "1900-01-01"},
                       {59, false, "1900-02-28"},
                       {61, false, "1900-03-01"},
                       {25569, false, "1970-01-01"},
                       {46348, false, "2026-11-22"},
                       {46348.5, false, "2026-11-22 12:00:00"},
                       {0.5, false, "12:00:00"},
                       {0, true, "1904-01-01"},
                       {44886, true, "2026-11-22"},
                       {-1, false, ""},
                       {2958465, false, "9999-12-31"},
                       {2958466, false, ""},
                       {46347.9999999, false, "2026-11-22"}};
    for (const auto& c : cases) EXPECT_EQ(date_text(c.number, c.since_1904), c.text) << c.number;
}

TEST(XlsxFormat, numbers_look_as_people_know_them) {
    struct {
        double number;
        const char* text;
    } const cases[] = {{1, "1"},
                       {0.1 + 0.2, "0.3"},
                       {13812345678, "13812345678"},
                       {-5.5, "-5.5"},
                       {1e14, "100000000000000"},
                       {3.1e17, "310000000000000000"},
                       {0.000001, "0.000001000000000"}};
    for (const auto& c : cases) EXPECT_EQ(number_text(c.number), c.text);
    EXPECT_EQ(column_of("A1"), 0);
    EXPECT_EQ(column_of("BC12"), 54);
    EXPECT_EQ(column_of("XFD1"), 16383);
    for (const char* wrong : {"", "1", "A", "ABCD1", "a1"}) EXPECT_EQ(column_of(wrong), -1) << wrong;
}

TEST(Xlsx, cells_of_every_kind_are_read) {
    struct {
        const char* xml;
        CellKind kind;
        const char* text;
        bool digits_lost = false;
    } const cases[] = {
        {"<c r='B2' t='s'><v>1</v></c>", CellKind::text, "张三"},
        {"<c r='B2' t='s'><v>99</v></c>", CellKind::empty, ""},
        {"<c r='B2' t='inlineStr'><is><t>李</t></is></c>", CellKind::text, "李"},
        {"<c r='B2' t='str'><f>A1&amp;\"x\"</f><v>京A</v></c>", CellKind::text, "京A"},
        {"<c r='B2' t='b'><v>1</v></c>", CellKind::boolean, "1"},
        {"<c r='B2' t='e'><v>#N/A</v></c>", CellKind::error, "#N/A"},
        {"<c r='B2'><f>1+1</f><v>2</v></c>", CellKind::number, "2"},
        {"<c r='B2'><v>1.3812345678E10</v></c>", CellKind::number, "13812345678"},
        {"<c r='B2'><v>999999999999999</v></c>", CellKind::number, "999999999999999"},
        {"<c r='B2'><v>3.1010119900307E17</v></c>", CellKind::number, "310101199003070016", true},
        {"<c r='B2' s='1'><v>46348</v></c>", CellKind::date, "2026-11-22"},
        {"<c r='B2' s='2'><v>46348</v></c>", CellKind::date, "2026-11-22"},
        {"<c r='B2' s='3'><v>46348</v></c>", CellKind::number, "46348"},
        {"<c r='B2' s='4'><v>46348</v></c>", CellKind::date, "2026-11-22"},
        {"<c r='B2' s='5'><v>46348.25</v></c>", CellKind::date, "2026-11-22 06:00:00"},
        {"<c r='B2' t='d'><v>2026-11-22T00:00:00</v></c>", CellKind::date, "2026-11-22"},
        {"<c><v>7</v></c>", CellKind::number, "7"},
        {"<c r='B2' s='1'/>", CellKind::empty, ""},
    };
    for (const auto& c : cases) {
        const Cell cell = one_cell(c.xml);
        EXPECT_EQ(cell.kind, c.kind) << c.xml;
        EXPECT_EQ(cell.digits_lost, c.digits_lost) << c.xml;
        if (!c.digits_lost) {
            EXPECT_EQ(cell.text, c.text) << c.xml;
        }
    }
    EXPECT_EQ(one_cell("<c r='B2' s='1'><v>44886</v></c>", "date1904='1'").text, "2026-11-22");
}

TEST(Xlsx, sheets_and_rows_keep_their_places) {
    const std::string bytes = zipped(workbook(
        "<row r='3'><c r='B3' t='s'><v>0</v></c></row><row r='7'/><row r='9'><c r='C9'><v>5</v></c></row>"));
    const Table table = load_table(bytes, "客户.xlsx", 10);
    EXPECT_EQ(table.read.info.sheet, "客户");
    EXPECT_EQ(table.read.info.sheets, std::vector<std::string>{"客户"});
    EXPECT_EQ(table.read.info.header, (std::vector<std::string>{"", "姓名"}));
    EXPECT_EQ(table.read.info.header_row, 3u);
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].number, 9u);
    EXPECT_EQ(table.rows[0].text(2), "5");
    TableOptions hidden;
    hidden.sheet = "隐藏";
    EXPECT_EQ(load_table(bytes, "", 10, hidden).read.info.header, std::vector<std::string>{"secret"});
    hidden.sheet = "missing";
    EXPECT_EQ(*load_table(bytes, "", 10, hidden).read.problem, TableProblem::damaged_workbook);
}

// security 10, 36
TEST(Xlsx, hostile_and_damaged_files_are_refused) {
    EXPECT_EQ(problem_of({{"x", "y"}}), TableProblem::damaged_workbook);
    EXPECT_EQ(*read_table("PK\x03\x04 not really", "x.xlsx", {}, {}).problem, TableProblem::damaged_workbook);
    EXPECT_EQ(problem_of(workbook("")), TableProblem::empty);
    EXPECT_EQ(problem_of(workbook(header + "<row r='1'/>")), TableProblem::damaged_workbook);
    EXPECT_EQ(problem_of(workbook(header + "<row r='1048577'/>")), TableProblem::damaged_workbook);
    EXPECT_EQ(problem_of(workbook("<row><c r='11'><v>1</v></c></row>")), TableProblem::damaged_workbook);
    EXPECT_EQ(problem_of(workbook("<row>")), TableProblem::damaged_workbook);
    EXPECT_EQ(problem_of(workbook("<row><c r='XFD1'><v>1</v></c></row>")), TableProblem::too_large);
    EXPECT_EQ(problem_of(workbook("<row><c r='A1'><v>1</v></c><c r='XFD1'/></row>")), std::nullopt);

    Parts entities = workbook(header);
    entities["xl/worksheets/sheet1.xml"] = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>";
    EXPECT_EQ(problem_of(entities), TableProblem::damaged_workbook);

    Parts bomb = workbook(header);
    bomb["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(20 << 20, 'x') + "</t></si></sst>";
    TableOptions options;
    options.max_unpacked_bytes = 10 << 20;
    EXPECT_EQ(problem_of(bomb, options), TableProblem::too_large);
    Parts long_cell = workbook("<row><c r='A1' t='str'><v>" + std::string(100'001, 'x') + "</v></c></row>");
    EXPECT_EQ(problem_of(long_cell), TableProblem::too_large);

    const std::string good = zipped(workbook(header));
    for (std::size_t length = 4; length < good.size(); length += 37)
        EXPECT_TRUE(read_table(good.substr(0, length), "x.xlsx", {}, {}).problem) << length;
}

// security 7
TEST(Xlsx, what_the_writer_writes_the_reader_reads) {
    const auto writer = make_xlsx_writer("导出[客户]", {{"姓名", ColumnKind::text, 12},
                                                        {"台次", ColumnKind::whole_number},
                                                        {"金额", ColumnKind::money},
                                                        {"工时", ColumnKind::quantity},
                                                        {"日期", ColumnKind::date},
                                                        {"时间", ColumnKind::instant},
                                                        {"证件号", ColumnKind::text}});
    writer->row({std::string("张三\x01<&>"), std::int64_t{3}, value_of(Money{35'990'005}),
                 value_of(Quantity{1500}), std::string("2026-11-22"), value_of(Instant{1'795'325'700'000}),
                 std::string("110101199003070011")});
    writer->row({std::string("=1+1")});
    writer->row({std::string("bad \xff"),
                 {},
                 value_of(Money{-1}),
                 {},
                 value_of(Date{20'779}),
                 {},
                 std::int64_t{110101199003070011}});
    const std::string bytes = writer->finish();
    const Table table = load_table(bytes, "x.xlsx", 10);
    ASSERT_FALSE(table.read.problem);
    EXPECT_EQ(table.read.info.sheet, "导出 客户");
    EXPECT_EQ(table.read.info.header,
              (std::vector<std::string>{"姓名", "台次", "金额", "工时", "日期", "时间", "证件号"}));
    ASSERT_EQ(table.rows.size(), 3u);
    const Row& row = table.rows[0];
    const std::vector<std::pair<CellKind, std::string>> expected{
        {CellKind::text, "张三 <&>"},          {CellKind::number, "3"},
        {CellKind::number, "359900.05"},       {CellKind::number, "1.5"},
        {CellKind::date, "2026-11-22"},        {CellKind::date, "2026-11-22 13:35:00"},
        {CellKind::text, "110101199003070011"}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(row.at(i).kind, expected[i].first) << i;
        EXPECT_EQ(row.at(i).text, expected[i].second) << i;
    }
    EXPECT_EQ(table.rows[1].at(0).kind, CellKind::text) << "no formula";
    EXPECT_EQ(table.rows[1].text(0), "=1+1");
    EXPECT_EQ(table.rows[2].text(0), "bad \xef\xbf\xbd");
    EXPECT_EQ(table.rows[2].text(4), "2026-11-22");
    EXPECT_EQ(table.rows[2].text(6), "110101199003070011");
}

TEST(Xlsx, an_export_without_rows_is_a_workbook_too) {
    EXPECT_EQ(load_table(make_xlsx_writer("", {{"a"}})->finish(), "", 1).read.info.header,
              std::vector<std::string>{"a"});
}

TEST(Xlsx, ten_thousand_customers_come_back_whole) {
    const auto writer =
        make_xlsx_writer("客户", {{"姓名"}, {"电话"}, {"车牌"}, {"VIN"}, {"日期", ColumnKind::date}});
    for (std::int64_t i = 0; i < 10'000; ++i)
        writer->row({"客户" + std::to_string(i), "138" + std::to_string(10'000'000 + i),
                     "京A" + std::to_string(10'000 + i), "LSVAM4187C2" + std::to_string(100'000 + i),
                     std::int64_t{20'000 + i % 700}});
    std::size_t rows = 0;
    bool right = true;
    TableSink sink;
    sink.row = [&](const Row& row) {
        right = right && row.number == rows + 2 && row.text(0) == "客户" + std::to_string(rows);
        ++rows;
        return true;
    };
    const TableRead read = read_table(writer->finish(), "x.xlsx", {}, sink);
    EXPECT_FALSE(read.problem);
    EXPECT_EQ(rows, 10'000u);
    EXPECT_TRUE(right);
}

}  // namespace forecourt::tables
