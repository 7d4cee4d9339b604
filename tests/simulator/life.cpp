#include <simulator/life.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

struct Offered {
    const char* code;
    const char* fuel;
    std::int64_t displacement_ml;
    const char* gearbox;
    Fen price;
};

// One for each way the taxes are reckoned.
constexpr Offered offered[] = {{"A5-15T", "petrol", 1498, "automatic", 13'980'000},
                               {"A8-25", "petrol", 2496, "manual", 25'990'000},
                               {"E6", "electric", 0, "automatic", 17'777'700}};

}  // namespace

Fen Life::around(Fen limit) {
    switch (dice.between(0, 9)) {
        case 0:
            return limit + 1;
        case 1:
            return 0;
        case 2:
            return -1;
        case 3:
        case 4:
            return limit;
        case 5:
            return limit + dice.between(1, 1'000'000);
        default:
            return limit < 1 ? 1 : dice.between(1, limit);
    }
}

// Three that appointments are made for, and one that they are not.
void open_bays(Life& life, std::size_t store) {
    for (const auto& [name, kind] : std::vector<std::pair<std::string, std::string>>{
             {"1", "mechanical"}, {"2", "quick"}, {"3", "mechanical"}, {"4", "paint"}}) {
        Input bay;
        bay.text("name", name).text("kind", kind);
        const auto added = life.program.act(life.program.actor_of(store, "foreman"), "workshop.add_bay",
                                            bay.written(), "", life.now);
        if (added.ending != program::Ending::done) throw std::runtime_error("no bay was added");
        if (kind != "paint") life.at(store).bays.push_back(demo::number_at(added.output, "bay_id"));
    }
}

void open_stores(Life& life) {
    for (const std::size_t store : {0, 1}) {
        for (const auto& one : offered) {
            const std::string fuel = one.fuel;
            Input input;
            input.text("code", one.code).text("brand", "星驰").text("series", one.code);
            input.text("trim", "舒适版").number("year", 2026).text("fuel", fuel);
            input.text("gearbox", one.gearbox).number("displacement_ml", one.displacement_ml);
            input.number("seats", 5).number("price", one.price);
            const auto answer = life.program.act(life.program.actor_of(store, "sales_manager"),
                                                 "vehicles.add_model", input.written(), "", life.now);
            if (answer.ending != program::Ending::done) throw std::runtime_error("no model was added");
            life.at(store).models.push_back({.id = demo::number_at(answer.output, "id"),
                                             .series = one.code,
                                             .facts = {.electric = fuel == "electric",
                                                       .manual = std::string(one.gearbox) == "manual",
                                                       .displacement_ml = one.displacement_ml},
                                             .price = one.price});
        }
        Input operation;
        operation.text("code", "BY-001").text("name", "更换机油机滤").number("hours", 600);
        operation.number("hourly_price", labour_price);
        const auto added = life.program.act(life.program.actor_of(store, "foreman"), "workshop.add_operation",
                                            operation.written(), "", life.now);
        if (added.ending != program::Ending::done) throw std::runtime_error("no operation was added");
        life.at(store).operation = demo::number_at(added.output, "operation_id");
        open_bays(life, store);
    }
}

}  // namespace forecourt::simulator
