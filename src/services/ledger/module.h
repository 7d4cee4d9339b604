#pragma once
#include <action/module.h>

namespace forecourt::ledger {

extern const Module ledger_module;

}  // namespace forecourt::ledger
