#pragma once
#include <action/module.h>

namespace forecourt::versions {

extern const Module versions_module;

}  // namespace forecourt::versions
