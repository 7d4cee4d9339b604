#pragma once
#include <action/view.h>
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

/// A model of another brand, as far as it is known: where from and since when.
struct Rival {
    Id<Rival> id;
    std::string brand;
    std::string name;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t seats{};
    Money price;
    JsonText specs;
    std::string source;
    Date checked_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(Rival, id, brand, name, year, fuel, gearbox, seats, price, specs, source, checked_on,
                 version)

struct AddRival {
    FilledText brand;
    FilledText name;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t seats{};
    Money price;
    std::optional<JsonText> specs;
    FilledText source;
};
FORECOURT_STRUCT(AddRival, brand, name, year, fuel, gearbox, seats, price, specs, source)

struct RivalAdded {
    Id<Rival> id;
};
FORECOURT_STRUCT(RivalAdded, id)

/// Looked up again: the price may have changed.
struct CheckRival {
    Id<Rival> rival_id;
    Money price;
    FilledText source;
    std::int64_t version{};
};
FORECOURT_STRUCT(CheckRival, rival_id, price, source, version)

inline constexpr Refusal rival_not_found{"rival_not_found", RefusalKind::not_found};
inline constexpr Refusal rival_known_already{"rival_known_already"};

inline constexpr Right compare_read{"vehicles.compare_read"};

/// Their ids with commas between: "17,18".
struct CompareModelsIn {
    std::optional<std::string> models;
    std::optional<std::string> rivals;
};
FORECOURT_STRUCT(CompareModelsIn, models, rivals)

struct ComparedCar {
    std::int64_t id{};
    bool is_rival{};
    std::string brand;
    std::string name;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t seats{};
    Money price;
    JsonText specs;
    std::string source;  // of a rival's figures
    std::optional<Date> checked_on;
};
FORECOURT_STRUCT(ComparedCar, id, is_rival, brand, name, year, fuel, gearbox, seats, price, specs, source,
                 checked_on)

struct ModelComparison {
    std::vector<ComparedCar> cars;
};
FORECOURT_STRUCT(ModelComparison, cars)

struct Rivals {
    std::vector<Rival> rows;
};
FORECOURT_STRUCT(Rivals, rows)

extern const Action<AddRival, RivalAdded> add_rival;
extern const Action<CheckRival, Nothing> check_rival;
extern const View<CompareModelsIn, ModelComparison> compare_models;
extern const View<Nothing, Rivals> rival_list;

}  // namespace forecourt::vehicles
