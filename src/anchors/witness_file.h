#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace forecourt::anchors {

/// What a witness keeps of the anchors of another machine's program: its lines as they came, each behind the
/// one before. Who would rewrite the log can not take them back.
class WitnessFile {
  public:
    /// Goes on behind what the file holds; throws std::runtime_error when that can not be read.
    explicit WitnessFile(std::string path);

    enum class Added { yes, known_already, does_not_follow };
    /// Lines with their ends. Those that are new are on the disk when it returns; of lines that do not follow
    /// nothing is kept.
    Added add(std::string_view lines);
    std::int64_t last_number() const { return number_; }

  private:
    std::string path_;
    std::string before_;
    std::int64_t number_ = 0;
};

}  // namespace forecourt::anchors
