#pragma once
#include <action/module.h>

namespace forecourt::numbering {

extern const Module numbering_module;

}  // namespace forecourt::numbering
