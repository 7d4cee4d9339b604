#pragma once
#include <secrets/bytes.h>

#include <cstdint>
#include <map>
#include <optional>
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
/// Those whose keys can not be changed, because what they made can not be made anew: a password is known to
/// its owner alone, a signature is in other people's hands. They outlive the master key they came from.
inline constexpr Purpose lasting_purposes[] = {Purpose::password_pepper, Purpose::anchor_signing,
                                               Purpose::shipping};

/// A new key for what is sealed from the next start on; the present one still opens what it sealed. Throws
/// when there are two already: that change must be finished first.
void add_master_key(const std::string& folder);
/// Leaves the newest key alone in the file, with the lasting keys of the one that goes. The file as it was
/// stays beside it under the answered path, for the case that something still needs it.
std::string drop_old_master_key(const std::string& folder);

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
    /// The number of the key that is being changed for the newest one; nothing when there is but one.
    std::optional<std::uint32_t> old() const;
    /// The key of one purpose, of the master key with this number. Throws when there is none.
    Key key(Purpose purpose, std::uint32_t number) const;
    Key key(Purpose purpose) const { return key(purpose, newest()); }
    /// The key of one of the lasting purposes: that of the first master key.
    Key lasting_key(Purpose purpose) const;

  private:
    friend std::string drop_old_master_key(const std::string& folder);
    friend void add_master_key(const std::string& folder);
    std::string text() const;

    std::map<std::uint32_t, Key> masters_;
    std::map<Purpose, Key> lasting_;  // of a first master key that is gone
};

}  // namespace forecourt::secrets
