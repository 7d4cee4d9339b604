#include <tables/csv.h>
#include <tables/encoding.h>
#include <tables/row_feed.h>

#include <gtest/gtest.h>
#include <iconv.h>

namespace forecourt::tables {
namespace {

std::string encoded(std::string text, const char* encoding) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    std::string out(text.size() * 4 + 4, '\0');
    char* in_at = text.data();
    char* out_at = out.data();
    std::size_t in_left = text.size();
    std::size_t out_left = out.size();
    iconv(converter, &in_at, &in_left, &out_at, &out_left);
    iconv_close(converter);
    out.resize(out.size() - out_left);
    return out;
}

std::string shown(const Table& table) {
    std::string all;
    const auto add = [&](const std::string& text, bool first) { all += (first ? "" : "|") + text; };
    for (std::size_t i = 0; i < table.read.info.header.size(); ++i) add(table.read.info.header[i], i == 0);
    for (const Row& row : table.rows) {
        all += " / " + std::to_string(row.number) + ":";
        for (std::size_t i = 0; i < row.cells.size(); ++i) add(row.cells[i].text, i == 0);
    }
    return all;
}

}  // namespace

TEST(Encoding, is_found_by_marks_and_by_content) {
    const std::string text = "姓名,电话\n张三,13812345678\n";
    struct {
        std::string bytes;
        const char* encoding;
        bool sure;
    } const cases[] = {
        {text, "UTF-8", true},
        {"\xef\xbb\xbf" + text, "UTF-8", true},
        {"plain ascii", "UTF-8", true},
        {encoded(text, "GB18030"), "GB18030", true},
        {"\xff\xfe" + encoded(text, "UTF-16LE"), "UTF-16LE", true},
        {"\xfe\xff" + encoded(text, "UTF-16BE"), "UTF-16BE", true},
        {encoded(text, "UTF-16LE"), "UTF-16LE", false},
        {encoded(text, "UTF-16BE"), "UTF-16BE", false},
        // Bytes of these are valid two-byte UTF-8 letters by chance.
        {encoded("钱", "GB18030"), "GB18030", false},
        {encoded("施,郑", "GB18030"), "GB18030", false},
        // Together with other hanzi they are not.
        {encoded("钱先生", "GB18030"), "GB18030", true},
        {encoded("联通", "GB18030"), "GB18030", true},
        // Cut in the middle of the last character.
        {encoded("联通公司张三", "GB18030").substr(0, 11), "GB18030", false},
        {text.substr(0, 5), "UTF-8", false},
        {encoded("𬱖䶮堃", "GB18030"), "GB18030", true},
    };
    for (const auto& c : cases) {
        const Decoded decoded = decode_text(c.bytes);
        EXPECT_EQ(decoded.encoding, c.encoding) << decoded.text;
        EXPECT_EQ(decoded.sure, c.sure) << decoded.text;
    }
    EXPECT_EQ(decode_text(encoded("𬱖䶮堃", "GB18030")).text, "𬱖䶮堃");
    EXPECT_EQ(decode_text("\xff\xfe" + encoded(text, "UTF-16LE")).text, text);
    EXPECT_EQ(decode_text_as(encoded("钱", "GB18030"), "GB18030").text, "钱");
    EXPECT_EQ(decode_text_as("a\xff"
                             "b",
                             "UTF-8")
                  .text,
              "a\xef\xbf\xbd"
              "b");
    EXPECT_THROW(decode_text_as("x", "latin1"), std::invalid_argument);
}

TEST(Encoding, utf8_is_checked_strictly) {
    for (const char* good : {"", "a", "é", "中", "𠮷", "\xef\xbf\xbf"}) EXPECT_TRUE(is_utf8(good)) << good;
    for (const char* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80",
                            "\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe4\xb8", "\xff"})
        EXPECT_FALSE(is_utf8(bad)) << bad;
}

TEST(Csv, reads_what_spreadsheets_write) {
    struct {
        const char* text;
        const char* table;
    } const cases[] = {
        {"a,b\n1,2\n3,4", "a|b / 2:1|2 / 3:3|4"},
        {"a,b\r\n1,2\r\n", "a|b / 2:1|2"},
        {"a,b\r1,2\r", "a|b / 2:1|2"},
        {"a;b\n1,5;2\n", "a|b / 2:1,5|2"},
        {"a\tb\n1\t2\n", "a|b / 2:1|2"},
        {"sep=;\r\na;b\r\n1;2\r\n", "a|b / 3:1|2"},
        {"a,b\n\"x,y\",\"he said \"\"no\"\"\"\n", "a|b / 2:x,y|he said \"no\""},
        {"a,b\n\"two\nlines\",2\n3,4\n", "a|b / 2:two\nlines|2 / 3:3|4"},
        {"\n\na,b\n\n1,2\n,,\n3,\n", "a|b / 5:1|2 / 7:3"},
        {"a,b\n=\"007\",'138\n", "a|b / 2:007|138"},
        {"a,b\n　张 三　, x \n", "a|b / 2:张 三|x"},
        {"a,b\n\"x\"y,2\n", "a|b / 2:xy|2"},
        {"a\nx\"y\n", "a / 2:x\"y"},
        {"a,b\n\"\",\"\"\n\"\",1\n", "a|b / 3:|1"},
        {"a,b,c\n1\n1,2,3,4\n", "a|b|c / 2:1 / 3:1|2|3|4"},
    };
    for (const auto& c : cases) {
        const Table table = load_table(c.text, "x.csv", 100);
        EXPECT_EQ(shown(table), c.table) << c.text;
        EXPECT_FALSE(table.read.problem) << c.text;
        EXPECT_EQ(table.read.rows, table.rows.size());
    }
}

