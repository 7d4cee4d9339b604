#pragma once
#include <action/module.h>

namespace forecourt::search {

extern const Module search_module;

}  // namespace forecourt::search
