#pragma once
#include <action/module.h>

namespace forecourt::documents {

extern const Module documents_module;

}  // namespace forecourt::documents
