#pragma once
#include <action/module.h>

namespace forecourt::delivery {
extern const Module delivery_module;
}
