#pragma once
#include <demo/player.h>

#include <algorithm>

namespace forecourt::demo {

/// What all parts of the demo know of the store as it lives.
struct Dealership {
    Player& player;
    Date first_day;
    Date last_day;
    Instant until;  // what is under way then stays so
    struct Model {
        std::int64_t id{};
        std::string series;
        std::string code;
        std::string fuel;
        std::int64_t price{};
        std::vector<std::int64_t> options;
        std::vector<std::string> colours;
        std::string as_added;  // the input that made it
    };
    std::vector<Model> models;
    struct DemoCar {
        std::int64_t id{};
        std::int64_t mileage_km{};
        bool manual{};
    };
    std::vector<DemoCar> demo_cars;
    Instant greeting_tightened{};  // when the reception's second standard begins
    int next_serial = 1;
    int next_service_serial = 1;
    int next_key = 100;
    int arrivals = 0;
};

/// Models, stock and demo cars, out of demo/*.json; the same goes on arriving through the days.
void stock_the_showroom(Dealership& store);
/// Models and demo cars as the store has them already; stocks it when it has none.
void know_the_showroom(Dealership& store);
/// The group's second store: the same models, fewer cars.
void stock_the_other_store(Dealership& store);
/// Factory orders, damage on lorries, papers and keys, transfers between the two stores, a stock count.
void plan_stock_days(Dealership& store);
/// What was sold is ordered again, and the lorry comes a week later.
void order_what_sold(Dealership& store);
/// Used cars in every step of their way, and a car that the maker builds for a quote.
void plan_used_days(Dealership& store);
/// The showroom's places, the daily look at them, rivals and guides, and the demo cars' rota.
void plan_floor_days(Dealership& store);
/// The manager changes the norm of the reception half way through, and drafts another.
void plan_standards(Dealership& store);
/// People who come to look, and what becomes of some of them: needs, test drives, deals, deliveries.
void plan_showroom_days(Dealership& store);
/// Somebody comes in now; what becomes of it is on the agenda.
void visitor_arrives(Dealership& store);
/// All consultants begin their day now.
void consultants_come(Dealership& store);

// What is done at any hour of a store that is under load.

/// A question from outside: a form, a phone call or a chat.
void somebody_asks(Dealership& store);
/// Consultants call the leads whose contact is due, and the manager decides whom they may give up.
void follow_up_leads(Dealership& store);
/// Care makes the calls of these days, one after the other.
void make_due_calls(Dealership& store);
void read_everybodys_alerts(Dealership& store);

/// Cars that come for service, from the booking to the return and the calls after it.
void plan_workshop_days(Dealership& store);
/// In the evening the cashier counts the drawer, and everybody looks through the day's alerts.
void plan_evenings(Dealership& store);
/// Care makes the calls that are due, and sees complaints to their end.
void plan_care_days(Dealership& store);

/// The knowledge base, what people ask from outside and in chats, the floor's rota and the looks at
/// appearance.
void plan_consultation_days(Dealership& store);

/// What the rota says of a consultant's day: "whole", "early", "late" or "off". One comes early and one late,
/// two are off from Monday to Friday, in another order each day.
std::string shift_on(const std::vector<std::string>& team, std::string_view login, Date day);

/// A car with a new VIN, on its way from the works.
struct OrderedForDemo {
    std::string login;  // who orders
    std::int64_t model{};
    std::string colour;
    std::string vin_head;  // the first five characters
    std::int64_t cost{};
};
std::int64_t order_car(Dealership& store, const OrderedForDemo& car);
/// It is unloaded and put in a place.
void unload_car(Dealership& store, const std::string& login, std::int64_t car);
/// Rules, targets and statements of the sales team.
void plan_team_months(Dealership& store);

/// All items of a checklist answered; those in `faults` not ok.
std::string checklist_answers(std::string_view checklist, const std::vector<std::string>& faults = {});

}  // namespace forecourt::demo
