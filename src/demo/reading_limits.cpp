#include <demo/reading_limits.h>

#include <demo/player.h>
#include <modules/customers/reading/reading_limits.h>
#include <reflect/json.h>

#include <stdexcept>

namespace forecourt::demo {

void may_read_all_day_long(Desk& desk) {
    const auto shown = desk.see("gm", "customers.reading_limits", {}, {});
    if (number_at(shown, "stop_at") == customers::largest_stop) return;
    const customers::SetReadingLimits most{.notice_at = customers::largest_stop - 1,
                                           .stop_at = customers::largest_stop,
                                           .number = static_cast<int>(number_at(shown, "standing.number")),
                                           .reason = {"people who live faster than the clock"}};
    const auto raised = desk.act("gm", "customers.set_reading_limits", reflect::to_json(most), {});
    if (!raised.done) throw std::runtime_error("the limits of reading stay as they are: " + raised.told);
}

}  // namespace forecourt::demo
