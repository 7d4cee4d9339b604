#pragma once
#include <action/module.h>

namespace forecourt::checklists {

extern const Module checklists_module;

}  // namespace forecourt::checklists
