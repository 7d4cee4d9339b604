#include <modules/vehicles/api.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/transfer/transfer_rules.h>
#include <testing/place.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

// What two people do in the same moment, against the real writers: one of them must be told no.
namespace forecourt::vehicles {
namespace {

using program::Ending;

class RaceTest : public ::testing::TestWithParam<int> {
  protected:
    RaceTest()
        : place(testing::make_place(GetParam() != 0, "race" + std::to_string(++places))), application(place) {
        stores = testing::open_two_stores(application, now);
    }
    ~RaceTest() override { std::filesystem::remove_all(place.data_folder); }

    Actor manager(const demo::DemoStore& store) {
        Actor actor = program::system_actor(store.store_id);
        actor.name = "manager";
        return actor;
    }
    Id<Car> car_in_stock(const demo::DemoStore& store, int serial) {
        std::string vin = "LSVAA4182E2" + std::to_string(100'000 + serial);
        vin[8] = vin_check_digit(vin);
        Id<Car> id;
        const auto answer =
            application.runner().run_work_and_wait(manager(store), now, [&](Tx& tx) -> MaybeRefused {
                CarRow car;
                car.id = tx.new_id<Car>();
                car.vin = {vin};
                car.model_name = "A5";
                car.colour = "白";
                car.state = CarState::in_stock;
                car.mileage_at = car.ordered_at = car.stock_since = now;
                car.arrived_at = now;
                insert_car(tx, car);
                id = car.id;
                return std::nullopt;
            });
        EXPECT_EQ(answer.ending, Ending::done);
        return id;
    }
    program::Answer lock_for(Id<Car> car, std::int64_t deal) {
        return application.runner().run_work_and_wait(
            manager(stores.first), now,
            [=](Tx& tx) -> MaybeRefused { return lock_car(tx, car, Id<deals::Deal>{deal}); });
    }

    static inline int places = 0;  // each its own database
    Instant now = local_instant(date_of({2026, 3, 2}), 9);
    program::Place place;
    program::Application application;
    testing::TwoStores stores;
};

TEST_P(RaceTest, a_car_is_promised_to_one_of_eight_deals) {
    for (int round = 0; round < 5; ++round) {
        const auto car = car_in_stock(stores.first, round);
        std::vector<program::Answer> answers(8);
        std::vector<std::thread> people;
        for (std::size_t i = 0; i < answers.size(); ++i)
            people.emplace_back([&, i] { answers[i] = lock_for(car, 100 + static_cast<std::int64_t>(i)); });
        for (auto& person : people) person.join();
        int promised = 0;
        for (const auto& answer : answers) {
            if (answer.ending == Ending::done) {
                ++promised;
                continue;
            }
            ASSERT_EQ(answer.ending, Ending::refused);
            EXPECT_EQ(answer.refused->name(), "car_not_available");
        }
        EXPECT_EQ(promised, 1);
    }
}

// The other store's writer is another one: only the database stands between the two.
TEST_P(RaceTest, a_car_is_not_promised_here_and_let_go_there) {
    for (int round = 0; round < 10; ++round) {
        const auto car = car_in_stock(stores.first, 100 + round);
        program::Answer locked, let_go;
        std::thread seller([&] { locked = lock_for(car, 7); });
        std::thread other([&] {
            let_go = application.runner().run_work_and_wait(
                manager(stores.second), now, [&](Tx& tx) -> MaybeRefused {
                    auto row = load_car(tx.db(), stores.first.store_id, car);
                    if (auto no = may_give(*row)) return no;
                    row->leaves_by_transfer_id = Id<Transfer>{1};
                    Actor there_actor = tx.actor();
                    there_actor.store_id = stores.first.store_id;
                    Tx there(tx.db(), there_actor, tx.now(), tx.ids());
                    update_car(there, *row);
                    return std::nullopt;
                });
        });
        seller.join();
        other.join();
        const int done = (locked.ending == Ending::done ? 1 : 0) + (let_go.ending == Ending::done ? 1 : 0);
        EXPECT_EQ(done, 1);
        for (const auto* answer : {&locked, &let_go}) {
            if (answer->ending != Ending::done) {
                EXPECT_EQ(answer->ending, Ending::refused);
            }
        }
    }
}

std::vector<int> engines() {
    const char* url = std::getenv("FORECOURT_TEST_PG");
    return url != nullptr && *url != '\0' ? std::vector<int>{0, 1} : std::vector<int>{0};
}
INSTANTIATE_TEST_SUITE_P(, RaceTest, ::testing::ValuesIn(engines()), [](const auto& info) {
    return std::string(info.param != 0 ? "postgresql" : "sqlite");
});

}  // namespace
}  // namespace forecourt::vehicles
