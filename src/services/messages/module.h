#pragma once
#include <action/module.h>

namespace forecourt::messages {

extern const Module messages_module;

}  // namespace forecourt::messages
