#include <action/named_customers.h>
#include <gtest/gtest.h>

namespace forecourt {

struct Customer;
struct Order;

struct NamedRow {
    Id<Order> id;
    Id<Customer> owner_id;
    std::optional<Id<Customer>> driver_id;
};
FORECOURT_STRUCT(NamedRow, id, owner_id, driver_id)
struct NamedHit {
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(NamedHit, object_type, object_id)
struct NamedAnswer {
    std::int64_t customer_id{};  // of a service, which knows no type for it
    std::vector<NamedRow> rows;
    std::optional<NamedRow> last;
    std::vector<NamedHit> hits;
    std::vector<Id<Customer>> merged;
};
FORECOURT_STRUCT(NamedAnswer, customer_id, rows, last, hits, merged)
struct NobodyNamed {
    Id<Order> id;
    std::string object_type;
    std::vector<std::int64_t> counts;
};
FORECOURT_STRUCT(NobodyNamed, id, object_type, counts)

TEST(NamedCustomers, are_found_wherever_they_stand) {
    const NamedCustomers named(*reflect::type_of<NamedAnswer>());
    EXPECT_FALSE(named.none());
    NamedAnswer answer;
    std::vector<std::int64_t> found;
    named.add(&answer, found);
    EXPECT_TRUE(found.empty()) << "an id that is not there is none";
    answer = {.customer_id = 1,
              .rows = {{.id = {100}, .owner_id = {2}, .driver_id = {}},
                       {.id = {101}, .owner_id = {2}, .driver_id = Id<Customer>{3}}},
              .last = NamedRow{.id = {102}, .owner_id = {4}, .driver_id = {}},
              .hits = {{"customer", 5}, {"order", 103}},
              .merged = {{6}, {7}}};
    named.add(&answer, found);
    EXPECT_EQ(found, (std::vector<std::int64_t>{1, 2, 2, 3, 4, 5, 6, 7}));
}

TEST(NamedCustomers, a_type_without_a_place_for_them_names_nobody) {
    const NamedCustomers named(*reflect::type_of<NobodyNamed>());
    EXPECT_TRUE(named.none());
    const NobodyNamed answer{.id = {1}, .object_type = "customer", .counts = {2}};
    std::vector<std::int64_t> found;
    named.add(&answer, found);
    EXPECT_TRUE(found.empty());
}

}  // namespace forecourt
