#pragma once
#include <simulator/attempt.h>
#include <simulator/care_model.h>
#include <simulator/dice.h>
#include <simulator/norms.h>
#include <simulator/yard_model.h>

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

/// What the store must look like after what was done in it, written from the norms and kept beside the
/// program. States are the program's words, so that they can be compared as they stand.
namespace forecourt::simulator {

/// Records of one kind: found by id, and picked at random, mostly of those that still run.
template <class T>
class Records {
  public:
    T& add(T record) {
        at_[record.id] = all_.size();
        running_.push_back(record.id);
        return all_.emplace_back(std::move(record));
    }
    T& at(RecordId id) { return all_[at_.at(id)]; }
    bool has(RecordId id) const { return at_.contains(id); }
    std::size_t size() const { return all_.size(); }
    std::deque<T>& all() { return all_; }
    const std::deque<T>& all() const { return all_; }
    /// One in nine or so is one that is over. Null when there is none.
    T* pick(Dice& dice) {
        if (all_.empty()) return nullptr;
        if (dice.chance(12)) return &all_[static_cast<std::size_t>(dice.between(0, last()))];
        return pick_running(dice);
    }
    T* pick_running(Dice& dice) {
        while (!running_.empty()) {
            const auto index =
                static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(running_.size()) - 1));
            T& record = at(running_[index]);
            if (!record.is_over()) return &record;
            running_[index] = running_.back();
            running_.pop_back();
        }
        return nullptr;
    }
    std::size_t running() const { return running_.size(); }
    /// It was over and is not any more.
    void runs_again(RecordId id) { running_.push_back(id); }

  private:
    std::int64_t last() const { return static_cast<std::int64_t>(all_.size()) - 1; }
    std::deque<T> all_;
    std::unordered_map<RecordId, std::size_t> at_;
    std::vector<RecordId> running_;
};

struct Customer {
    RecordId id{};
    bool identified{};      // identity and address are known
    RecordId consultant{};  // whose customer it is
    std::string phone;
    /// What a contract must say of its buyer.
    bool can_sign() const { return identified && !phone.empty(); }
    bool is_over() const { return false; }
};

struct Car {
    RecordId id{};
    RecordId model{};
    std::string vin;
    std::string location;
    std::string state = "in_transit";
    bool leaves{};       // another store is to have it
    bool has_left{};     // another store has it
    RecordId came_by{};  // the transfer
    RecordId deal{};
    RecordId customer{};
    bool arrived{};
    std::int64_t mileage_km{};
    std::string key_number;
    bool used{};  // somebody drove it before, and the trade in used cars has it
    Fen cost{};
    std::int64_t version = 1;
    bool in_workshop{};
    bool is_over() const { return has_left || state == "sold" || state == "customer"; }
    bool is_free() const {
        return deal == 0 && (state == "in_transit" || state == "in_stock") && !leaves && !has_left;
    }
    /// Free, or promised to this very deal already.
    bool is_free_for(RecordId one) const { return is_free() || (deal == one && state == "locked"); }
    bool stands_here() const {
        return arrived && !has_left && (state == "in_stock" || state == "locked" || state == "demo");
    }
};

struct QuoteLine {
    RecordId id{};
    std::string kind;
    Fen amount{};
    Fen worth{};
};

struct Fitting {
    RecordId line{};
    std::string state = "planned";
};

/// What an insurer would take.
struct InsuranceOffer {
    RecordId id{};
    Fen premium{};
    Fen commission{};
    Date valid_until{};
};

/// The car's insurance, which the contract leaves to the store: from the signature on.
struct Insurance {
    RecordId id{};  // 0: not begun
    Fen collected{};
    std::string state = "collecting";
    std::set<std::string> papers;
    std::vector<InsuranceOffer> offers;
    std::size_t chosen{};  // one more than its place among the offers; 0: none
    std::int64_t version = 1;
    bool is_over() const { return state == "done" || state == "cancelled"; }
    /// The car waits for it.
    bool is_awaited() const { return id != 0 && !is_over(); }
};

/// A contract as it was signed; another one may have taken its place since.
struct SignedContract {
    std::int64_t revision{};
    std::string contents_hash;
    Date signed_on{};
    bool filed{};
};

