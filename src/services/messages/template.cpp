#include <assets/assets.h>
#include <core/ensure.h>
#include <reflect/json.h>
#include <services/messages/template.h>

#include <charconv>
#include <map>
#include <mutex>

namespace forecourt::messages {
namespace {

struct Words {
    std::string zh;
    std::string en;
};
FORECOURT_STRUCT(Words, zh, en)

std::optional<Words> read_words(std::string_view key) {
    for (const auto& file : assets::under("words/")) {
        const auto member = reflect::json_member(file.body, key);
        if (!member) continue;
        Words words;
        ensure(reflect::from_json(words, *member).empty());
        return words;
    }
    return std::nullopt;
}

std::string value_as_text(const std::string& json, std::string_view format) {
    std::string text;
    if (json.starts_with('"')) {
        ensure(reflect::from_json(text, json).empty());
    } else if (json != "null") {
        text = json;
    }
    if (format == "money" || format == "quantity") {
        std::int64_t number = 0;
        std::from_chars(json.data(), json.data() + json.size(), number);
        return format == "money" ? to_text(Money{number}) : to_text(Quantity{number});
    }
    if (format == "time") {
        const auto at = parse_instant(text);
        return at ? local_text(*at) : text;
    }
    return text;
}

}  // namespace

std::optional<std::string> find_words(std::string_view key, Language language) {
    static std::mutex mutex;
    static std::map<std::string, std::optional<Words>, std::less<>> known;
    const std::lock_guard guard(mutex);
    auto words = known.find(key);
    if (words == known.end()) words = known.emplace(key, read_words(key)).first;
    if (!words->second) return std::nullopt;
    return language == Language::zh ? words->second->zh : words->second->en;
}

std::string filled_in(std::string_view sentence, std::string_view params_json) {
    std::string text;
    for (;;) {
        const auto open = sentence.find("{{");
        const auto close = sentence.find("}}", open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        text += sentence.substr(0, open);
        const auto inner = sentence.substr(open + 2, close - open - 2);
        const auto comma = inner.find(',');
        const auto name = trimmed(inner.substr(0, comma));
        const auto format =
            comma == std::string_view::npos ? std::string_view{} : trimmed(inner.substr(comma + 1));
        const auto value = reflect::json_member(params_json, name);
        if (!value) throw BrokenInvariant("the message's sentence needs a value for " + std::string(name));
        text += value_as_text(*value, format);
        sentence = sentence.substr(close + 2);
    }
    return text.append(sentence);
}

}  // namespace forecourt::messages
