#include <modules/vehicles/module.h>

#include <modules/vehicles/car/car_actions.h>
#include <modules/vehicles/car/car_views.h>
#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_views.h>

namespace forecourt::vehicles {
namespace {

using enum Role;

const std::vector<Role> every_desk{gm,      sales_manager, sales,      host,      cashier, finance, delivery,
                                   advisor, foreman,       technician, inspector, parts,   care,    admin};

}  // namespace

const Module vehicles_module{
    .name = "vehicles",
    .needs = {"log", "access", "files", "search"},
    .actions = {&add_model, &set_model_price, &set_model_offer, &add_model_option, &change_model_option,
                &order_car, &accept_arrival, &move_car, &make_demo_car, &end_demo_use, &record_mileage,
                &change_plate},
    .views = {&model_list, &model_record, &compare_models, &stock_list, &car_record, &demo_car_list,
              &cars_of_customer_view, &my_cars},
    .grants = {{catalogue_read, every_desk},
               {catalogue_write, {gm, sales_manager, admin}},
               {stock_read, every_desk},
               {stock_write, {gm, sales_manager, delivery}},
               {car_write, {gm, sales_manager, sales, delivery, advisor, foreman}},
               {own_cars_read, {customer}}},
    .events = {"vehicles.model_added", "vehicles.model_price_changed", "vehicles.model_offered",
               "vehicles.model_withdrawn", "vehicles.option_added", "vehicles.option_changed",
               "vehicles.car_ordered", "vehicles.car_arrived", "vehicles.car_moved",
               "vehicles.demo_use_began", "vehicles.demo_use_ended", "vehicles.car_locked",
               "vehicles.car_released", "vehicles.car_sold", "vehicles.customer_car_registered",
               "vehicles.mileage_recorded", "vehicles.plate_changed"},
    .handlers = {},
    .jobs = {}};

}  // namespace forecourt::vehicles
