#include <modules/vehicles/module.h>

#include <modules/vehicles/car/car_actions.h>
#include <modules/vehicles/car/car_views.h>
#include <modules/vehicles/claim/claim_actions.h>
#include <modules/vehicles/comparison/comparison.h>
#include <modules/vehicles/count/count_actions.h>
#include <modules/vehicles/custody/custody_actions.h>
#include <modules/vehicles/decode/decode.h>
#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_views.h>
#include <modules/vehicles/order/order_actions.h>
#include <modules/vehicles/price/price_import.h>
#include <modules/vehicles/stock/ageing_job.h>
#include <modules/vehicles/stock/stock_views.h>
#include <modules/vehicles/transfer/transfer_actions.h>

namespace forecourt::vehicles {
namespace {

using enum Role;

const std::vector<Role> every_desk{gm,      sales_manager, sales,      host,      cashier, finance, delivery,
                                   advisor, foreman,       technician, inspector, parts,   care,    admin};

std::vector<Role> with_customers() {
    auto roles = every_desk;
    roles.push_back(customer);
    return roles;
}

}  // namespace

const Module vehicles_module{
    .name = "vehicles",
    .needs = {"log", "access", "files", "search", "numbering", "tasks", "approvals"},
    .actions = {&add_model,
                &set_model_price,
                &set_model_offer,
                &add_model_option,
                &change_model_option,
                &order_car,
                &accept_arrival,
                &move_car,
                &make_demo_car,
                &end_demo_use,
                &record_mileage,
                &change_plate,
                &place_order,
                &postpone_ordered_car,
                &dispatch_ordered_car,
                &drop_ordered_car,
                &request_car,
                &give_car,
                &send_car,
                &withdraw_transfer,
                &report_damage,
                &send_claim,
                &answer_claim,
                &close_claim,
                &register_items,
                &issue_item,
                &return_item,
                &start_count,
                &scan_car,
                &explain_differences,
                &close_count,
                &check_price_list,
                &take_price_list,
                &undo_price_list,
                &add_option_rule,
                &remove_option_rule,
                &add_rival,
                &check_rival,
                &set_guide_point,
                &add_model_photo,
                &remove_model_photo},
    .views = {&model_list,
              &model_record,
              &compare_models,
              &stock_list,
              &car_record,
              &demo_car_list,
              &cars_of_customer_view,
              &my_cars,
              &stock_board,
              &other_stores_stock,
              &order_list,
              &order_record,
              &ordered_car_list,
              &transfer_list,
              &transfer_record,
              &other_stores,
              &claim_list,
              &claim_record,
              &items_out,
              &item_moves,
              &count_list,
              &count_record,
              &price_lists,
              &price_list,
              &rival_list,
              &decode_vin},
    .grants = {{catalogue_read, every_desk},
               {catalogue_write, {gm, sales_manager, admin}},
               {compare_read, with_customers()},
               {stock_read, every_desk},
               {stock_write, {gm, sales_manager, delivery}},
               {stock_cost_read, {gm, sales_manager, finance}},
               {transfer_write, {gm, sales_manager}},
               {key_write, {gm, sales_manager, sales, host, delivery, advisor}},
               {car_write, {gm, sales_manager, sales, delivery, advisor, foreman}},
               {own_cars_read, {customer}}},
    .events = {"vehicles.model_added",
               "vehicles.model_price_changed",
               "vehicles.model_offered",
               "vehicles.model_withdrawn",
               "vehicles.option_added",
               "vehicles.option_changed",
               "vehicles.car_ordered",
               "vehicles.car_arrived",
               "vehicles.car_moved",
               "vehicles.demo_use_began",
               "vehicles.demo_use_ended",
               "vehicles.car_locked",
               "vehicles.car_released",
               "vehicles.car_sold",
               "vehicles.used_car_taken",
               "vehicles.customer_car_registered",
               "vehicles.mileage_recorded",
               "vehicles.plate_changed",
               "vehicles.car_aged",
               "vehicles.order_placed",
               "vehicles.ordered_car_postponed",
               "vehicles.ordered_car_dispatched",
               "vehicles.ordered_car_dropped",
               "vehicles.transfer_requested",
               "vehicles.transfer_approved",
               "vehicles.transfer_declined",
               "vehicles.transfer_withdrawn",
               "vehicles.transfer_sent",
               "vehicles.transfer_arrived",
               "vehicles.damage_found",
               "vehicles.claim_sent",
               "vehicles.claim_answered",
               "vehicles.claim_closed",
               "vehicles.item_registered",
               "vehicles.item_issued",
               "vehicles.item_returned",
               "vehicles.count_started",
               "vehicles.count_closed",
               "vehicles.price_list_checked",
               "vehicles.price_list_taken",
               "vehicles.price_list_undone",
               "vehicles.option_rule_added",
               "vehicles.option_rule_removed",
               "vehicles.rival_added",
               "vehicles.rival_checked",
               "vehicles.guide_point_set",
               "vehicles.model_photo_added",
               "vehicles.model_photo_removed"},
    .handlers = {{"approvals.granted", on_transfer_granted}, {"approvals.declined", on_transfer_declined}},
    .jobs = {{"vehicles.tell_ageing", hours(6), tell_ageing},
             {"vehicles.follow_prices", hours(1), follow_prices}}};

}  // namespace forecourt::vehicles
