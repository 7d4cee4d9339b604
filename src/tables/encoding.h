#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace forecourt::tables {

/// A text file turned into UTF-8.
struct Decoded {
    std::string text;      // UTF-8; U+FFFD where bytes could not be read
    std::string encoding;  // "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"
    bool sure = true;      // false: another encoding is nearly as likely
};

/// Finds the encoding of a file that Excel or an older dealership program wrote in China: a byte-order mark,
/// else strict UTF-8, else GB18030 (which holds GBK and GB2312). A short GB text can be valid UTF-8 by chance
/// (钱 施 郑 are two-byte letters there); without a single hanzi in it, such a file is taken as GB18030 and
/// called not sure.
Decoded decode_text(std::string_view bytes);

/// The same with the encoding given by the person; one of the four names above, others throw
/// std::invalid_argument.
Decoded decode_text_as(std::string_view bytes, std::string_view encoding);

/// Whether the bytes are UTF-8 without overlong forms and surrogates.
bool is_utf8(std::string_view bytes);

}  // namespace forecourt::tables
