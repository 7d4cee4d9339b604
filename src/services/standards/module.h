#pragma once
#include <action/module.h>

namespace forecourt::standards {
extern const Module standards_module;
}
