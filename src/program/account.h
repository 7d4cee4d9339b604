#pragma once
#include <program/application.h>

#include <string>

namespace forecourt::program {

struct AccountSettings {
    std::string login;
    bool takes_off_code = false;
    std::string password_file;  // empty: the password stays
};

/// Lets a person in again who is locked out, from the machine itself: takes the code off, sets a password,
/// ends the account's rest and its sessions. Answers the exit code; says on stderr what speaks against it.
int help_in(const Place& place, const AccountSettings& settings);

}  // namespace forecourt::program
