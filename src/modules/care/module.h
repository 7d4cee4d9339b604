#pragma once
#include <action/module.h>

namespace forecourt::care {
extern const Module care_module;
}
