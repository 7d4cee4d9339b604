#pragma once
#include <action/actor.h>

#include <optional>
#include <string>
#include <string_view>

namespace forecourt::messages {

/// The sentence of a key of the words, out of the files that are part of the program.
std::optional<std::string> find_words(std::string_view key, Language language);

/// Puts the values of a JSON object into {{name}}, {{name, money}}, {{name, date}} and {{name, time}}. A
/// value that is missing is a mistake of the program.
std::string filled_in(std::string_view sentence, std::string_view params_json);

}  // namespace forecourt::messages
