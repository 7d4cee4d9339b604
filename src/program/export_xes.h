#pragma once
#include <action/context.h>

#include <optional>
#include <string>

namespace forecourt::program {

/// The log as XES (IEEE 1849-2016): a trace is one case of one process, its events are all that happened to
/// the case's record, in their order. Of one process when it is named.
std::string export_xes(Context& context, const std::optional<std::string>& process);

}  // namespace forecourt::program
