#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace forecourt::reflect {

/// The text is not JSON; `at` is the byte where that shows.
struct MalformedJson {
    std::size_t at;
};

/// Walks over JSON text. Strict RFC 8259 with UTF-8 checked, depth limited, and no value built.
class JsonScanner {
  public:
    explicit JsonScanner(std::string_view text) : text_(text) {}

    char peek();              // first character of the next token, 0 at the end
    bool accept(char token);  // skips it if it is the next token
    void expect(char token);
    std::string string();                // a JSON string, unescaped
    std::string_view number();           // the characters of a number
    std::string_view skip_value();       // any value; its text
    bool accept_word(std::string_view);  // true, false, null
    void expect_end();
    std::size_t position() const { return at_; }
    void enter() {
        if (++depth_ > 64) throw MalformedJson{at_};
    }
    void leave() { --depth_; }

  private:
    void skip_blanks();
    void escape(std::string& out);
    unsigned hex4();

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace forecourt::reflect
