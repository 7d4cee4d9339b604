#pragma once
#include <secrets/bytes.h>

#include <cstdint>
#include <map>
#include <string>

namespace forecourt::secrets {

/// What a key is for. Each purpose has its own key, derived from the master key, so that a leak of one says
/// nothing about the others. The numbers are part of what is stored: never change one.
enum class Purpose : std::uint64_t {
    field_sealing = 1,
    blind_index = 2,
    password_pepper = 3,
    anchor_signing = 4,
    session = 5,
    customer_link = 6,
    webhook = 7,
    cursor = 8,
    shipping = 9,
};

/// The store's master keys by number. New values are sealed with the newest; older ones still open what they
/// sealed.
class KeyRing {
  public:
    /// Reads `<folder>/keys` or makes it with one random key, readable by the owner alone (0400). Throws when
    /// the file can be read by others, is damaged, or cannot be written.
    static KeyRing load_or_create(const std::string& folder);
    /// Keys that live only in memory: for tests.
    static KeyRing from_master(const Key& master);

    /// The number of the newest key.
    std::uint32_t newest() const;
    bool has(std::uint32_t number) const;
    /// The key of one purpose, of the master key with this number. Throws when there is none.
    Key key(Purpose purpose, std::uint32_t number) const;
    Key key(Purpose purpose) const { return key(purpose, newest()); }
    /// The key of a purpose that must outlive a change of the master key, because what it made cannot be made
    /// anew (password peppers, blind indexes): that of the first master key.
    Key lasting_key(Purpose purpose) const;

  private:
    std::map<std::uint32_t, Key> masters_;
};

}  // namespace forecourt::secrets
