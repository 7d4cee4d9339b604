#pragma once
#include <action/module.h>

namespace forecourt::contract_templates {

extern const Module contract_templates_module;

}  // namespace forecourt::contract_templates
