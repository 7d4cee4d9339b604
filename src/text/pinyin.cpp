#include <text/characters.h>
#include <text/pinyin.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace forecourt::text {
namespace {

/// Surnames that ICU reads by their everyday sound.
const std::map<char32_t, const char*>& surname_readings() {
    static const std::map<char32_t, const char*> table{
        {U'单', "shan"}, {U'曾', "zeng"}, {U'仇', "qiu"},  {U'区', "ou"},   {U'解', "xie"},  {U'查', "zha"},
        {U'朴', "piao"}, {U'任', "ren"},  {U'华', "hua"},  {U'盖', "ge"},   {U'乐', "yue"},  {U'纪', "ji"},
        {U'翟', "zhai"}, {U'覃', "qin"},  {U'缪', "miao"}, {U'尹', "yin"},  {U'冼', "xian"}, {U'乜', "nie"},
        {U'黑', "he"},   {U'秘', "bi"},   {U'折', "she"},  {U'召', "shao"}, {U'员', "yun"},  {U'种', "chong"},
        {U'逄', "pang"}, {U'燕', "yan"},  {U'哈', "ha"},   {U'宁', "ning"}, {U'葛', "ge"},   {U'令', "ling"},
        {U'洗', "xian"}, {U'繁', "po"},   {U'车', "che"},  {U'薄', "bo"},   {U'适', "kuo"},  {U'长', "chang"},
        {U'隗', "wei"},  {U'晁', "chao"}, {U'郇', "xun"},  {U'佴', "nai"},  {U'郗', "xi"},   {U'卜', "bu"}};
    return table;
}

const std::map<std::u32string, Reading>& compound_surnames() {
    static const std::map<std::u32string, Reading> table{
        {U"欧阳", {"ou", "yang"}},  {U"司马", {"si", "ma"}},     {U"上官", {"shang", "guan"}},
        {U"诸葛", {"zhu", "ge"}},   {U"司徒", {"si", "tu"}},     {U"东方", {"dong", "fang"}},
        {U"独孤", {"du", "gu"}},    {U"南宫", {"nan", "gong"}},  {U"万俟", {"mo", "qi"}},
        {U"闻人", {"wen", "ren"}},  {U"夏侯", {"xia", "hou"}},   {U"尉迟", {"yu", "chi"}},
        {U"公孙", {"gong", "sun"}}, {U"长孙", {"zhang", "sun"}}, {U"慕容", {"mu", "rong"}},
        {U"宇文", {"yu", "wen"}},   {U"令狐", {"ling", "hu"}},   {U"澹台", {"tan", "tai"}},
        {U"皇甫", {"huang", "fu"}}, {U"轩辕", {"xuan", "yuan"}}, {U"呼延", {"hu", "yan"}},
        {U"端木", {"duan", "mu"}},  {U"百里", {"bai", "li"}},    {U"申屠", {"shen", "tu"}},
        {U"太史", {"tai", "shi"}},  {U"拓跋", {"tuo", "ba"}},    {U"西门", {"xi", "men"}},
        {U"赫连", {"he", "lian"}},  {U"钟离", {"zhong", "li"}},  {U"单于", {"chan", "yu"}},
        {U"鲜于", {"xian", "yu"}},  {U"濮阳", {"pu", "yang"}}};
    return table;
}

/// Characters that names use with two sounds: the one ICU does not give.
const std::map<char32_t, std::vector<std::string>>& two_sounds() {
    static const std::map<char32_t, std::vector<std::string>> table{
        {U'长', {"chang", "zhang"}}, {U'重', {"zhong", "chong"}}, {U'乐', {"le", "yue"}},
        {U'行', {"xing", "hang"}},   {U'朝', {"chao", "zhao"}},   {U'传', {"chuan", "zhuan"}},
        {U'厦', {"xia", "sha"}},     {U'茜', {"qian", "xi"}},     {U'翟', {"zhai", "di"}},
        {U'覃', {"qin", "tan"}},     {U'兴', {"xing"}},           {U'曾', {"zeng", "ceng"}},
        {U'都', {"du", "dou"}},      {U'盛', {"sheng", "cheng"}}, {U'隗', {"wei", "kui"}},
        {U'缪', {"miao", "mu"}},     {U'盖', {"gai", "ge"}},      {U'适', {"shi", "kuo"}},
        {U'冯', {"feng"}},           {U'柏', {"bai", "bo"}}};
    return table;
}

/// ICU's transliterator is not made for several threads and slow to start, so characters are asked for once.
class HanziSounds {
  public:
    std::string of(char32_t hanzi) {
        const std::lock_guard lock(mutex_);
        const auto known = sounds_.find(hanzi);
        if (known != sounds_.end()) return known->second;
        return sounds_[hanzi] = ask(hanzi);
    }

