#include <reflect/json_scan.h>

namespace forecourt::reflect {
namespace {

void append_utf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 63));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 63));
        out += static_cast<char>(0x80 | (code & 63));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 63));
        out += static_cast<char>(0x80 | ((code >> 6) & 63));
        out += static_cast<char>(0x80 | (code & 63));
    }
}

// Length of the well-formed UTF-8 sequence at the start, 0 if there is none (RFC 3629, no surrogates).
std::size_t utf8_sequence(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80                     ? 1
                               : first >= 0xC2 && first <= 0xDF ? 2
                               : (first & 0xF0) == 0xE0         ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return 0;
    }
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return length;
}

}  // namespace

void JsonScanner::skip_blanks() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
        ++at_;
    }
}

char JsonScanner::peek() {
    skip_blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonScanner::accept(char token) {
    if (peek() != token || at_ >= text_.size()) return false;
    ++at_;
    return true;
}

void JsonScanner::expect(char token) {
    if (!accept(token)) throw MalformedJson{at_};
}

void JsonScanner::expect_end() {
    skip_blanks();
    if (at_ != text_.size()) throw MalformedJson{at_};
}

bool JsonScanner::accept_word(std::string_view word) {
    peek();
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
}

unsigned JsonScanner::hex4() {
    unsigned code = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                               : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                               : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                      : 16;
        if (digit == 16) throw MalformedJson{at_};
        code = code * 16 + digit;
    }
    return code;
}

void JsonScanner::escape(std::string& out) {
    const char c = at_ < text_.size() ? text_[at_++] : '\0';
    switch (c) {
        case '"':
        case '\\':
        case '/':
            out += c;
            return;
        case 'b':
            out += '\b';
            return;
        case 'f':
            out += '\f';
            return;
        case 'n':
            out += '\n';
            return;
        case 'r':
            out += '\r';
            return;
        case 't':
            out += '\t';
            return;
        case 'u': {
            unsigned code = hex4();
            if (code >= 0xDC00 && code <= 0xDFFF) throw MalformedJson{at_};
            if (code >= 0xD800 && code <= 0xDBFF) {
                if (text_.substr(at_, 2) != "\\u") throw MalformedJson{at_};
                at_ += 2;
                const unsigned low = hex4();
                if (low < 0xDC00 || low > 0xDFFF) throw MalformedJson{at_};
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            }
            if (code == 0) throw MalformedJson{at_};  // no text of ours holds NUL; PostgreSQL cannot either
            append_utf8(out, code);
            return;
        }
        default:
            throw MalformedJson{at_};
    }
}

std::string JsonScanner::string() {
    expect('"');
    std::string out;
    while (at_ < text_.size()) {
        const auto c = static_cast<unsigned char>(text_[at_]);
        if (c == '"') {
            ++at_;
            return out;
        }
        if (c < 0x20) throw MalformedJson{at_};
        if (c == '\\') {
            ++at_;
            escape(out);
            continue;
        }
        const std::size_t length = utf8_sequence(text_.substr(at_));
        if (length == 0) throw MalformedJson{at_};
        out.append(text_, at_, length);
        at_ += length;
    }
    throw MalformedJson{at_};
}

std::string_view JsonScanner::number() {
    peek();
    const std::size_t start = at_;
    const auto digits = [&] {
        const std::size_t from = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        if (at_ == from) throw MalformedJson{at_};
        return at_ - from;
    };
    if (at_ < text_.size() && text_[at_] == '-') ++at_;
    const bool zero = at_ < text_.size() && text_[at_] == '0';
    if (digits() > 1 && zero) throw MalformedJson{at_};
    if (at_ < text_.size() && text_[at_] == '.') {
        ++at_;
        digits();
    }
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
        ++at_;
        if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
        digits();
    }
    return text_.substr(start, at_ - start);
}

std::string_view JsonScanner::skip_value() {
    const char first = peek();
    const std::size_t start = at_;
    if (first == '"') {
        string();
    } else if (first == '{' || first == '[') {
        const char close = first == '{' ? '}' : ']';
        expect(first);
        enter();
        if (!accept(close)) {
            do {
                if (first == '{') {
                    string();
                    expect(':');
                }
                skip_value();
            } while (accept(','));
            expect(close);
        }
        leave();
    } else if (!accept_word("true") && !accept_word("false") && !accept_word("null")) {
        number();
    }
    return text_.substr(start, at_ - start);
}

}  // namespace forecourt::reflect
