#pragma once
#include <action/module.h>

namespace forecourt::payments {
extern const Module payments_module;
}
