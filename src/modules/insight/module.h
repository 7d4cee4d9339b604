#pragma once
#include <action/module.h>

namespace forecourt::insight {

extern const Module insight_module;

}  // namespace forecourt::insight
