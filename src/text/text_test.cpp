#include <text/characters.h>
#include <text/pinyin.h>
#include <text/search_terms.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace forecourt::text {
namespace {

bool finds(FieldKind kind, std::string_view field, std::string_view query) {
    const auto stored = terms_of(kind, field);
    const auto wanted = query_terms(query);
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const QueryTerm& q) {
        return std::find(stored.begin(), stored.end(), q.term) != stored.end();
    });
}

std::string readings_text(std::string_view name) {
    std::string all;
    for (const Reading& reading : name_readings(name)) {
        if (!all.empty()) all += "|";
        for (std::size_t i = 0; i < reading.size(); ++i) all += (i ? " " : "") + reading[i];
    }
    return all;
}

}  // namespace

TEST(Characters, fold_width_and_case) {
    EXPECT_EQ(to_utf8(folded("ＡＢＣ　１２３Ⅷ")), "abc 123viii");
    EXPECT_EQ(to_utf8(folded("\xff")), "\xef\xbf\xbd");
    EXPECT_EQ(to_utf8(to_characters("𠮷野家é")), "𠮷野家é");
    EXPECT_TRUE(is_hanzi(U'𠮷'));
    EXPECT_TRUE(is_hanzi(U'〇'));
    EXPECT_FALSE(is_hanzi(U'a'));
    EXPECT_FALSE(is_hanzi(U'，'));
}

TEST(Pinyin, names_are_read_as_people_say_them) {
    struct {
        const char* name;
        const char* readings;
    } const cases[] = {
        {"欧阳建国", "ou yang jian guo"},
        {"张伟", "zhang wei"},
        {"单雄信", "shan xiong xin"},
        {"曾国藩", "zeng guo fan"},
        {"仇英", "qiu ying"},
        {"区小平", "ou xiao ping"},
        {"解晓东", "xie xiao dong"},
        {"查良镛", "zha liang yong"},
        {"朴正洙", "piao zheng zhu"},
        {"尉迟恭", "yu chi gong"},
        {"万俟卨", "mo qi xie"},
        {"吕布", "lv bu"},
        {"长孙无忌", "zhang sun wu ji"},
        {"李长乐", "li chang le|li zhang le|li chang yue|li zhang yue"},
        {"Tesla 中国", "tesla zhong guo"},
        {"李A明", "li a ming"},
        {"", ""},
    };
    for (const auto& c : cases) EXPECT_EQ(readings_text(c.name), c.readings) << c.name;
}

TEST(Pinyin, more_than_four_readings_stay_whole) {
    for (const Reading& reading : name_readings("长重乐行朝传厦")) EXPECT_EQ(reading.size(), 7u);
    EXPECT_EQ(name_readings("长重乐行朝传厦").size(), 4u);
}

TEST(Pinyin, surname_has_one_or_two_characters) {
    EXPECT_EQ(surname_length("欧阳建国"), 2u);
    EXPECT_EQ(surname_length("欧阳"), 1u) << "two characters are a surname and a given name";
    EXPECT_EQ(surname_length("张伟"), 1u);
    EXPECT_EQ(surname_length("Tom"), 0u);
    EXPECT_EQ(surname_length(""), 0u);
}

TEST(Pinyin, sort_keys_give_the_order_of_a_chinese_list) {
    std::vector<std::string> names{"张三", "Bob", "王五", "李四",  "曾国", "重庆",
                                   "阿强", "李",  "李思", "apple", "123"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return pinyin_sort_key(a) < pinyin_sort_key(b); });
    const std::vector<std::string> expected{"123",  "阿强", "apple", "Bob",  "李",  "李四",
                                            "李思", "王五", "曾国",  "张三", "重庆"};
    EXPECT_EQ(names, expected);
}

