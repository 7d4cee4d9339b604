#pragma once
#include <action/actor.h>
#include <core/refusal.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::program {

/// The wording of a key in a language, out of words/*.json; the key itself when there is none (a test finds
/// those).
std::string word(Language language, std::string_view key);
bool has_word(std::string_view key);

/// A wording with its {{placeholders}} filled in.
std::string sentence(Language language, std::string_view key,
                     const std::vector<std::pair<std::string, std::string>>& values);

/// Every key, for the conformance tests.
std::vector<std::string> every_word_key();

}  // namespace forecourt::program
