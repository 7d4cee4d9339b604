#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::text {

/// One way to say a text: a syllable for each hanzi, whole words for letters and digits, in order. Without
/// tones; ü is written v, as people type it.
using Reading = std::vector<std::string>;

/// The reading of a person's or company's name. A surname is read as surnames are (单 shan, 曾 zeng, 尉迟 yu
/// chi).
Reading name_reading(std::string_view name);

/// The likely readings of a name, the best first, at most four: characters such as 长 and 乐 have two in
/// names and nobody can know which the customer uses.
std::vector<Reading> name_readings(std::string_view name);

/// How many leading characters of a name are its surname: 2 for 欧阳 and the like, else 1; 0 when the name
/// does not begin with hanzi.
std::size_t surname_length(std::string_view name);

/// "ouyangjianguo" is said by "oyjg".
std::string initials(const Reading& reading);
std::string joined(const Reading& reading);

/// A text whose order by bytes is the order of a Chinese list: by pinyin, Latin names among them, equal
/// readings by the characters. Store it beside the name and sort by it on every engine.
std::string pinyin_sort_key(std::string_view text);

}  // namespace forecourt::text