TEST(Csv, problems_are_named_with_their_row) {
    TableOptions small;
    small.max_rows = 2;
    small.max_columns = 3;
    small.max_cell_bytes = 10;
    struct {
        std::string text;
        TableProblem problem;
        std::size_t row;
    } const cases[] = {
        {"", TableProblem::empty, 0},
        {"\n\n,,\n", TableProblem::empty, 0},
        {"a\n1\n2\n3\n", TableProblem::too_large, 4},
        {"a,b,c,d\n", TableProblem::too_large, 1},
        {"a\n12345678901\n", TableProblem::too_large, 2},
        {"a\n\"open\n2\n", TableProblem::unclosed_quote, 2},
        {"%PDF-1.4", TableProblem::not_a_table, 0},
        {std::string("a\0b,cdefghijklmnopqrstuvwxyz0123\n", 32), TableProblem::not_a_table, 0},
        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", TableProblem::old_excel, 0},
    };
    for (const auto& c : cases) {
        const TableRead read = read_table(c.text, "x.csv", small, {});
        ASSERT_TRUE(read.problem) << c.text;
        EXPECT_EQ(*read.problem, c.problem) << c.text;
        EXPECT_EQ(read.problem_row, c.row) << c.text;
    }
    EXPECT_FALSE(read_table("a\n1\n2\n", "x.csv", small, {}).problem) << "at the limit";
    EXPECT_FALSE(read_table("a\n1234567890\n", "x.csv", small, {}).problem) << "at the limit";
    EXPECT_EQ(*read_table("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xlsx", small, {}).problem,
              TableProblem::protected_by_password);
}

TEST(Csv, lost_digits_and_damaged_bytes_are_marked) {
    const Table table = load_table("a,b,c\n3.10101E+17,1.38E10,E+5\nx\xff,2,3\n", "x.csv", 10);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_TRUE(table.rows[0].at(0).digits_lost);
    EXPECT_FALSE(table.rows[0].at(1).digits_lost);
    EXPECT_FALSE(table.rows[0].at(2).digits_lost);
    EXPECT_FALSE(table.rows[0].damaged);
    EXPECT_TRUE(table.rows[1].damaged);
    EXPECT_EQ(table.rows[1].at(9).kind, CellKind::empty);
}

TEST(Csv, the_sink_can_stop_and_its_exceptions_come_through) {
    int rows = 0;
    const TableRead read =
        read_table("a\n1\n2\n3\n", "", {}, {.header = {}, .row = [&](const Row&) { return ++rows < 2; }});
    EXPECT_EQ(rows, 2);
    EXPECT_FALSE(read.problem);
    const TableSink thrower{.header = {}, .row = [](const Row&) -> bool { throw std::runtime_error("no"); }};
    EXPECT_THROW(read_table("a\n1\n", "", {}, thrower), std::runtime_error);
}

TEST(Csv, writes_for_excel_in_china_and_reads_it_back) {
    const auto writer = make_csv_writer({{"姓名"},
                                         {"台次", ColumnKind::whole_number},
                                         {"金额", ColumnKind::money},
                                         {"工时", ColumnKind::quantity},
                                         {"日期", ColumnKind::date},
                                         {"时间", ColumnKind::instant}});
    writer->row({std::string("张\"三\",\n李四"), std::int64_t{3}, value_of(Money{-5}),
                 value_of(Quantity{1500}), std::string("2026-11-22"), value_of(Instant{1'795'325'716'123})});
    writer->row({std::string("=1+1"), std::monostate{}, value_of(yuan(1)), {}, value_of(Date{20'779})});
    const std::string text = writer->finish();
    EXPECT_EQ(text,
              "\xef\xbb\xbf姓名,台次,金额,工时,日期,时间\r\n"
              "\"张\"\"三\"\",\n李四\",3,-0.05,1.5,2026-11-22,2026-11-22 13:35\r\n"
              "'=1+1,,1.00,,2026-11-22,\r\n");
    const Table table = load_table(text, "x.csv", 10);
    EXPECT_EQ(table.rows.at(0).text(0), "张\"三\",\n李四");
    EXPECT_EQ(table.rows.at(1).text(0), "=1+1");
}

// security 7
TEST(Csv, formulas_are_guarded) {
    for (const char* text : {"=cmd", "+1", "-1", "@x", "\tx", "\rx"})
        EXPECT_NE(csv_field(text).find('\''), std::string::npos) << text;
    for (const char* text : {"", "张三", "1", "a=b", "'x"}) EXPECT_EQ(csv_field(text), text);
}

}  // namespace forecourt::tables