TEST(SearchTerms, what_people_type_is_found) {
    struct {
        FieldKind kind;
        const char* field;
        const char* query;
    } const cases[] = {
        {FieldKind::name, "欧阳建国", "建国"},
        {FieldKind::name, "欧阳建国", "欧"},
        {FieldKind::name, "欧阳建国", "国"},
        {FieldKind::name, "欧阳建国", "欧阳建国"},
        {FieldKind::name, "欧阳建国", "阳建国"},
        {FieldKind::name, "欧阳建国", "oyjg"},
        {FieldKind::name, "欧阳建国", "OYJ"},
        {FieldKind::name, "欧阳建国", "jg"},
        {FieldKind::name, "欧阳建国", "ouyang"},
        {FieldKind::name, "欧阳建国", "ouyangjianguo"},
        {FieldKind::name, "欧阳建国", "jianguo"},
        {FieldKind::name, "欧阳建国", "ou yang jian guo"},
        {FieldKind::name, "欧阳建国", "ｏｙｊｇ"},
        {FieldKind::name, "单雄信", "sxx"},
        {FieldKind::name, "李长乐", "lichangle"},
        {FieldKind::name, "李长乐", "lcy"},
        {FieldKind::name, "吕布", "lvbu"},
        {FieldKind::name, "上海大众汽车销售有限公司", "大众汽车"},
        {FieldKind::name, "上海大众汽车销售有限公司", "shdz"},
        {FieldKind::name, "上海大众汽车销售有限公司", "上海 销售"},
        {FieldKind::name, "Model 3 高性能版", "mod"},
        {FieldKind::name, "Model 3 高性能版", "model 3"},
        {FieldKind::name, "Mercedes-Benz E300L", "mercedes-benz"},
        {FieldKind::name, "Mercedes-Benz E300L", "e300"},
        {FieldKind::name, "MAZDA CX-5", "cx-5"},
        {FieldKind::name, "MAZDA CX-5", "cx5"},
        {FieldKind::plate, "京A12345", "京A12345"},
        {FieldKind::plate, "京A12345", "京a·12345"},
        {FieldKind::plate, "京A12345", "京A 12345"},
        {FieldKind::plate, "京A12345", "京A1"},
        {FieldKind::plate, "京A12345", "京A"},
        {FieldKind::plate, "京A12345", "A12345"},
        {FieldKind::plate, "京A12345", "12345"},
        {FieldKind::plate, "京A12345", "345"},
        {FieldKind::plate, "粤BD12345", "粤BD12345"},
        {FieldKind::plate, "粤BD12345", "d12345"},
        {FieldKind::plate, "京A1234学", "京A1234学"},
        {FieldKind::vin, "LSVAM4187C2184841", "LSVAM4187C2184841"},
        {FieldKind::vin, "LSVAM4187C2184841", "lsvam4187c2184841"},
        {FieldKind::vin, "LSVAM4187C2184841", "184841"},
        {FieldKind::vin, "LSVAM4187C2184841", "C2184841"},
        {FieldKind::vin, "LSVAM4187C2184841", "4841"},
        {FieldKind::phone, "13812345678", "5678"},
        {FieldKind::phone, "13812345678", "1381234"},
        {FieldKind::phone, "13812345678", "138 1234 5678"},
        {FieldKind::phone, "+86 138-1234-5678", "13812345678"},
        {FieldKind::phone, "13812345678", "+8613812345678"},
        {FieldKind::phone, "13812345678", "0086 138-1234-5678"},
        {FieldKind::number, "RO-20261122-0107", "RO-20261122-0107"},
        {FieldKind::number, "RO-20261122-0107", "ro202611220107"},
        {FieldKind::number, "RO-20261122-0107", "0107"},
        {FieldKind::number, "RO-20261122-0107", "107"},
        {FieldKind::number, "HT202611000123", "000123"},
        {FieldKind::number, "HT202611000123", "0123"},
        {FieldKind::free_text, "右前门异响，客户要求更换刹车片", "异响"},
        {FieldKind::free_text, "右前门异响，客户要求更换刹车片", "刹车片"},
        {FieldKind::free_text, "右前门异响，客户要求更换刹车片", "刹车 异响"},
        {FieldKind::free_text, "代步车京A12345已还", "京A12345已还"},
        {FieldKind::free_text, "代步车京A12345已还", "京A12345"},
        {FieldKind::free_text, "代步车粤B·D12345已还", "粤BD12345"},
        {FieldKind::free_text, "ABS 灯亮", "abs"},
    };
    for (const auto& c : cases) EXPECT_TRUE(finds(c.kind, c.field, c.query)) << c.field << " by " << c.query;
}

