#pragma once
#include <action/module.h>

namespace forecourt::program {

/// Every module and service of the program. Who adds one adds a line in modules.cpp.
const Modules& every_module();

}  // namespace forecourt::program