  private:
    std::string ask(char32_t hanzi) {
        UErrorCode error = U_ZERO_ERROR;
        if (!to_latin_)
            to_latin_.reset(icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, error));
        if (U_FAILURE(error) || !to_latin_) throw std::runtime_error("ICU cannot read hanzi aloud");
        icu::UnicodeString text(static_cast<UChar32>(hanzi));
        to_latin_->transliterate(text);
        const icu::UnicodeString taken_apart =
            icu::Normalizer2::getNFDInstance(error)->normalize(text, error);
        std::string sound;
        for (int32_t at = 0; at < taken_apart.length(); ++at) {
            const char16_t unit = taken_apart.charAt(at);
            const bool two_dots = unit == 0x308;
            if (unit >= 'a' && unit <= 'z') sound += static_cast<char>(unit);
            if (two_dots && !sound.empty()) sound.back() = 'v';
        }
        return sound;
    }

    std::mutex mutex_;
    std::unique_ptr<icu::Transliterator> to_latin_;
    std::unordered_map<char32_t, std::string> sounds_;
};

std::string everyday_sound(char32_t hanzi) {
    static HanziSounds sounds;
    const auto two = two_sounds().find(hanzi);
    return two != two_sounds().end() ? two->second.front() : sounds.of(hanzi);
}

std::size_t surname_length(const std::u32string& name) {
    if (name.empty() || !is_hanzi(name[0])) return 0;
    return name.size() > 2 && compound_surnames().contains(name.substr(0, 2)) ? 2 : 1;
}

/// For each syllable its possible sounds.
std::vector<std::vector<std::string>> sounds_of_name(const std::u32string& name) {
    std::vector<std::vector<std::string>> syllables;
    std::size_t at = 0;
    const std::size_t surname = surname_length(name);
    // Names of companies and goods are longer; their first character is no surname.
    const bool is_person = name.size() <= 4;
    if (surname == 2) {
        for (const std::string& sound : compound_surnames().at(name.substr(0, 2)))
            syllables.push_back({sound});
        at = 2;
    } else if (surname == 1 && is_person && surname_readings().contains(name[0])) {
        syllables.push_back({surname_readings().at(name[0])});
        at = 1;
    }
    std::u32string word;
    const auto close_word = [&] {
        if (!word.empty()) syllables.push_back({to_utf8(word)});
        word.clear();
    };
    for (; at < name.size(); ++at) {
        if (!is_hanzi(name[at])) {
            if (is_letter_or_digit(name[at])) {
                word += name[at];
            } else {
                close_word();
            }
            continue;
        }
        close_word();
        const auto two = two_sounds().find(name[at]);
        if (two != two_sounds().end()) {
            syllables.push_back(two->second);
        } else if (std::string sound = everyday_sound(name[at]); !sound.empty()) {
            syllables.push_back({std::move(sound)});
        }
    }
    close_word();
    return syllables;
}

}  // namespace

std::vector<Reading> name_readings(std::string_view name) {
    constexpr std::size_t most_readings = 4;
    std::vector<Reading> readings{{}};
    for (const auto& sounds : sounds_of_name(folded(name))) {
        const std::size_t before = readings.size();
        for (std::size_t other = 1; other < sounds.size(); ++other)
            for (std::size_t i = 0; i < before && readings.size() < most_readings; ++i) {
                readings.push_back(readings[i]);
                readings.back().push_back(sounds[other]);
            }
        for (std::size_t i = 0; i < before; ++i) readings[i].push_back(sounds[0]);
        // Readings that found no room for another sound still need this syllable.
        for (std::size_t i = before; i < readings.size(); ++i)
            if (readings[i].size() < readings[0].size()) readings[i].push_back(sounds[0]);
    }
    return readings;
}

Reading name_reading(std::string_view name) { return name_readings(name).front(); }

std::size_t surname_length(std::string_view name) { return surname_length(folded(name)); }

std::string initials(const Reading& reading) {
    std::string letters;
    for (const std::string& syllable : reading) {
        std::size_t first = 1;  // one character, however many bytes
        while (first < syllable.size() && (syllable[first] & 0xc0) == 0x80) ++first;
        letters += syllable.substr(0, first);
    }
    return letters;
}

std::string joined(const Reading& reading) {
    std::string whole;
    for (const std::string& syllable : reading) whole += syllable;
    return whole;
}

std::string pinyin_sort_key(std::string_view text) {
    std::string key;
    for (const std::string& syllable : name_reading(text)) {
        if (!key.empty()) key += ' ';
        key += syllable;
    }
    // A character below every other, so that "li" stands before "li si"; then the text itself.
    return key + '\x01' + to_utf8(folded(text));
}

}  // namespace forecourt::text
