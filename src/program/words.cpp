#include <program/words.h>

#include <assets/assets.h>
#include <core/ensure.h>
#include <reflect/json_scan.h>

#include <unordered_map>

namespace forecourt::program {
namespace {

struct Wording {
    std::string zh;
    std::string en;
};
using Words = std::unordered_map<std::string, Wording>;

void read_file(std::string_view json, Words& words) {
    reflect::JsonScanner scan(json);
    scan.expect('{');
    if (scan.accept('}')) return;
    do {
        std::string key = scan.string();
        scan.expect(':');
        scan.expect('{');
        Wording wording;
        do {
            const std::string language = scan.string();
            scan.expect(':');
            (language == "zh" ? wording.zh : wording.en) = scan.string();
        } while (scan.accept(','));
        scan.expect('}');
        if (!words.emplace(key, std::move(wording)).second) {
            throw BrokenInvariant(key + " stands in two places of words/");
        }
    } while (scan.accept(','));
    scan.expect('}');
    scan.expect_end();
}

const Words& words() {
    static const Words all = [] {
        Words words;
        for (const auto& asset : assets::under("words/")) {
            try {
                read_file(asset.body, words);
            } catch (const reflect::MalformedJson& malformed) {
                throw BrokenInvariant(std::string(asset.path) + " is malformed at byte " +
                                      std::to_string(malformed.at));
            }
        }
        return words;
    }();
    return all;
}

}  // namespace

bool has_word(std::string_view key) { return words().contains(std::string(key)); }

std::string word(Language language, std::string_view key) {
    const auto found = words().find(std::string(key));
    if (found == words().end()) return std::string(key);
    return language == Language::zh ? found->second.zh : found->second.en;
}

std::string sentence(Language language, std::string_view key,
                     const std::vector<std::pair<std::string, std::string>>& values) {
    std::string text = word(language, key);
    for (const auto& [name, value] : values) {
        const std::string placeholder = "{{" + name + "}}";
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

std::vector<std::string> every_word_key() {
    std::vector<std::string> keys;
    for (const auto& [key, wording] : words()) keys.push_back(key);
    return keys;
}

}  // namespace forecourt::program
