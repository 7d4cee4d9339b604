#pragma once
#include <demo/player.h>

namespace forecourt::demo {

// Invented people and things that pass every check of the real ones.

struct Invented {
    std::string name;
    bool woman{};
    std::string phone;
    std::string identity_number;
    std::string address;
};
Invented invent_person(Player& player);
std::string invent_plate(Player& player);
/// A VIN that begins so, with its check digit.
std::string vin_with(std::string_view head_eleven, int serial);

}  // namespace forecourt::demo
