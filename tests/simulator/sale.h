#pragma once
#include <simulator/life.h>

/// What the inventions about deals, contracts and deliveries share.
namespace forecourt::simulator {

/// What the quote comes to: the car at its price less the reduction, what the state takes, and its lines.
Fen total_of(const StoreModel& store, const Deal& deal);

/// What the car costs in it.
Fen car_price_of(const Deal& deal);

void must_be_a_quote(Attempt& attempt, const Deal& deal);
void must_not_be_over(Attempt& attempt, const Deal& deal);
Attempt about_deal(std::size_t store, const std::string& who, const std::string& action, const Deal& deal);
/// The deal changed once: its state, total and version are in the answer.
void changed(StoreModel& store, Deal& deal, const std::string& answer);
std::string some_seller(Life& life);
/// Before its contract is signed; its version and total are the caller's.
void deal_is_cancelled(StoreModel& store, Deal& deal);
/// The signature has the store insure the car, with what the contract collects for it.
void insurance_begins(Life& life, std::size_t store, Deal& deal);
/// The deal comes to nothing, and what is not insured yet is not insured. (While it is amended, the work on
/// the insurance goes on.)
void insurance_stops(Deal& deal);
/// No lender is asked for a deal that comes to nothing.
void end_loans(StoreModel& store, const Deal& deal);
/// The car that was locked for this deal is anybody's again.
void car_is_freed(StoreModel& store, const Deal& deal);
/// What was collected for services that are done; it does not go back.
Fen spent_on_services(const Deal& deal);
/// A deal comes to nothing after money was due: what was spent and what is kept of the deposit stays.
void charge_for_services(StoreModel& store, const Deal& deal, Fen kept);
/// Null when none stands for sale.
Car* some_used_car_for_sale(Life& life, std::size_t store);
/// The used car is its buyer's.
void used_car_is_sold(Life& life, std::size_t store, const Deal& deal);
/// The papers of the deal's contracts lie or are lent as they must.
void expect_papers(Life& life, std::size_t store, RecordId deal);

}  // namespace forecourt::simulator
