#pragma once
#include <action/module.h>

namespace forecourt::tasks {

extern const Module tasks_module;

}  // namespace forecourt::tasks