struct Deal {
    RecordId id{};
    RecordId customer{};
    RecordId lead{};  // that the customer had open
    RecordId model{};
    RecordId car{};
    bool used{};  // it is about a used car
    std::string state = "draft";
    Fen list_price{};
    Fen discount{};
    Fen concession_granted{};
    Fen total{};
    Date bought_on{};
    std::vector<QuoteLine> lines;  // those that were added to the usual ones
    std::vector<Fitting> fittings;
    std::int64_t version = 1;
    // What was asked and waits for its answer.
    Fen asked_discount{};
    Fen asked_concession{};
    bool asked_twice{};  // the sales manager first, then the general manager
    RecordId approval{};
    std::int64_t revisions{};      // of its contract, drafts too
    std::int64_t drafted_at_km{};  // what its contract says of a used car
    std::vector<SignedContract> signed_contracts;
    // The contract in force.
    Fen deposit{};
    std::string contents_hash;
    bool contract_complete{};
    RecordId due{};
    RecordId delivery{};
    Insurance insurance;
    std::vector<RecordId> loans;
    bool is_over() const { return state == "delivered" || state == "cancelled"; }
    Fen gifts() const;
};

struct Due {
    RecordId id{};
    std::string kind = "prepayment";  // or settlement
    RecordId customer{};
    RecordId about{};  // the deal or repair order
    Fen amount{};
    Fen paid{};
    Fen waiting{};  // asked back or granted, and not paid
    Fen kept{};     // the store's own, after a cancellation
    Fen open() const { return std::max<Fen>(0, amount - paid); }
    Fen refundable() const { return paid - waiting - kept; }
    /// An advance is owed to the customer until the supply; what is paid for a supply lowers what he owes.
    const char* account() const { return kind == "prepayment" ? "customer_deposits" : "customer_receivable"; }
    bool is_over() const { return open() == 0; }
};

struct Payment {
    RecordId id{};
    RecordId due{};
    Fen amount{};
    Fen refunded{};
    Fen waiting{};        // asked or granted and not paid
    RecordId qr_order{};  // that it came by; 0: it did not
    Fen left() const { return amount - refunded - waiting; }
    bool is_over() const { return refunded == amount; }
};

struct Refund {
    RecordId id{};
    RecordId payment{};
    Fen amount{};
    std::string number;
    std::string sent;  // over the payment company: waiting, done, failed; empty: not
    std::int64_t attempts{};
    Instant next_attempt_at{};
    std::string state = "asked";
    std::int64_t version = 1;
    bool is_over() const { return state == "paid" || state == "declined"; }
};

/// A code on the screen, to be paid by scanning it.
struct QrOrder {
    RecordId id{};
    std::string number;
    RecordId due{};
    Fen amount{};
    std::string state = "waiting";
    std::int64_t version = 1;
    bool is_over() const { return state != "waiting"; }
};

/// Money of which the payment company told and which fitted nothing.
struct Notice {
    RecordId id{};
    bool cleared{};
    bool is_over() const { return cleared; }
};

struct Approval {
    RecordId id{};
    std::string kind;
    RecordId about{};
    std::string decider;  // a role
    std::string asked_by;
    std::string state = "waiting";
    bool is_over() const { return state != "waiting"; }
};

/// What an inspection found. It is a line of a repair order of the store's own until it is put right by hand.
struct InspectionFault {
    RecordId id{};
    RecordId order{};
    RecordId line{};
    bool mended{};
    bool in_workshop{};  // the workshop mended it, and may have to do it again
};

struct Delivery {
    RecordId id{};
    RecordId deal{};
    RecordId car{};
    std::string state = "preparing";
    bool inspected{};
    bool prepared{};
    bool accepted{};
    std::vector<InspectionFault> faults;  // of the car it is about
    std::int64_t open_faults() const;
    std::int64_t version = 1;
    bool is_over() const { return state != "preparing"; }
};

/// One entry of the ledger: account, amount (debit is positive), and whose account it is.
struct Posting {
    std::string account;
    Fen amount{};
    RecordId customer{};
};

/// What one line of an order wants of a part: wanted = laid aside + issued + missing.
struct Wanted {
    RecordId line{};
    RecordId part{};
    std::int64_t wanted{};
    std::int64_t reserved{};
    std::int64_t issued{};
    Fen cost{};
    bool released{};
    std::int64_t missing() const { return wanted - reserved - issued; }
};

struct Part {
    RecordId id{};
    Fen price{};
    std::string home_bin;
    std::map<std::string, std::int64_t> bins;
    std::int64_t reserved{};
    Fen value{};
    Fen last_amount{};  // of the last receipt, for what is found when there was nothing
    std::int64_t last_quantity{};
    bool withdrawn{};
    std::int64_t version = 1;
    std::vector<Wanted> wanted;  // in the order of asking
    std::int64_t on_hand() const;
    std::int64_t free() const { return on_hand() - reserved; }
    bool is_over() const { return withdrawn; }
};

struct OrderLine {
    RecordId id{};
    std::string kind;  // labour, part, outside
    std::string state = "planned";
    std::string work = "waiting";
    std::int64_t quantity{};
    Fen unit_price{};
    Fen discount{};
    std::string payer;
    RecordId part{};
    std::int64_t version = 1;
    Fen amount() const;
};

