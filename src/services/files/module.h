#pragma once
#include <action/module.h>

namespace forecourt::files {

extern const Module files_module;

}  // namespace forecourt::files
