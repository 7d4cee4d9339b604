#pragma once
#include <action/context.h>

/// Cars that somebody drove before: purchase, reconditioning, sale.
namespace forecourt::used_cars {

struct UsedCar;

/// Where a used car is on its way. Each is entered and left at an instant; `sold` is reached by its delivery.
enum class UsedStep { arrived, inspection, mechanical, body_paint, cleaning, photos, for_sale, sold };
FORECOURT_ENUM(UsedStep, arrived, inspection, mechanical, body_paint, cleaning, photos, for_sale, sold)

}  // namespace forecourt::used_cars
