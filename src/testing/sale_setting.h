#pragma once
#include <modules/customers/customer/customer_actions.h>
#include <modules/vehicles/car/car_actions.h>
#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_views.h>
#include <services/access/api.h>
#include <services/approvals/actions.h>
#include <services/files/api.h>
#include <testing/engine_test.h>
#include <testing/one_pixel.h>

#include <string>

/// What the tests of selling a car stand on: a store with its people, models, cars, a customer and a
/// signature.
namespace forecourt::testing {

class SaleSetting : public EngineTest {
  protected:
    SaleSetting() {
        home = test.run([](Tx& tx) {
            return access::add_store(tx, {.name = "星驰测试店",
                                          .legal_name = "星驰汽车销售服务有限公司",
                                          .address = "北京市朝阳区东三环路1号",
                                          .phone = "01088888888",
                                          .tax_number = "91110105MA00000000"});
        });
        boss();
        li = person("li", Role::sales);
        wang = person("wang", Role::sales);
        manager = person("manager", Role::sales_manager);
        cashier = person("cashier", Role::cashier);
        finance = person("finance", Role::finance);
        automatic = model("A5-AT", vehicles::Gearbox::automatic);
        manual = model("A5-MT", vehicles::Gearbox::manual);
        customer = new_customer("王芳", "13800138000");
        signature = test.run([](Tx& tx) { return *files::store_upload(tx, "image/png", one_pixel_png()); });
    }

    void as(Id<User> user, Role role) { test.act_as(user, {role}, home); }
    void boss() { test.act_as({7}, {Role::gm}, home); }
    void seller() { as(li, Role::sales); }

    Id<User> person(const std::string& login, Role role) {
        return test.run([&](Tx& tx) {
            return access::add_user(tx, tx.store_id(),
                                    {.login = login, .name = login, .password_hash = "x", .roles = {role}});
        });
    }
    Id<vehicles::Model> model(const char* code, vehicles::Gearbox gearbox) {
        vehicles::AddModel in{.code = {code},
                              .brand = {"星驰"},
                              .series = {"A5"},
                              .trim = {"1.5T 舒适版"},
                              .year = 2026,
                              .fuel = vehicles::Fuel::petrol,
                              .gearbox = gearbox,
                              .displacement_ml = 1498,
                              .seats = 5,
                              .price = yuan(113'000)};
        in.options = {{.code = {"PANO"}, .name = {"全景天窗"}, .price = yuan(5'650)}};
        return test.action(vehicles::add_model, in)->id;
    }
    Id<vehicles::Car> car(Id<vehicles::Model> of) {
        std::string vin = "LSVAA4182E2" + std::to_string(100000 + ++cars);
        vin[8] = vin_check_digit(vin);
        boss();
        const auto ordered = test.action(
            vehicles::order_car, {.vin = {vin}, .model_id = of, .colour = {"极地白"}, .cost = yuan(95'000)});
        ensure(ordered.ok());
        const auto arrived =
            test.action(vehicles::accept_arrival,
                        {.car_id = ordered->id, .location = {"A1"}, .mileage_km = 5, .version = 1});
        ensure(arrived.ok());
        return ordered->id;
    }
    Id<vehicles::Car> demo_car(Id<vehicles::Model> of) {
        const auto id = car(of);
        const auto version = vehicles::find_car(test.db(), home, id)->version;
        ensure(test.action(vehicles::make_demo_car, {.car_id = id, .version = version}).ok());
        return id;
    }
    Id<customers::Customer> new_customer(const char* name, const char* phone) {
        boss();
        return test.action(customers::register_action, {.name = name, .phone = Phone{phone}})->id;
    }
    /// The newest question of this kind, answered by somebody with the role.
    Result<Nothing> answer(Id<User> user, Role role, bool granted) {
        const auto* asked = test.last_event("approvals.requested");
        ensure(asked != nullptr);
        const Id<approvals::Approval> approval{asked->object("approval")};
        as(user, role);
        return test.action(approvals::decide, {.approval_id = approval, .granted = granted, .note = "好"});
    }

    Id<Store> home;
    Id<User> li, wang, manager, cashier, finance;
    Id<vehicles::Model> automatic, manual;
    Id<customers::Customer> customer;
    FileHash signature;
    int cars = 0;
};

}  // namespace forecourt::testing
