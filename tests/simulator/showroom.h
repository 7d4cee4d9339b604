#pragma once
#include <simulator/life.h>

/// What the inventions about visitors and whoever looks after them share.
namespace forecourt::simulator {

RecordId user_of(Life& life, std::size_t store, const std::string& login);
/// The name of a consultant or a manager.
std::string name_of(Life& life, std::size_t store, RecordId user);
std::vector<RecordId> consultants(Life& life, std::size_t store);
/// Where a consultant is, for who shares out the visitors.
struct OnFloor {
    RecordId user{};
    std::string state;  // off_duty, free, with_customer, away
    Instant free_since{};
    std::int64_t visits{};  // today
    std::size_t place{};    // in the rota of the day, from one; 0: not in it
    bool is_free() const { return state == "free"; }
    bool is_present() const { return state == "free" || state == "with_customer"; }
};
std::vector<OnFloor> floor_now(Life& life, std::size_t store);

struct Wishes {
    RecordId asked_for{};
    RecordId own{};  // whose customer it is
    std::string series;
};
/// Who looks after the next visitor, and why; nobody when nobody is free.
struct Turn {
    RecordId consultant{};
    std::string because;
    bool by_knowledge{};
};
Turn whose_turn(Life& life, std::size_t store, const Wishes& wishes);
/// Who has become free gets who waits the longest.
void freed(Life& life, std::size_t store, RecordId consultant);
/// The floor as everybody sees it.
void expect_floor(Life& life, std::size_t store);

/// Who came on an earlier day is not here any more, even if nobody has ended the visit.
bool is_here(const Life& life, const Visit& visit);
/// Whether this person looks after the customer in the showroom now.
bool serves(Life& life, std::size_t store, RecordId user, RecordId customer);

}  // namespace forecourt::simulator