struct Order {
    RecordId id{};
    RecordId customer{};
    RecordId car{};
    std::int64_t mileage_km{};
    RecordId delivery{};  // that asks for it, of the store's own work; 0: a customer's
    std::vector<OrderLine> lines;
    std::vector<std::string> workers;  // who was ever clocked on
    RecordId consent{};                // the question that is open
    bool started{};
    int checks_passed{};
    bool passed{};
    bool settled{};
    bool handed_back{};
    bool cancelled{};
    RecordId due{};
    Fen deposit{};  // what the bill was settled against
    std::vector<Posting> bill;
    std::int64_t version = 1;
    bool is_over() const { return handed_back || cancelled; }
    bool plan_can_grow() const { return !is_over() && !passed && !settled; }
    std::string state() const;
    bool work_is_done() const;
    bool has(const std::string& line_state) const;
    OrderLine& line(RecordId id);
    Fen planned_total() const;
};

/// What a lender offers for one number of months, from a day on.
struct LoanTerm {
    RecordId id{};
    RecordId product{};
    std::vector<std::string> papers;  // that the lender wants to see
    std::string repayment;
    LoanFacts facts;
    Date valid_from{};
    std::optional<Date> valid_until;
    std::int64_t down_payment_basis_points{};
    Fen amount_min{};
    Fen amount_max{};
    bool is_over() const { return false; }
    bool is_good_on(Date day) const { return valid_from <= day && (!valid_until || day <= *valid_until); }
};

struct LoanProduct {
    RecordId id{};
    std::string name;
    std::string repayment;
    std::vector<std::string> papers;
    bool is_over() const { return false; }
};

struct Loan {
    RecordId id{};
    RecordId deal{};
    RecordId term{};
    std::string state = "drafted";
    Fen principal{};
    Fen asked{};
    std::set<std::string> papers;
    bool sheet_is_signed{};
    Date applied_on{};
    Date approval_ends_on{};
    std::optional<Date> mortgaged_on;
    std::optional<Date> released_on;
    std::int64_t version = 1;
    bool is_ended() const { return state == "rejected" || state == "withdrawn"; }
    bool is_over() const { return is_ended() || released_on; }
};

/// Who works on what now.
struct Clock {
    RecordId order{};
    RecordId line{};
};

struct CarModel {
    RecordId id{};
    std::string series;
    CarFacts facts;
    Fen price{};
};

struct StoreModel {
    std::map<std::string, Fen> accounts;
    std::map<RecordId, std::map<std::string, Fen>> customer_accounts;
    std::vector<CarModel> models;
    std::vector<CarModel> used_models;  // that only used cars have
    Records<Customer> customers;
    Records<Car> cars;
    Records<Deal> deals;
    Records<Due> dues;
    Records<Payment> payments;
    Records<Refund> refunds;
    Records<Approval> approvals;
    Records<Delivery> deliveries;
    std::vector<RecordId> driven_cars;  // of customers: bought here, or brought
    Records<Part> parts;
    Records<Order> orders;
    std::map<std::string, Clock> clocks;  // by login
    Records<UsedCar> used_cars;
    Records<StockCount> counts;
    Records<CarItem> items;
    Records<ContractPaper> papers;
    std::vector<RecordId> bays;  // that appointments are made for
    Records<Appointment> appointments;
    std::map<RecordId, Licence> licences;  // by customer
    Records<TestDrive> drives;
    Records<Visit> visits;
    std::map<Date, std::map<RecordId, Duty>> duties;      // by day and person
    std::map<Date, std::vector<Shift>> rota;              // by day
    std::map<RecordId, std::set<std::string>> knowledge;  // which series a consultant knows
    std::map<RecordId, Instant> lead_given;               // when a consultant got a lead last
    Records<Lead> leads;
    std::set<RecordId> deals_with_old_car_here;
    Records<CareCall> calls;
    std::set<RecordId> wants_no_calls;
    Records<Complaint> complaints;
    Records<QrOrder> qr_orders;
    std::set<std::string> notices_taken;  // the company's references
    Records<Notice> questioned_notices;
    Records<LoanProduct> loan_products;
    Records<LoanTerm> loan_terms;
    Records<Loan> loans;
    RecordId operation{};

    /// Throws when the entry does not balance: then the model is wrong.
    void post(const std::vector<Posting>& entry);
    const CarModel& model(RecordId id) const;
    /// The trade in used cars' record of a car; null when it is no used one.
    UsedCar* used_car_of(RecordId car);
    /// Whether a car of this store, or a customer's, has it. One that has left is not known any more.
    bool knows_vin(const std::string& vin) const;
    Fen balance(const std::string& account) const;
    /// What became free is laid aside for who asked first.
    void lay_aside(Part& part);
};

struct Model {
    std::array<StoreModel, 2> stores;
    Records<Transfer> transfers;
};

}  // namespace forecourt::simulator
