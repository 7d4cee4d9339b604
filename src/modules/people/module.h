#pragma once
#include <action/module.h>

namespace forecourt::people {

extern const Module people_module;

}  // namespace forecourt::people
