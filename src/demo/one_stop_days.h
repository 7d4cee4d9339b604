#pragma once
#include <demo/days.h>

/// What goes with a car's sale in the demo: lenders and loans, promises and extras, insurance and plates, the
/// farewell.
namespace forecourt::demo {

/// Lenders' products with the terms of the year.
void bring_lenders(Dealership& store);
/// To some quotes an accessory, a promise, an answered menu.
void add_extras(Player& player, const std::string& consultant, std::int64_t deal);
/// After the signing: a loan for some, and the cases until they are done.
void plan_one_stop(Player& player, const std::string& consultant, std::int64_t deal);
/// What a lender is asked for and has not paid out yet: the customer need not bring it.
std::int64_t lent(Player& player, std::int64_t deal);
/// What must be fitted is fitted; before the car is handed over.
void fit_extras(Player& player, std::int64_t deal);
/// Answers to the list the car of a delivery is inspected by: all good but these items.
std::string inspection_answers(Player& player, const std::string& delivery,
                               const std::vector<std::string>& faults);
/// Ceremony and explanation before the hand-over, papers, keys, the gate and the customer's word after it.
void before_farewell(Player& player, const std::string& delivery, const std::string& signature);
void after_farewell(Player& player, const std::string& delivery, std::int64_t customer,
                    const std::string& signature);

/// What the inspection found is put right by the one technician who does new cars, if his hands are free.
void mend_in_workshop(Player& player, const std::string& delivery);

}  // namespace forecourt::demo
