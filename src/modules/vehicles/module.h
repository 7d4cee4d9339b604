#pragma once
#include <action/module.h>

namespace forecourt::vehicles {

extern const Module vehicles_module;

}  // namespace forecourt::vehicles
