#pragma once
#include <action/module.h>

namespace forecourt::workshop {
extern const Module workshop_module;
}
