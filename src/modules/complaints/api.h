#pragma once
#include <action/context.h>

#include <optional>
#include <string>

namespace forecourt::customers {
struct Customer;
}

/// How other modules bring a complaint in. There is one complaint system for sales and service.
namespace forecourt::complaints {

struct Complaint;

enum class ComplaintChannel {
    showroom,
    workshop,
    phone,
    follow_up_call,
    survey,
    customer_page,
    manufacturer,
    authority,
    media
};
FORECOURT_ENUM(ComplaintChannel, showroom, workshop, phone, follow_up_call, survey, customer_page,
               manufacturer, authority, media)

enum class ComplaintCategory { service, product, price, other };
FORECOURT_ENUM(ComplaintCategory, service, product, price, other)

/// How bad it is; each has its own clocks (standards/complaint.json and the settings of this module).
enum class Severity { minor, general, major };
FORECOURT_ENUM(Severity, minor, general, major)

struct NewComplaint {
    Id<customers::Customer> customer_id;
    ComplaintChannel channel{};
    ComplaintCategory category{};
    Severity severity{};
    std::string words;               // in the customer's own words
    std::optional<ObjectRef> about;  // the order, deal or car it is about
    std::int64_t car_id = 0;
};

/// Opens a case with its number, owner and time limits, and alerts the owner at once.
Id<Complaint> open_complaint(Tx& tx, const NewComplaint& complaint);

}  // namespace forecourt::complaints
