#pragma once
#include <action/module.h>

namespace forecourt::reception {

extern const Module reception_module;

}  // namespace forecourt::reception
