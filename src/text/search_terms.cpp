#include <text/characters.h>
#include <text/pinyin.h>
#include <text/search_terms.h>

#include <algorithm>
#include <optional>

namespace forecourt::text {
namespace {

constexpr std::size_t longest_term = 32;  // a VIN has 17 characters, a document number up to about 24
constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
constexpr std::u32string_view joints = U"-_/.·•・‐‑–";

bool is_joint(char32_t c) { return joints.find(c) != std::u32string_view::npos; }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_code_character(char32_t c) { return is_latin(c) || is_digit(c); }

/// Terms in the order they were found, each once. A handful, so looking through them is the quickest.
class Terms {
  public:
    void add(std::string term) {
        if (term.empty() || term.size() > longest_term * 3) return;
        if (std::find(terms_.begin(), terms_.end(), term) == terms_.end()) terms_.push_back(std::move(term));
    }
    void add(std::u32string_view term) {
        if (term.size() <= longest_term) add(to_utf8(term));
    }
    std::vector<std::string> take() { return std::move(terms_); }

  private:
    std::vector<std::string> terms_;
};

/// Pieces of a text between blanks and punctuation other than joints.
std::vector<std::u32string> chunks_of(const std::u32string& text) {
    std::vector<std::u32string> chunks;
    std::u32string chunk;
    for (const char32_t c : text) {
        if (is_hanzi(c) || is_letter_or_digit(c) || is_joint(c)) {
            chunk += c;
        } else if (!chunk.empty()) {
            chunks.push_back(std::move(chunk));
            chunk.clear();
        }
    }
    if (!chunk.empty()) chunks.push_back(std::move(chunk));
    return chunks;
}

/// Runs of hanzi and runs of letters and digits.
std::vector<std::u32string> runs_of(std::u32string_view chunk) {
    std::vector<std::u32string> runs;
    bool hanzi_before = false;
    bool open = false;
    for (const char32_t c : chunk) {
        if (is_joint(c)) {
            open = false;
            continue;
        }
        const bool hanzi = is_hanzi(c);
        if (!open || hanzi != hanzi_before) runs.emplace_back();
        runs.back() += c;
        hanzi_before = hanzi;
        open = true;
    }
    return runs;
}

std::u32string without_joints(std::u32string_view text) {
    std::u32string joined_text;
    for (const char32_t c : text)
        if (!is_joint(c)) joined_text += c;
    return joined_text;
}

/// "x-5" and "ro-2026-0007" are one word to people; "mercedes-benz" is two.
bool is_joined_code(std::u32string_view chunk) {
    const bool has_joint = std::any_of(chunk.begin(), chunk.end(), is_joint);
    const bool has_digit = std::any_of(chunk.begin(), chunk.end(), is_digit);
    const bool only_codes = std::all_of(chunk.begin(), chunk.end(),
                                        [](char32_t c) { return is_joint(c) || is_code_character(c); });
    return has_joint && has_digit && only_codes;
}

/// A plate or its beginning: province, letter, then letters and digits (and 挂, 学, 警 and the like at the
/// end).
bool is_plate(std::u32string_view text) {
    if (text.size() < 2 || text.size() > 9 || provinces.find(text[0]) == std::u32string_view::npos)
        return false;
    if (!is_latin(text[1])) return false;
    for (std::size_t i = 2; i < text.size(); ++i) {
        const bool last = i + 1 == text.size();
        if (!is_code_character(text[i]) && !(last && text.size() >= 7 && is_hanzi(text[i]))) return false;
    }
    return true;
}

/// Where a whole plate stands inside a chunk without joints ("代步车京A12345已还"): its place and length.
struct PlatePlace {
    std::size_t at{};
    std::size_t length{};
};
std::optional<PlatePlace> find_plate(std::u32string_view chunk) {
    constexpr std::size_t shortest = 7;
    for (std::size_t at = 0; at + shortest <= chunk.size(); ++at) {
        if (!is_plate(chunk.substr(at, shortest))) continue;
        std::size_t length = 2;
        while (at + length < chunk.size() && length < 8 && is_code_character(chunk[at + length])) ++length;
        return PlatePlace{at, std::max(length, shortest)};
    }
    return std::nullopt;
}

void add_pairs(Terms& terms, std::u32string_view run) {
    if (run.size() == 1) terms.add(run);
    for (std::size_t i = 0; i + 2 <= run.size(); ++i) terms.add(run.substr(i, 2));
}

void add_beginnings(Terms& terms, std::u32string_view text, std::size_t shortest) {
    for (std::size_t length = shortest; length < text.size() && length <= 12; ++length)
        terms.add(text.substr(0, length));
}

void add_ends(Terms& terms, std::u32string_view text, std::size_t longest, std::size_t shortest) {
    for (std::size_t length = std::min(longest, text.size()); length >= shortest; --length)
        terms.add(text.substr(text.size() - length));
}

void add_pinyin(Terms& terms, std::string_view name) {
    const std::u32string characters = folded(name);
    const bool has_hanzi = std::any_of(characters.begin(), characters.end(), is_hanzi);
    if (!has_hanzi) return;
    const std::size_t surname = surname_length(name);
    for (const Reading& reading : name_readings(name)) {
        // A company's name has ten characters and more: the first four are said, of the rest the initials do.
        const std::size_t spoken = std::min<std::size_t>(reading.size(), 4);
        std::string so_far;
        for (std::size_t i = 0; i < spoken; ++i) {
            terms.add(reading[i]);
            so_far += reading[i];
            terms.add(so_far);
        }
        const std::string letters = initials(reading);
        for (std::size_t length = 2; length <= std::min<std::size_t>(letters.size(), 8); ++length)
            terms.add(letters.substr(0, length));
        const bool is_person = reading.size() <= 4 && surname > 0 && reading.size() > surname;
        if (!is_person) continue;
        const Reading given(reading.begin() + static_cast<std::ptrdiff_t>(surname), reading.end());
        terms.add(joined(given));
        if (given.size() > 1) terms.add(initials(given));
    }
}

void add_words(Terms& terms, const std::u32string& text, bool is_name) {
    for (const std::u32string& chunk : chunks_of(text)) {
        if (is_joined_code(chunk)) terms.add(without_joints(chunk));
        const std::u32string code = without_joints(chunk);
        if (const auto plate = find_plate(code))
            terms.add(std::u32string_view(code).substr(plate->at, plate->length));
        for (const std::u32string& run : runs_of(chunk)) {
            if (is_hanzi(run[0])) {
                if (is_name)
                    for (const char32_t c : run) terms.add(std::u32string_view(&c, 1));
                add_pairs(terms, run);
                continue;
            }
            terms.add(run);
            if (is_name) add_beginnings(terms, run, 3);
        }
    }
}

void add_query_runs(Terms& terms, std::u32string_view chunk) {
    for (const std::u32string& run : runs_of(chunk)) {
        if (is_hanzi(run[0])) {
            add_pairs(terms, run);
        } else {
            terms.add(run);
        }
    }
}

/// Letters, digits and hanzi only, folded: how codes are compared.
std::u32string code_of(std::string_view text) {
    std::u32string code;
    for (const char32_t c : folded(text))
        if (is_hanzi(c) || is_letter_or_digit(c)) code += c;
    return code;
}

/// The digits of a phone number without the country code; empty when it is none.
std::u32string phone_digits(const std::u32string& text) {
    std::u32string digits;
    for (const char32_t c : text) {
        const bool filler = is_blank(c) || is_joint(c) || c == U'+' || c == U'(' || c == U')';
        if (is_digit(c)) {
            digits += c;
        } else if (!filler) {
            return {};
        }
    }
    for (const std::u32string_view code : {U"0086", U"86"})
        if (digits.starts_with(code) && digits.size() == 11 + code.size()) return digits.substr(code.size());
    return digits;
}

void add_number_terms(Terms& terms, std::string_view text) {
    const std::u32string folded_text = folded(text);
    const std::u32string code = code_of(text);
    terms.add(code);
    std::u32string tail;
    for (const char32_t c : folded_text) {
        if (is_letter_or_digit(c)) {
            tail += c;
        } else {
            tail.clear();
        }
    }
    terms.add(tail);
    const std::size_t first_digit = tail.find_first_not_of(U'0');
    if (first_digit != std::u32string::npos && tail.size() - first_digit >= 2)
        terms.add(tail.substr(first_digit));
    std::size_t digits = 0;
    while (digits < code.size() && is_digit(code[code.size() - 1 - digits])) ++digits;
    for (const std::size_t length : {std::size_t{4}, std::size_t{6}})
        if (digits >= length) terms.add(code.substr(code.size() - length));
}

}  // namespace

std::vector<std::string> terms_of(FieldKind kind, std::string_view text) {
    Terms terms;
    switch (kind) {
        case FieldKind::name:
            add_words(terms, folded(text), true);
            add_pinyin(terms, text);
            break;
        case FieldKind::plate: {
            const std::u32string plate = code_of(text);
            terms.add(plate);
            add_beginnings(terms, plate, 2);
            if (plate.size() > 3) add_ends(terms, plate, plate.size() - 1, 3);
            break;
        }
        case FieldKind::vin: {
            const std::u32string vin = code_of(text);
            terms.add(vin);
            add_ends(terms, vin, 8, 4);
            break;
        }
        case FieldKind::phone: {
            const std::u32string digits = phone_digits(folded(text));
            terms.add(digits);
            if (digits.size() > 7) terms.add(digits.substr(0, 7));
            if (digits.size() > 4) terms.add(digits.substr(digits.size() - 4));
            break;
        }
        case FieldKind::number:
            add_number_terms(terms, text);
            break;
        case FieldKind::free_text:
            add_words(terms, folded(text), false);
            break;
    }
    return terms.take();
}

std::vector<QueryTerm> query_terms(std::string_view text) {
    const std::u32string typed = folded(text);
    Terms terms;
    const std::u32string phone = phone_digits(typed);
    if (phone.size() == 11 && phone[0] == U'1') {
        terms.add(phone);
    } else {
        for (const std::u32string& chunk : chunks_of(typed)) {
            const std::u32string code = without_joints(chunk);
            if (is_plate(code) || is_joined_code(chunk)) {
                terms.add(code);
                continue;
            }
            if (const auto plate = find_plate(code)) {
                const std::u32string_view view = code;
                add_query_runs(terms, view.substr(0, plate->at));
                terms.add(view.substr(plate->at, plate->length));
                add_query_runs(terms, view.substr(plate->at + plate->length));
            } else {
                add_query_runs(terms, chunk);
            }
        }
    }
    std::vector<QueryTerm> answer;
    for (std::string& term : terms.take()) {
        const bool digits = term.find_first_not_of("0123456789") == std::string::npos;
        const bool right_length = term.size() == 4 || term.size() == 7 || term.size() == 11;
        answer.push_back({std::move(term), digits && right_length});
    }
    return answer;
}

}  // namespace forecourt::text
