#pragma once
#include <program/application.h>

namespace forecourt::program {

struct InitSettings {
    std::string demo;  // "", "small" or "people"
    int stores = 1;    // of people who wait for work: what `simulate` plays
    std::string store_name = "前庭汽车";
    std::string admin_login = "admin";
    int days = 90;  // of the demo's history
};

/// Makes a new store in an empty place. Without a demo it has one person, whose password is printed once;
/// with "people" it has the demo's, and nothing else, as often as there are stores. Returns the exit code.
int init(const Place& place, const InitSettings& settings);

}  // namespace forecourt::program
