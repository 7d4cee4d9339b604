#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

extern const Action<OrderCar, CarAdded> order_car;
extern const Action<AcceptArrival, Nothing> accept_arrival;
extern const Action<MoveCar, Nothing> move_car;
extern const Action<MakeDemoCar, Nothing> make_demo_car;
extern const Action<EndDemoUse, Nothing> end_demo_use;
extern const Action<RecordMileage, Nothing> record_mileage;
extern const Action<ChangePlate, Nothing> change_plate;

}  // namespace forecourt::vehicles
