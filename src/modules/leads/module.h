#pragma once
#include <action/module.h>

namespace forecourt::leads {

extern const Module leads_module;

}  // namespace forecourt::leads
