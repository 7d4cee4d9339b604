#pragma once
#include <action/view.h>
#include <modules/customers/consent/consent.h>
#include <services/access/api.h>

namespace forecourt::customers {

/// `q` finds by name, pinyin, phone and whatever else the search box understands; without it the list
/// is paged.
struct CustomerListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<std::string> q;
    std::optional<CustomerSource> source;
    std::optional<bool> company;
    std::optional<Id<User>> consultant_id;
};
FORECOURT_STRUCT(CustomerListIn, limit, after, sort, q, source, company, consultant_id)

struct CustomerListRow {
    Id<Customer> id;
    std::string name;
    bool company{};
    Gender gender{};
    std::string phone_masked;
    std::string cars;  // "京A12345 星驰 A5 …"
    CustomerSource source{};
    std::optional<Id<User>> consultant_id;
    std::string consultant_name;
    Instant created_at;
};
FORECOURT_STRUCT(CustomerListRow, id, name, company, gender, phone_masked, cars, source, consultant_id,
                 consultant_name, created_at)

struct CustomerRecordIn {
    Id<Customer> customer_id;
};
FORECOURT_STRUCT(CustomerRecordIn, customer_id)

struct CustomerHead {
    Id<Customer> id;
    std::string name;
    bool company{};
    Gender gender{};
    std::string phone_masked;
    std::string identity_masked;
    std::string email;
    std::string address;
    std::string note;
    CustomerSource source{};
    std::optional<Id<User>> consultant_id;
    std::string consultant_name;
    Instant created_at;
    std::string created_by;
    std::optional<Id<Customer>> merged_into;
    std::int64_t version{};
};
FORECOURT_STRUCT(CustomerHead, id, name, company, gender, phone_masked, identity_masked, email, address, note,
                 source, consultant_id, consultant_name, created_at, created_by, merged_into, version)

struct CustomerCar {
    Id<vehicles::Car> id;
    Vin vin;
    std::string model_name;
    std::optional<Plate> plate;
    std::string colour;
    std::int64_t mileage_km{};
    vehicles::CarState state{};
    std::optional<Date> first_registered;
    std::optional<Date> warranty_start;
};
FORECOURT_STRUCT(CustomerCar, id, vin, model_name, plate, colour, mileage_km, state, first_registered,
                 warranty_start)

/// Somebody of the same name or number: perhaps the same person twice.
struct PossibleDuplicate {
    Id<Customer> id;
    std::string name;
    std::string phone_masked;
    Instant created_at;
};
FORECOURT_STRUCT(PossibleDuplicate, id, name, phone_masked, created_at)

struct CustomerRecord {
    CustomerHead customer;
    std::vector<CustomerCar> cars;
    std::vector<ConsentRow> consents;
    std::vector<PossibleDuplicate> possible_duplicates;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CustomerRecord, customer, cars, consents, possible_duplicates, allowed_actions)

/// The personal links by which somebody may act as this customer now.
struct CustomerLinks {
    std::vector<access::LiveLink> links;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CustomerLinks, links, allowed_actions)

/// What the customer's own page shows.
struct OwnRecord {
    Id<Customer> id;
    std::string name;
    std::string phone_masked;
    std::string email;
    std::string address;
    std::vector<CustomerCar> cars;
    std::vector<ConsentRow> consents;
};
FORECOURT_STRUCT(OwnRecord, id, name, phone_masked, email, address, cars, consents)

extern const View<CustomerListIn, Page<CustomerListRow>> customer_list;
extern const View<CustomerRecordIn, CustomerRecord> customer_record;
extern const View<CustomerRecordIn, CustomerLinks> customer_links;
extern const View<Nothing, OwnRecord> my_record;

}  // namespace forecourt::customers
