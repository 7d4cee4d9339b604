#pragma once
#include <simulator/attempt.h>
#include <simulator/payment_company.h>
#include <testing/place.h>

#include <map>
#include <memory>

namespace forecourt::simulator {

/// What the balance of a store's accounts is, by their names.
using Balances = std::map<std::string, Fen>;

/// The program under test: its actions, its views, and what can be read of its tables. Two stores.
class Program {
  public:
    Program(bool postgresql, const std::string& name, Instant opening);
    ~Program();

    program::Answer act(const Actor& actor, const std::string& action, const std::string& input,
                        const std::string& key, Instant now);
    /// Answers the view's JSON; throws Mismatch when it is refused.
    std::string see(const Actor& actor, const std::string& view,
                    const std::vector<std::pair<std::string, std::string>>& parameters, Instant now);
    void run_jobs(Instant from, Instant to);
    /// What the payment company was asked to pay back.
    std::vector<PaymentCompany::Asked> send_refunds(Instant now);

    Actor actor_of(std::size_t store, const std::string& login) const;
    Actor customer_of(std::size_t store, RecordId customer) const;
    const std::string& signature(std::size_t store) const { return signatures_[store]; }
    Id<Store> store_id(std::size_t store) const { return people_of(store).store_id; }

    Balances balances(std::size_t store);
    Balances customer_balances(std::size_t store, RecordId customer);
    /// How many events the store's log holds.
    std::int64_t log_length(std::size_t store);
    /// The last link of the store's chain: the same life leaves the same.
    std::string log_hash(std::size_t store);
    /// The first column of a query about a record: its only parameters are :store_id and :id. 0 without one.
    std::int64_t number(const db::Sql& sql, std::size_t store, RecordId id);
    std::vector<std::int64_t> numbers(const db::Sql& sql, std::size_t store, RecordId id);
    /// What `forecourt verify` finds, and whether the numbers of papers and records have a gap.
    std::vector<std::string> verify(Instant now);
    /// Changes rows behind the program's back, to see that it is noticed.
    void tamper(const std::string& statement);
    const std::string& incidents() const { return incidents_; }

  private:
    const demo::DemoStore& people_of(std::size_t store) const {
        return store == 0 ? stores_.first : stores_.second;
    }
    program::Place place_;
    std::unique_ptr<program::Application> application_;
    testing::TwoStores stores_;
    std::shared_ptr<const PaymentCompany> company_ = std::make_shared<PaymentCompany>();
    std::vector<std::string> signatures_;
    std::string incidents_;
};

}  // namespace forecourt::simulator
