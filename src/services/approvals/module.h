#pragma once
#include <action/module.h>

namespace forecourt::approvals {

extern const Module approvals_module;

}  // namespace forecourt::approvals
