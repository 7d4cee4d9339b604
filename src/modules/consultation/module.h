#pragma once
#include <action/module.h>

namespace forecourt::consultation {

extern const Module consultation_module;

}  // namespace forecourt::consultation
