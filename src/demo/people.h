#pragma once
#include <action/context.h>
#include <secrets/bytes.h>

#include <string>
#include <vector>

namespace forecourt::demo {

/// The demo's store and its people, forty of them: one for each role, and colleagues where the work needs
/// more; every password is "demo". Stories use the same people.
struct DemoStore {
    Id<Store> store_id;
    struct Person {
        std::string login;
        Id<User> user_id;
        std::string name;
        std::vector<Role> roles;
    };
    std::vector<Person> people;
};

/// Makes the store. `number` 1 is the demo; others get logins with that number behind ("sales1_2"), for
/// showing that stores do not see each other.
DemoStore make_store(Tx& tx, const secrets::Key& password_pepper, int number = 1);

}  // namespace forecourt::demo
