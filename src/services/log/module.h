#pragma once
#include <action/module.h>

namespace forecourt::log {
extern const Module log_module;
}
