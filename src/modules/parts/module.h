#pragma once
#include <action/module.h>

namespace forecourt::parts {
extern const Module parts_module;
}
