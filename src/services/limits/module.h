#pragma once
#include <action/module.h>

namespace forecourt::limits {

extern const Module limits_module;

}  // namespace forecourt::limits
