#pragma once
#include <simulator/model.h>
#include <simulator/program.h>

namespace forecourt::simulator {

/// What an invention needs to know: who is there, what time it is, and how the dice fall.
class Life {
  public:
    Life(Program& program, std::uint64_t seed, Instant opening)
        : program(program), dice(seed), now(opening) {}

    Program& program;
    Dice dice;
    Model model;
    Instant now;

    StoreModel& at(std::size_t store) { return model.stores[store]; }
    Date today() const { return local_date(now); }
    std::string today_text(int days_on = 0) const { return to_text(today() + days_on); }
    /// Mostly the first store.
    std::size_t some_store() { return dice.chance(75) ? 0 : 1; }
    std::string seller() { return "sales" + std::to_string(dice.between(1, 4)); }
    /// An amount around a limit: on it, one beyond, nothing, below nothing, or anywhere up to it.
    Fen around(Fen limit);
    /// A number that no record has.
    static constexpr RecordId nobody = 999'999'999;
};

/// One kind of thing that people try.
struct Invention {
    const char* name;  // the action
    int weight;        // how often, beside the others
    std::optional<Attempt> (*invent)(Life& life);
};

/// What there must be before the first day: models, and people who may be customers.
void open_stores(Life& life);

std::vector<Invention> sale_inventions();
std::vector<Invention> contract_inventions();
std::vector<Invention> payment_inventions();
std::vector<Invention> delivery_inventions();
std::vector<Invention> car_inventions();
std::vector<Invention> parts_inventions();
std::vector<Invention> plan_inventions();
std::vector<Invention> work_inventions();
std::vector<Invention> bill_inventions();
std::vector<Invention> loan_inventions();
std::vector<Invention> qr_inventions();
std::vector<Invention> insurance_inventions();
std::vector<Invention> used_car_inventions();
std::vector<Invention> used_sale_inventions();
std::vector<Invention> transfer_inventions();
std::vector<Invention> count_inventions();
std::vector<Invention> appointment_inventions();
std::vector<Invention> drive_inventions();
std::vector<Invention> visit_inventions();
std::vector<Invention> lead_inventions();
std::vector<Invention> lead_entry_inventions();
std::vector<Invention> need_inventions();
std::vector<Invention> duty_inventions();
std::vector<Invention> custody_inventions();
std::vector<Invention> archive_inventions();
std::vector<Invention> care_inventions();
std::vector<Invention> complaint_inventions();

std::string some_stock_keeper(Life& life);
/// A place in the yard or the showroom.
std::string some_place(Life& life);
/// The other store has been told whether the car may go, or it has come.
void transfer_decided(Life& life, RecordId transfer, bool granted);
void must_be_movable(Life& life, Attempt& attempt, std::size_t from, std::size_t to, RecordId car);
/// Why what was asked of the other store can not be granted any more.
void must_still_go(Life& life, Attempt& attempt, const Transfer& transfer);
void transfer_arrived(Life& life, RecordId transfer);

/// Who had not come on an earlier day has missed the appointment.
void appointments_were_missed(Life& life);
/// What the payment company was asked for, and how it answered, against what waits to be paid back.
void refunds_were_sent(Life& life, const std::vector<PaymentCompany::Asked>& asked);

/// The role of a login: "sales2" is a sales consultant.
std::string role_of(const std::string& login);
/// Whether somebody with this role may do the action at all; throws for an action that is not listed.
bool may(const std::string& role, const std::string& action);
/// Logins of the first store, one or more for each role.
const std::vector<std::string>& every_login();

/// Reads a record as a screen does, and compares it with the model; throws Mismatch.
void look(Life& life);

}  // namespace forecourt::simulator
