#pragma once
#include <action/module.h>

namespace forecourt::used_cars {
extern const Module used_cars_module;
}
