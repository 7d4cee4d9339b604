#include <documents/chinese_money.h>
#include <documents/fonts.h>
#include <documents/pdf.h>
#include <documents/qr_code.h>
#include <documents/seal.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace forecourt::documents {
namespace {

/// What a command of poppler-utils prints about a PDF.
std::string said_about(const std::string& pdf, const std::string& command, const std::string& after = "") {
    std::string pattern = (std::filesystem::temp_directory_path() / "forecourt-pdf-XXXXXX").string();
    const std::string folder = mkdtemp(pattern.data());
    std::ofstream(folder + "/x.pdf", std::ios::binary) << pdf;
    std::FILE* pipe = popen((command + " " + folder + "/x.pdf " + after + " 2>&1").c_str(), "r");
    std::string output;
    std::array<char, 4096> piece;
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        output.append(piece.data(), got);
    pclose(pipe);
    std::filesystem::remove_all(folder);
    return output;
}

std::string text_of(const std::string& pdf) { return said_about(pdf, "pdftotext -layout", "-"); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

DocumentFacts facts() {
    DocumentFacts made;
    made.letterhead = {"上海东方星驰汽车销售服务有限公司", {"上海市浦东新区杨高南路 1288 号"}, "星驰"};
    made.title = "机动车维修结算清单";
    made.number = "JS-20261122-0042";
    made.head_facts = {{"结算单号", "JS-20261122-0042"}};
    made.qr_text = "https://example.cn/v/JS-20261122-0042";
    made.footer = "第一联 客户联";
    made.created = Instant{1'795'325'716'123};
    return made;
}

Table parts_table(int rows) {
    Table table;
    table.columns = {{"序号", 1, Align::centre}, {"材料名称", 4}, {"金额", 2, Align::right}};
    for (int i = 1; i <= rows; ++i) table.rows.push_back({{std::to_string(i), "前制动片", "680.00"}});
    table.rows.push_back({{"合计", "", "7,191.50"}, RowKind::total});
    return table;
}

const SealKey& test_key() {
    static const SealKey key =
        make_self_signed("上海东方星驰汽车销售服务有限公司", Instant{1'795'325'716'123});
    return key;
}

}  // namespace

TEST(Pdf, holds_what_was_put_in_and_counts_its_pages) {
    Document document(facts());
    document.heading("一、双方")
        .facts({{"车主", "欧阳建国"}, {"车牌", bold("沪A·D12345")}, {"地址", "徐汇区", true}}, 2)
        .clause("第一条", "车辆质量")
        .paragraph(Text("生僻字 ") + bold("𬱖䶮堃喆昇珺翀𠮷"))
        .table(parts_table(60))
        .callout(quiet("大写 ") + bold(chinese_money(Money{719'150})), bold("¥ 7,191.50"))
        .signatures({{.role = "客户确认", .name = "欧阳雪", .line_label = "签字：", .date_label = "日期："}})
        .note("小字说明");
    const std::string pdf = document.pdf();
    const std::string text = text_of(pdf);
    for (const char* part : {"机动车维修结算清单", "欧阳建国", "沪A·D12345", "徐汇区", "第一条",
                             "𬱖䶮堃喆昇珺翀𠮷", "柒仟壹佰玖拾壹元伍角", "¥ 7,191.50", "客户确认",
                             "欧阳雪", "小字说明", "第一联 客户联", "JS-20261122-0042"})
        EXPECT_TRUE(has(text, part)) << part << "\n" << text;
    const int pages = document.pages();
    EXPECT_GE(pages, 2);
    for (int page = 1; page <= pages; ++page) {
        const std::string label = "第" + std::to_string(page) + "页/共" + std::to_string(pages) + "页";
        EXPECT_TRUE(has(without_blanks(text), label)) << label;
    }
    EXPECT_EQ(count(text, "材料名称"), 2u) << "the head of a table is repeated on its second page";
    const std::string info = said_about(pdf, "pdfinfo");
    EXPECT_TRUE(has(info, "Title:           机动车维修结算清单 JS-20261122-0042")) << info;
    EXPECT_TRUE(has(info, "Pages:           " + std::to_string(pages))) << info;
    EXPECT_TRUE(has(info, "A4")) << info;
    const std::string fonts = said_about(pdf, "pdffonts");
    EXPECT_EQ(count(fonts, "yes yes yes"), 2u) << "both weights embedded, subset, with their text\n" << fonts;
    EXPECT_LT(pdf.size(), 150'000u);
}

TEST(Pdf, same_input_gives_same_bytes_in_every_thread) {
    const auto make = [] {
        Document document(facts());
        document.heading("标题").table(parts_table(3)).paragraph("正文");
        return document.pdf();
    };
    const std::string first = make();
    std::array<std::string, 3> others;
    {
        std::vector<std::jthread> threads;
        for (std::string& other : others) threads.emplace_back([&] { other = make(); });
    }
    for (const std::string& other : others) EXPECT_EQ(other, first);
    DocumentFacts later = facts();
    later.created = later.created + seconds(1);
    Document document(later);
    document.heading("标题").table(parts_table(3)).paragraph("正文");
    EXPECT_NE(document.pdf(), first);
}

TEST(Pdf, totals_stay_with_a_row_before_them) {
    // Whatever the number of rows, the total's page shows at least one row above it.
    for (int rows = 25; rows < 36; ++rows) {
        Document document(facts());
        document.table(parts_table(rows));
        const std::string text = text_of(document.pdf());
        const std::size_t last_page = text.rfind('\f', text.size() - 2);
        const std::string page = last_page == std::string::npos ? text : text.substr(last_page);
        EXPECT_TRUE(has(page, "7,191.50")) << rows;
        EXPECT_TRUE(has(page, "前制动片")) << rows;
    }
}

TEST(Pdf, odd_content_never_hangs_or_throws) {
    const std::string endless(20'000, 'x');
    std::string many_lines;
    for (int i = 0; i < 300; ++i) many_lines += "第" + std::to_string(i) + "行\n";
    Document document(facts());
    document.paragraph(endless).paragraph("\xff\xfe\x01 bad").paragraph("");
    document.table({{{"a"}, {"b", 0.5}}, {{{many_lines, "x"}}, {{"short"}}, {{}}}});
    document.table({});
    document.table({{{"empty"}}, {}});
    document.facts({}, 3).facts({{"只有一个", many_lines}}, 9).signatures({}).pictures({}, 0);
    document.pictures({{"not a picture", "坏图"}, {std::string("\x89PNG\r\n\x1a\n", 8), ""}}, 2);
    document.clause("", many_lines, 3).space(5000).page_break().page_break().callout("", "");
    const std::string text = text_of(document.pdf());
    EXPECT_TRUE(has(text, "第299行"));
    EXPECT_TRUE(has(text, "坏图"));
    EXPECT_TRUE(has(text, "bad"));
    EXPECT_EQ(Document(DocumentFacts{}).pages(), 1);
}

TEST(Pdf, a_watermark_stands_on_each_page) {
    DocumentFacts spoiled = facts();
    spoiled.watermark = "作废";
    Document document(spoiled);
    document.table(parts_table(60));
    EXPECT_EQ(count(text_of(document.pdf()), "废"), 2u);
}

TEST(Fonts, a_missing_folder_is_named) {
    const char* before = std::getenv("FORECOURT_FONTS");
    const std::string kept = before != nullptr ? before : "";
    setenv("FORECOURT_FONTS", "/nowhere", 1);
    try {
        EXPECT_NE(font_folder(), "/nowhere");
    } catch (const std::runtime_error& problem) {
        EXPECT_TRUE(has(problem.what(), "/nowhere"));
    }
    kept.empty() ? unsetenv("FORECOURT_FONTS") : setenv("FORECOURT_FONTS", kept.c_str(), 1);
}

TEST(QrCode, has_its_three_corners_and_refuses_what_is_too_long) {
    const auto modules = qr_code("https://example.cn/结算");
    const std::size_t side = modules.size();
    ASSERT_GE(side, 21u);
    for (const auto& [row, column] :
         {std::pair<std::size_t, std::size_t>{0, 0}, {0, side - 7}, {side - 7, 0}})
        for (std::size_t i = 0; i < 7; ++i) {
            EXPECT_TRUE(modules[row][column + i]);
            EXPECT_TRUE(modules[row + i][column]);
        }
    EXPECT_NO_THROW(qr_code(std::string(2331, 'a')));
    EXPECT_THROW(qr_code(std::string(2332, 'a')), std::invalid_argument);
}

TEST(Seal, is_valid_for_an_independent_reader_and_sees_one_changed_byte) {
    Document document(facts());
    document.paragraph("合同正文");
    const std::string sealed =
        seal(document.pdf(), test_key(),
             {"合同签署归档", "上海东方星驰汽车销售服务有限公司", "上海", Instant{1'795'325'716'123}});
    const std::string good = said_about(sealed, "pdfsig -nocert");
    EXPECT_TRUE(has(good, "Signature Validation: Signature is Valid.")) << good;
    EXPECT_TRUE(has(good, "Total document signed")) << good;
    EXPECT_TRUE(has(good, "ETSI.CAdES.detached")) << good;
    EXPECT_TRUE(has(good, "SHA-256")) << good;
    EXPECT_TRUE(has(text_of(sealed), "合同正文"));

    std::string changed = sealed;
    changed[changed.find("%%EOF") - 20] ^= 1;
    std::string content = sealed;
    content[content.find("/MediaBox") + 12] ^= 1;
    for (const std::string& bad : {changed, content}) {
        EXPECT_FALSE(has(said_about(bad, "pdfsig -nocert"), "Signature is Valid"));
        EXPECT_EQ(check_seal(bad).verdict, SealVerdict::changed);
    }
    EXPECT_TRUE(has(said_about(sealed + "\n% more", "pdfsig -nocert"), "Not total document signed"));
}

TEST(Seal, our_own_check_agrees) {
    Document document(facts());
    document.paragraph("合同正文");
    const std::string plain = document.pdf();
    EXPECT_EQ(check_seal(plain).verdict, SealVerdict::not_sealed);
    const std::string sealed = seal(plain, test_key(), {"归档", "门店", "", Instant{1'795'325'716'123}});
    const SealCheck check = check_seal(sealed);
    EXPECT_EQ(check.verdict, SealVerdict::intact);
    EXPECT_EQ(check.certificate_pem, test_key().certificate_pem);
    EXPECT_EQ(check_seal(sealed + "x").verdict, SealVerdict::changed);
    EXPECT_EQ(check_seal(sealed.substr(0, sealed.size() - 1)).verdict, SealVerdict::changed);
    // Bytes all over the file, those of the signature itself included but for its filling and its wrapper.
    const std::size_t signature = sealed.find("/Contents <") + 11;
    for (std::size_t at = 10; at < sealed.size(); at += 997) {
        if (at >= signature && at < signature + 24'000) continue;
        std::string changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_NE(check_seal(changed).verdict, SealVerdict::intact) << at;
    }
    std::string forged = sealed;
    forged[signature + 2000] = forged[signature + 2000] == '0' ? '1' : '0';
    EXPECT_EQ(check_seal(forged).verdict, SealVerdict::changed);
}

TEST(Seal, refuses_what_it_cannot_seal) {
    Document document(facts());
    const std::string pdf = document.pdf();
    const SealFacts why{"归档", "门店", "", Instant{}};
    EXPECT_THROW(seal("not a pdf", test_key(), why), std::runtime_error);
    EXPECT_THROW(seal(pdf, {"x", "y"}, why), std::runtime_error);
    const SealKey other = make_self_signed("other", Instant{1'795'325'716'123});
    EXPECT_THROW(seal(pdf, {test_key().certificate_pem, other.key_pem}, why), std::runtime_error);
    EXPECT_THROW(seal(seal(pdf, test_key(), why), test_key(), why), std::runtime_error) << "only once";
    EXPECT_NO_THROW(make_self_signed(std::string(500, 'x') + "长长长", Instant{1'795'325'716'123}));
}

}  // namespace forecourt::documents
