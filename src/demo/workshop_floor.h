#pragma once
#include <demo/workshop_stock.h>

#include <deque>
#include <memory>

namespace forecourt::demo {

// Where a visit of the last hours stops, so that the demo shows every state of an order.
enum class Stay { nowhere, received, asked, approved, working, checking, ready, settled, handed_back };

// One car's way through the workshop; the lambdas on the agenda share it.
struct Visit {
    ServiceCar* car{};
    const Trouble* trouble{};
    std::string advisor;  // login
    std::int64_t appointment{};
    std::int64_t order{};
    std::int64_t consent{};
    std::size_t technician{};
    Stay stay = Stay::nowhere;
    bool of_last_hours = false;
    bool sent_back = false;
    std::vector<std::int64_t> suggested;  // jobs the customer may do without
};
using VisitPtr = std::shared_ptr<Visit>;

// A technician does one car after the other.
struct Technician {
    std::string login;
    std::deque<VisitPtr> waiting;
    bool at_work = false;
};

struct Floor {
    WorkshopStock stock;
    std::vector<Technician> technicians;
    std::map<std::int64_t, std::int64_t> issued;      // since the last delivery of parts
    std::map<std::int64_t, Instant> bay_taken_until;  // by the work the foreman gave it last
};

// The workshop's people with this stock. The last technician of the store puts new cars right before their
// delivery.
std::shared_ptr<Floor> floor_of(Dealership& store, WorkshopStock stock);
/// A workshop that may have its bays, labour and parts already; they are added where it has none.
std::shared_ptr<Floor> know_the_workshop(Dealership& store);

// How the people of the workshop live through their days.
class Workshop {
  public:
    Workshop(Dealership* store, std::shared_ptr<Floor> floor)
        : store_(store), floor_(std::move(floor)), player_(&store->player) {}

    void plan_day(Date day) const;
    // The last hours before the demo ends, whatever time of day that is: a car in every state.
    void plan_last_hours() const;
    // A car comes now, without an appointment.
    void walk_in() const;
    // A customer books for a day, and comes.
    void book(Date day) const;
    // Two cars wait for each technician: who comes now could not be served today.
    bool is_full() const;
    // What was used comes again.
    void restock() const;

  private:
    using Step = void (Workshop::*)(const VisitPtr&) const;

    void later(const VisitPtr& visit, int low, int high, Step step) const;
    VisitPtr new_visit() const;
    void end_appointment(const VisitPtr& visit, Instant when, const char* action) const;
    std::string photo(const VisitPtr& visit, unsigned number) const;
    std::string signature(const VisitPtr& visit) const;
    void receive(const VisitPtr& visit) const;
    void walk_round(const VisitPtr& visit) const;
    std::string order_of(const VisitPtr& visit) const;
    std::string record(const VisitPtr& visit) const;
    // The start of an input that names the order at its present version.
    std::string order_at(const VisitPtr& visit) const;
    // In the last hours half of the technicians are kept for the cars that show the states.
    std::size_t least_busy(const VisitPtr& visit) const;
    Technician& technician(const VisitPtr& visit) const;
    void diagnose(const VisitPtr& visit) const;
    std::vector<std::int64_t> plan_jobs(const VisitPtr& visit, const Trouble& trouble) const;
    void ask(const VisitPtr& visit) const;
    void answer(const VisitPtr& visit) const;
    void cancel(const VisitPtr& visit) const;
    void assign(const VisitPtr& visit) const;
    void begin_next(std::size_t index) const;
    void work(const VisitPtr& visit) const;
    // Clocks off when the job is done; at six the shift ends and the job goes on in the morning.
    void wait_for_end(const VisitPtr& visit, const std::string& job, Duration left) const;
    void issue_parts(const std::vector<std::string>& lines) const;
    bool check(const VisitPtr& visit, const char* level, std::string_view login,
               const std::string& rest) const;
    void check_self(const VisitPtr& visit) const;
    void check_peer(const VisitPtr& visit) const;
    void check_final(const VisitPtr& visit) const;
    bool send_back(const VisitPtr& visit) const;
    void settle(const VisitPtr& visit) const;
    void hand_back(const VisitPtr& visit) const;

    Dealership* store_;
    std::shared_ptr<Floor> floor_;
    Player* player_;
};

}  // namespace forecourt::demo
