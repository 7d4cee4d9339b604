#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

/// What a new lead begins with, when its customer is known and has none open.
struct NewLeadFacts {
    customers::CustomerFacts customer;
    std::optional<reception::VisitFacts> visit;
    LeadSource source{};
    std::string campaign;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<User>> consultant_id;
    std::string note;
    std::optional<Plate> plate;
    std::optional<Vin> vin;
};

/// Gives it a number, an owner, a next contact and its place in the funnel.
LeadOpened open_new_lead(Tx& tx, const NewLeadFacts& facts);

/// A customer found by what was typed on entry.
enum class FoundBy { phone, plate, vin };
FORECOURT_ENUM(FoundBy, phone, plate, vin)

struct Match {
    Id<customers::Customer> customer_id;
    FoundBy found_by{};
};
/// Who has this phone; who owns, or said to drive, the car with this plate or VIN. Each customer once.
std::vector<Match> find_matches(db::Connection& db, Id<Store> store, const std::optional<Phone>& phone,
                                const std::optional<Plate>& plate, const std::optional<Vin>& vin);

struct DuplicatesIn {
    std::optional<Phone> phone;
    std::optional<Plate> plate;
    std::optional<Vin> vin;
};
FORECOURT_STRUCT(DuplicatesIn, phone, plate, vin)

struct DuplicateRow {
    Id<customers::Customer> customer_id;
    std::string customer_name;
    std::string phone_masked;
    FoundBy found_by{};
    std::optional<Id<Lead>> lead_id;  // the open one
    std::string number;
    LeadGrade grade{};
    std::string consultant_name;
    std::optional<Instant> next_contact_at;
};
FORECOURT_STRUCT(DuplicateRow, customer_id, customer_name, phone_masked, found_by, lead_id, number, grade,
                 consultant_name, next_contact_at)

struct Duplicates {
    std::vector<DuplicateRow> rows;
};
FORECOURT_STRUCT(Duplicates, rows)

}  // namespace forecourt::leads
