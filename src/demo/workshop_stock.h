#pragma once
#include <demo/days.h>

#include <map>

namespace forecourt::demo {

/// A car that came to the workshop before the demo's first day, and whose it is.
struct ServiceCar {
    std::int64_t customer{};
    std::string owner;
    std::int64_t car{};
    std::string series;
    bool electric{};
    std::int64_t mileage_km{};
    bool expected = false;  // booked or in the workshop
};

struct KnownPart {
    std::int64_t id{};
    std::string number;
    std::string fits;
    std::int64_t unit_cost{};
};

struct KnownOperation {
    std::int64_t id{};
    std::int64_t hours{};  // thousandths
};

/// What the workshop works with.
struct WorkshopStock {
    std::vector<std::int64_t> bays;
    std::map<std::string, KnownOperation> operations;  // by code
    std::vector<KnownPart> parts;
    std::vector<ServiceCar> cars;

    /// The part whose number begins so and that fits the series; nothing when the brand has none for it.
    const KnownPart* part(std::string_view head, const std::string& series) const;
};

/// Capacity, bays, labour, parts on their shelves, and the customers the store has served for years.
WorkshopStock set_up_workshop(Dealership& store);
/// The same where the workshop has all but the customers: those are new ones.
WorkshopStock know_the_stock(Dealership& store);
/// A delivery of parts: how many (thousandths) of which.
void receive_parts(Player& player, const WorkshopStock& stock,
                   const std::map<std::int64_t, std::int64_t>& wanted);

// What cars come with. Codes and numbers are those of demo/labour_operations.json and
// demo/parts_catalogue.json.

struct NeededPart {
    const char* head;
    int pieces;
};

struct Job {
    const char* operation;
    std::vector<NeededPart> parts;
};

struct Trouble {
    const char* words;  // the customer's
    const char* repair_class;
    const char* payer;
    std::vector<Job> jobs;
    const char* part_of_car;  // what the technician finds; empty when it is a plain service
    const char* finding;
    const char* reading;
    const char* urgency;
    bool only_electric = false;
    bool only_engine = false;
};
const std::vector<Trouble>& troubles();
/// What we find beside it and suggest; customers take about half of it.
const std::vector<Trouble>& suggestions();

}  // namespace forecourt::demo
