#pragma once
#include <core/time.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::demo {

/// Where the demo's people do their work: within the program while the demo is made, or over HTTP like the
/// page does. Time passes here, too: the demo's in leaps, the other's by the clock.
class Desk {
  public:
    using Parameters = std::vector<std::pair<std::string, std::string>>;
    struct Outcome {
        bool done = false;
        std::string output;  // JSON, when it is done
        std::string told;    // why it is not: the refusal's name, or what went wrong
    };

    virtual ~Desk() = default;
    virtual Outcome act(std::string_view login, std::string_view action, const std::string& input,
                        Instant now) = 0;
    /// A customer by the personal link.
    virtual Outcome act_as_customer(std::int64_t customer, std::string_view action, const std::string& input,
                                    Instant now) = 0;
    /// The view's JSON; empty when it is not shown.
    virtual std::string see(std::string_view login, std::string_view view, const Parameters& parameters,
                            Instant now) = 0;
    /// The name of the stored file; empty when it is not taken.
    virtual std::string upload(std::string_view login, const std::string& png, Instant now) = 0;
    /// Lets time pass until then; what time it is now, which is later when the work took longer.
    virtual Instant wait_until(Instant when) = 0;
};

}  // namespace forecourt::demo
