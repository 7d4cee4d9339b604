#pragma once
#include <action/module.h>

namespace forecourt::financing {
extern const Module financing_module;
}