TEST(SearchTerms, what_does_not_match_is_not_found) {
    struct {
        FieldKind kind;
        const char* field;
        const char* query;
    } const cases[] = {
        {FieldKind::name, "欧阳建国", "国建"},
        {FieldKind::name, "欧阳建国", "建军"},
        {FieldKind::name, "欧阳建国", "oyjj"},
        {FieldKind::plate, "京A12345", "沪A12345"},
        {FieldKind::plate, "京A12345", "2346"},
        {FieldKind::phone, "13812345678", "1234"},
        {FieldKind::vin, "LSVAM4187C2184841", "84842"},
        {FieldKind::free_text, "刹车片", "机油"},
        {FieldKind::name, "欧阳建国", ""},
        {FieldKind::name, "欧阳建国", " ,.!、"},
    };
    for (const auto& c : cases) EXPECT_FALSE(finds(c.kind, c.field, c.query)) << c.field << " by " << c.query;
}

TEST(SearchTerms, queries_are_few_exact_terms) {
    struct {
        const char* query;
        std::vector<std::string> terms;
    } const cases[] = {
        {"建国", {"建国"}},
        {"5678", {"5678"}},
        {"oyjg", {"oyjg"}},
        {"京A12345", {"京a12345"}},
        {"184841", {"184841"}},
        {"欧阳建国", {"欧阳", "阳建", "建国"}},
        {"张伟 凯美瑞", {"张伟", "凯美", "美瑞"}},
        {"建国建国", {"建国", "国建"}},
        {"", {}},
    };
    for (const auto& c : cases) {
        std::vector<std::string> terms;
        for (const QueryTerm& term : query_terms(c.query)) terms.push_back(term.term);
        EXPECT_EQ(terms, c.terms) << c.query;
    }
}

TEST(SearchTerms, only_digits_of_the_right_length_can_be_a_phone) {
    struct {
        const char* query;
        bool phone;
    } const cases[] = {{"5678", true},   {"1381234", true}, {"13812345678", true}, {"567", false},
                       {"56789", false}, {"a567", false},   {"京A1234", false}};
    for (const auto& c : cases) EXPECT_EQ(query_terms(c.query).at(0).could_be_phone, c.phone) << c.query;
}

TEST(SearchTerms, are_few_and_each_stands_once) {
    struct {
        FieldKind kind;
        const char* field;
        std::size_t most;
    } const cases[] = {
        {FieldKind::name, "欧阳建国", 19},       {FieldKind::name, "张伟", 8},
        {FieldKind::plate, "京A12345", 10},      {FieldKind::vin, "LSVAM4187C2184841", 6},
        {FieldKind::phone, "13812345678", 3},    {FieldKind::number, "RO-20261122-0107", 4},
        {FieldKind::free_text, "右前门异响", 4}, {FieldKind::name, "上海大众汽车销售有限公司", 40},
    };
    for (const auto& c : cases) {
        auto terms = terms_of(c.kind, c.field);
        EXPECT_LE(terms.size(), c.most) << c.field;
        std::sort(terms.begin(), terms.end());
        EXPECT_EQ(std::adjacent_find(terms.begin(), terms.end()), terms.end()) << c.field;
    }
}

TEST(SearchTerms, odd_input_is_harmless) {
    const std::string odd[] = {
        "\xff\xfe\xfd", std::string(5000, 'a'), std::string(3, '\0'), "----", "·", "👍👍", "京"};
    for (const FieldKind kind : {FieldKind::name, FieldKind::plate, FieldKind::vin, FieldKind::phone,
                                 FieldKind::number, FieldKind::free_text})
        for (const std::string& text : odd)
            for (const std::string& term : terms_of(kind, text)) {
                EXPECT_FALSE(term.empty());
                EXPECT_LE(term.size(), 128u);
            }
    for (const std::string& text : odd) query_terms(text);
}

}  // namespace forecourt::text
