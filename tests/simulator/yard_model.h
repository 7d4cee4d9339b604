#pragma once
#include <simulator/attempt.h>
#include <simulator/norms.h>

#include <map>
#include <optional>
#include <set>
#include <vector>

/// The records of the model that stand for themselves: what is done with cars and people beside the sale.
namespace forecourt::simulator {

/// A car's way from one store to the other. Both stores see it.
struct Transfer {
    RecordId id{};
    std::size_t from{};
    std::size_t to{};
    bool asked_by_receiver{};
    RecordId car{};       // as the sending store knows it
    RecordId swap_car{};  // what the receiving store gives for it; 0: nothing
    RecordId swap{};      // the way of that car
    RecordId arriving{};  // the car as the receiving store knows it
    RecordId approval{};
    std::string state = "requested";
    std::int64_t version = 1;
    std::size_t decider() const { return asked_by_receiver ? from : to; }
    bool is_open() const { return state == "requested" || state == "approved"; }
    bool is_over() const { return !is_open() && state != "sent"; }
};

/// What a count of the cars says about one VIN.
struct CountedCar {
    std::string place;  // where the books say it stands
    std::string result = "missing";
    bool scanned{};
    bool explained{};
};

struct StockCount {
    RecordId id{};
    std::string state = "open";
    std::int64_t expected{};
    std::map<std::string, CountedCar> cars;  // by VIN
    std::int64_t version = 1;
    bool is_over() const { return state == "closed"; }
    std::int64_t with(const std::string& result) const;
    std::int64_t unexplained() const;
};

/// A key or a paper of a car: in the box, at the bank, in somebody's hands, or gone with the car.
struct CarItem {
    RecordId id{};
    RecordId car{};
    std::string kind;
    std::string label;
    std::string state = "here";
    std::string holder;
    std::optional<Instant> due;
    std::int64_t moves = 1;  // that its log tells
    std::int64_t version = 1;
    bool is_over() const { return state == "handed_over"; }
    bool operator==(const CarItem&) const = default;
};

/// The paper of a contract that was signed, in the archive.
struct ContractPaper {
    RecordId id{};
    RecordId deal{};
    std::int64_t revision{};
    std::string contents_hash;
    std::string state = "shelved";
    std::string borrower;
    std::optional<Date> back_by;
    Date kept_until{};
    std::int64_t moves = 1;
    std::int64_t version = 1;
    bool is_over() const { return false; }
};

/// What is done to a used car before it is for sale.
struct UsedJob {
    RecordId id{};
    std::string step;
    std::string state = "planned";
    Fen planned{};
    Fen cost{};
    Date done_on{};
    std::int64_t version = 1;
};

/// A car bought from a customer, or taken in payment of a new one.
struct UsedCar {
    RecordId id{};
    RecordId car{};  // as the stock knows it
    std::string vin;
    RecordId seller{};
    bool traded_in{};
    Fen price{};
    Fen paid{};
    Fen spent{};
    Fen asking_price{};
    Date taken_on{};
    Fen sold_for{};
    Date sold_on{};
    RecordId sold_by{};  // the deal
    std::optional<Date> transferred_on;
    std::string step = "arrived";
    std::set<std::string> papers;
    std::set<std::string> photos;  // the places of it that were photographed
    bool described{};
    std::vector<UsedJob> jobs;
    std::int64_t version = 1;
    bool is_sold() const { return step == "sold"; }
    bool is_over() const { return is_sold() && transferred_on; }
};

/// A place in the workshop's day.
struct Appointment {
    RecordId id{};
    RecordId customer{};
    RecordId car{};
    Instant starts{};
    Instant ends{};
    RecordId bay{};
    RecordId advisor{};
    std::string state = "booked";
    std::int64_t version = 1;
    bool is_over() const { return state != "booked"; }
};

/// A customer's licence as it was seen last.
struct Licence {
    std::string covers;  // all, automatic, no
    bool is_young{};     // in its first year
    Date issued_on{};
    std::optional<Date> until;
};

struct TestDrive {
    RecordId id{};
    RecordId customer{};
    RecordId car{};
    RecordId consultant{};
    Instant starts{};
    Instant ends{};
    std::string route;
    std::string state = "booked";
    std::int64_t mileage_out_km{};
    bool has_started{};
    bool has_feedback{};
    std::int64_t incidents{};
    std::int64_t version = 1;
    bool is_over() const { return state == "finished" || state == "cancelled"; }
};

/// A consultant's day on the floor.
struct Duty {
    Instant started{};
    std::optional<Instant> back;  // from having been away
    bool is_away{};
    bool is_ended{};
    std::int64_t faults{};
};

/// Who is to be on the floor, in the order of the rota.
struct Shift {
    RecordId user{};
    std::string kind;
};

/// Somebody who came into the showroom.
struct Visit {
    RecordId id{};
    RecordId customer{};  // 0: not known yet
    std::string purpose;
    RecordId consultant{};
    Instant arrived{};
    std::string series;   // that they want to see
    std::string because;  // why it is this consultant
    bool by_knowledge{};  // who knows the series
    std::optional<Instant> ended;
    std::string state = "waiting";
    bool asked_for_help{};
    bool was_greeted{};
    std::int64_t version = 1;
    bool is_over() const { return state == "ended"; }
    /// Visitors for the workshop or with a complaint are not the sales team's.
    bool is_for_sales() const { return purpose != "service" && purpose != "complaint"; }
};

/// Somebody who may buy.
struct Lead {
    RecordId id{};
    RecordId customer{};
    RecordId consultant{};
    std::string state = "open";
    RecordId model{};
    RecordId approval{};   // of giving it up, that is asked for
    bool awaits_answer{};  // did not come in person
    bool was_spoken_with{};
    std::int64_t contacts{};
    Instant next_contact{};
    bool contact_has_words{};  // what it is planned for
    Date graded_on{};          // opened, or asked about needs
    std::string grade = "ungraded";
    std::int64_t score{};
    bool needs_known{};
    std::string plate;  // of the car they drive now, as they said
    std::string vin;
    RecordId merged_into{};
    std::int64_t owners = 1;  // it had, the present one too
    std::int64_t version = 1;
    bool wants_a_response() const { return awaits_answer && !was_spoken_with; }
    bool is_over() const { return state != "open"; }
};

}  // namespace forecourt::simulator
