#pragma once
#include <action/module.h>

namespace forecourt::complaints {
extern const Module complaints_module;
}
