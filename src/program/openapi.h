#pragma once
#include <action/module.h>

#include <string>

namespace forecourt::program {

/// The description of every action and view as OpenAPI 3.1, made from the declarations themselves.
std::string openapi_document(const Modules& modules);

/// CamelCase to snake_case: how an id's record is named outside.
std::string snake_case(std::string_view name);

}  // namespace forecourt::program
