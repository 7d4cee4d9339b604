#pragma once
#include <core/time.h>

namespace forecourt::program {
class Application;
}

namespace forecourt::demo {

struct DealershipSettings {
    int days = 90;  // of history, up to today
    Date today;
    Instant until;  // the moment at which the agenda stops: what is under way stays so
    unsigned seed = 1;
};

/// Fills an empty place with a store and the days it has lived through, made by its people through the
/// actions themselves on a clock of its own. The same seed and day give the same dealership.
void make_dealership(program::Application& application, const DealershipSettings& settings);

/// Stores of people who have nothing yet: neither cars nor customers.
void make_people(program::Application& application, int stores);

}  // namespace forecourt::demo
