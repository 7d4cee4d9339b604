#pragma once
#include <core/id.h>
#include <reflect/type.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt {

struct Store;
struct User;

enum class Language { zh, en };
FORECOURT_ENUM(Language, zh, en)

/// The roles of a dealership. What a role may do is said by each module's grants.
enum class Role {
    gm,
    sales_manager,
    sales,
    host,
    cashier,
    finance,
    delivery,
    advisor,
    foreman,
    technician,
    inspector,
    parts,
    care,
    hr,
    facility,
    admin,
    customer,  // by a personal link, sees own records only
    system,    // timers and events, never a person
};
FORECOURT_ENUM(Role, gm, sales_manager, sales, host, cashier, finance, delivery, advisor, foreman, technician,
               inspector, parts, care, hr, facility, admin, customer, system)

/// The people who work in the store: everybody but customers and timers.
inline std::vector<Role> every_staff_role() {
    return {Role::gm,        Role::sales_manager, Role::sales,   Role::host,    Role::cashier,
            Role::finance,   Role::delivery,      Role::advisor, Role::foreman, Role::technician,
            Role::inspector, Role::parts,         Role::care,    Role::hr,      Role::facility,
            Role::admin};
}

/// What somebody may do, by its literal name: "deals.quote_write".
struct Right {
    std::string_view name;
};

/// Open to everybody who is signed in, whatever the role.
inline constexpr Right anyone_signed_in{"anyone_signed_in"};
/// Open without sign-in.
inline constexpr Right everyone{"everyone"};

/// Who acts, in which store. A person acts in one store at a time.
struct Actor {
    Id<User> user_id;
    Id<Store> store_id;
    std::string name;
    std::vector<Role> roles;
    std::vector<std::string_view> rights;  // sorted
    Language language = Language::zh;
    std::int64_t customer_id = 0;  // set when a customer acts by link

    bool may(Right right) const {
        if (right.name == everyone.name) return true;
        if (right.name == anyone_signed_in.name) return user_id.value != 0 || customer_id != 0;
        return std::binary_search(rights.begin(), rights.end(), right.name);
    }
    bool is(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
    bool is_customer() const { return customer_id != 0; }
};

}  // namespace forecourt
