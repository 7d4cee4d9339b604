#pragma once
#include <simulator/life.h>

/// What the inventions about leads share with those about sales and approvals.
namespace forecourt::simulator {

Lead* open_lead_of(StoreModel& model, RecordId customer);
/// The customer has signed: the open lead is won; without one that which the quote was made for, although it
/// had been given up. A lead that was merged stands for the one it went into.
void lead_is_won(StoreModel& model, const Deal& deal);
/// The manager has answered whether it may be given up.
void loss_decided(StoreModel& model, RecordId lead, bool granted);

/// Who has a claim to a new lead, in the order of their claims; nobody: it is shared out by the rule.
struct Claims {
    RecordId named{};
    RecordId serves{};  // the visitor it begins with
    std::string who;    // enters it
};
/// A new lead of this customer, as the program answered.
void lead_is_opened(Life& life, std::size_t store, Lead lead, const Claims& claims,
                    const std::string& answer);

/// How long the silence may last after which a lead must have been spoken to again, in days.
int longest_silence(const Lead& lead);
/// The contact that is planned when nobody says otherwise.
Instant contact_by_itself(const Life& life, const Lead& lead);
/// Somebody planned the next contact; it does not stand where the last grade put it by itself.
bool is_planned_by_somebody(const Lead& lead);
/// Its own consultant, a manager, or who looks after the customer in the showroom now.
void must_be_theirs(Life& life, Attempt& attempt, const Lead& lead);
std::string some_worker(Life& life, std::size_t store, const Lead& lead);
Attempt about_lead(std::size_t store, const std::string& who, const std::string& action, const Lead& lead);
/// The lead's page shows it as it must be.
void expect_lead(Life& life, std::size_t store, const Lead& lead);

}  // namespace forecourt::simulator
