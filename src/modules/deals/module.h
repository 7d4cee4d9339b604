#pragma once
#include <action/module.h>

namespace forecourt::deals {
extern const Module deals_module;
}
