#pragma once
#include <action/module.h>

namespace forecourt::showroom {
extern const Module showroom_module;
}
