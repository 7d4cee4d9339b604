#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace forecourt::simulator {

/// The only chance there is: one seed, one life.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    /// A whole number from `low` to `high`. Not std::uniform_int_distribution: it differs between libraries.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(list.size()) - 1))];
    }

  private:
    std::mt19937_64 random_;
};

}  // namespace forecourt::simulator
