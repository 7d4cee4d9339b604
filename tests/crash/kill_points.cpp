#include <crash/kill_points.h>

namespace forecourt::crash {
namespace {

constexpr int last_call = 200;

void kill_in_call(Ledger& ledger, int call, Count& count) {
    Served served(ledger.folder(), ledger.faults());
    ledger.load(
        served, [] { return false; }, [&] { ledger.fail_disk("kill " + std::to_string(call)); });
    if (served.wait_for_end(std::chrono::seconds(30)) != 128 + 9) {
        count.faults.push_back("not killed in call " + std::to_string(call));
    }
    ledger.mend_disk();
}

}  // namespace

// security 16
Count kill_points(int step) {
    Ledger ledger("points");
    Count count;
    for (int call = 1; call <= last_call; call += step) kill_in_call(ledger, call, count);
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    {
        Served served(ledger.folder());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    return count;
}

}  // namespace forecourt::crash
