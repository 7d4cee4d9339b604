#include <demo/days.h>

namespace forecourt::demo {
namespace {

constexpr std::int64_t change_for_tomorrow = 100'000;

std::string id_text(std::int64_t id) { return std::to_string(id); }

// What lies in the drawer is counted; now and then it is not what the ledger says.
void close_day(Player& player) {
    const auto desk = player.see(player.on_duty(Role::cashier), "payments.closing_preview");
    const auto expected = number_at(desk, "cash_expected");
    const bool differs = expected > 0 && player.chance(6);
    const auto counted = differs ? std::max<std::int64_t>(0, expected - 2'000) : expected;
    player.try_act(player.on_duty(Role::cashier), "payments.close_day",
                   "{\"cash_counted\":" + id_text(counted) + ",\"cash_banked\":" +
                       id_text(std::max<std::int64_t>(0, counted - change_for_tomorrow)) +
                       ",\"note\":" + quoted(differs ? "零钱找错，少20元，已登记" : "") + "}");
}

void read_alerts(Player& player, const std::string& login) {
    std::string ids;
    for (const auto& alert : items_at(player.see(login, "tasks.my_alerts"), "rows")) {
        ids += (ids.empty() ? "" : ",") + text_at(alert, "id");
    }
    if (!ids.empty()) player.act(login, "tasks.mark_alerts_read", "{\"alert_ids\":[" + ids + "]}");
}

}  // namespace

void read_everybodys_alerts(Dealership& store) {
    for (const auto& login : store.player.everybody()) read_alerts(store.player, login);
}

void plan_evenings(Dealership& store) {
    Player& player = store.player;
    for (Date day = store.first_day; day <= store.last_day; day = day + 1) {
        player.at(local_instant(day, 18, 40), [&player] { close_day(player); });
        player.at(local_instant(day, 19, 10), [&store] { read_everybodys_alerts(store); });
    }
}

}  // namespace forecourt::demo
