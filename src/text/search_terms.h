#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::text {

/// What kind of text a field holds, and with it how people look for it.
enum class FieldKind { name, plate, vin, phone, number, free_text };

/// The words under which an object is found, without repetition. The search index is a plain table
/// (term -> object) that works the same on every engine: a query is an exact look-up of each of its terms and
/// the objects found by all of them. So whatever people type must be a term already, and terms cost rows:
/// about 20 for a name, 10 for a plate, 6 for a VIN, 3 for a phone. What is stored, and why:
/// - name, 欧阳建国: single characters and pairs of neighbours (欧 欧阳 阳建 ...: hanzi have no blanks, and
/// with
///   pairs any part of two or more characters is found); syllables (jian), the pinyin up to each syllable
///   (ouyang), the given name (jianguo), the initials from two on (oy oyj oyjg) and of the given name (jg).
///   Latin words: the word and its beginnings from three letters on (mod mode model).
/// - plate, 京A12345: the whole, its beginnings from two characters on (people type from the left), its ends
///   from three on (people remember the last digits).
/// - vin: the whole, and the last 8 to 4 characters (technicians say the last six or eight).
/// - phone: the whole, the last four digits, the first seven (which give the place).
/// - number, RO-20261122-0007: the whole without hyphens, what follows the last hyphen, with and without its
///   zeros, and the last four and six digits.
/// - free_text: pairs of neighbours only, whole Latin words, plates. A single hanzi would meet half of all
///   notes; it is a term only where it stands alone.
std::vector<std::string> terms_of(FieldKind kind, std::string_view text);

/// A term of what someone typed.
struct QueryTerm {
    std::string term;
    /// Four, seven or eleven digits. Phones are encrypted, so their terms stand in the index as a keyed hash:
    /// look for the term itself or for its hash.
    bool could_be_phone{};
};

/// The terms that must all be met: "建国", "5678", "oyjg", "京A·12345", the last six of a VIN, "138 1234
/// 5678" and "张伟 凯美瑞" all become exact terms. Empty when the text holds nothing to look for.
std::vector<QueryTerm> query_terms(std::string_view text);

}  // namespace forecourt::text
