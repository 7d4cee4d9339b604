#pragma once
#include <action/module.h>

namespace forecourt::customers {

extern const Module customers_module;

}  // namespace forecourt::customers
