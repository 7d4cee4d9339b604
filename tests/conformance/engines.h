#pragma once
#include <string>
#include <vector>

namespace forecourt::conformance {

/// Prepares every statement, with all its optional lines and with none, on SQLite and (where
/// FORECOURT_TEST_PG holds an address) PostgreSQL. `plant` adds one that neither can prepare.
std::vector<std::string> unprepared_statements(bool plant);

/// The committed picture of the schema against what the migrations make; `write` renews it.
std::vector<std::string> schema_differences(const std::string& source_folder, bool write, bool plant);

/// The committed openapi.json against the declarations.
std::vector<std::string> openapi_differences(const std::string& source_folder, bool write, bool plant);

}  // namespace forecourt::conformance
