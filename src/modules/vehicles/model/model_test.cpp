#include <gtest/gtest.h>
#include <modules/vehicles/model/model_rules.h>

namespace forecourt::vehicles {
namespace {

AddModel good_model() {
    AddModel model;
    model.code = {"A5-15T-DCT"};
    model.brand = {"星驰"};
    model.series = {"A5"};
    model.trim = {"1.5T 双离合舒适版"};
    model.year = 2026;
    model.fuel = Fuel::petrol;
    model.gearbox = Gearbox::automatic;
    model.displacement_ml = 1498;
    model.seats = 5;
    model.price = yuan(119'800);
    return model;
}

struct Case {
    const char* what;
    void (*change)(AddModel&);
    const char* refusal;  // empty: accepted
};

TEST(Model, is_checked_before_it_is_offered) {
    const Case cases[] = {
        {"as it should be", [](AddModel&) {}, ""},
        {"one fen", [](AddModel& m) { m.price = {1}; }, ""},
        {"free", [](AddModel& m) { m.price = {0}; }, "model_price_not_positive"},
        {"year of the one after next", [](AddModel& m) { m.year = 2028; }, ""},
        {"too far ahead", [](AddModel& m) { m.year = 2029; }, "model_year_out_of_range"},
        {"too old", [](AddModel& m) { m.year = 1989; }, "model_year_out_of_range"},
        {"nine seats", [](AddModel& m) { m.seats = 9; }, ""},
        {"a bus", [](AddModel& m) { m.seats = 10; }, "model_seats_out_of_range"},
        {"no seat", [](AddModel& m) { m.seats = 0; }, "model_seats_out_of_range"},
        {"petrol without an engine", [](AddModel& m) { m.displacement_ml = 0; }, "engine_does_not_fit_fuel"},
        {"electric with an engine", [](AddModel& m) { m.fuel = Fuel::electric; }, "engine_does_not_fit_fuel"},
        {"electric",
         [](AddModel& m) {
             m.fuel = Fuel::electric;
             m.displacement_ml = 0;
         },
         ""},
        {"specs as an object", [](AddModel& m) { m.specs = JsonText{R"( {"length_mm":4680})"}; }, ""},
        {"specs as a list", [](AddModel& m) { m.specs = JsonText{"[1]"}; }, "specs_not_an_object"},
        {"cheaper colour",
         [](AddModel& m) {
             m.colours = {{{"白"}, "#fff", {-1}}};
         },
         "option_price_negative"},
        {"two whites",
         [](AddModel& m) {
             m.colours = {{{"白"}, "", {0}}, {{"白"}, "", {0}}};
         },
         "colour_named_twice"},
        {"paid to take it",
         [](AddModel& m) {
             m.options = {{{"SUN"}, {"天窗"}, {-1}}};
         },
         "option_price_negative"},
        {"same option twice",
         [](AddModel& m) {
             m.options = {{{"SUN"}, {"天窗"}, {0}}, {{"SUN"}, {"窗"}, {0}}};
         },
         "option_code_taken"},
    };
    for (const auto& one : cases) {
        auto model = good_model();
        one.change(model);
        const auto no = check_model(model, 2026);
        EXPECT_EQ(no ? no->name() : "", one.refusal) << one.what;
    }
}

TEST(Model, is_named_as_a_contract_names_it) {
    EXPECT_EQ(model_name(good_model()), "星驰 A5 2026款 1.5T 双离合舒适版");
}

}  // namespace
}  // namespace forecourt::vehicles
