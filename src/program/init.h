#pragma once
#include <program/application.h>

namespace forecourt::program {

struct InitSettings {
    std::string demo;  // "" or "small"
    std::string store_name = "前庭汽车";
    std::string admin_login = "admin";
    int days = 90;  // of the demo's history
};

/// Makes a new store in an empty place. Without a demo it has one person, whose password is printed once.
/// Returns the exit code.
int init(const Place& place, const InitSettings& settings);

}  // namespace forecourt::program
