#pragma once
#include <action/module.h>

namespace forecourt::access {
extern const Module access_module;
}
